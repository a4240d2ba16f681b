/// Reads a header value once, from its start to its end, and writes it with its words decoded.
struct WordDecoder {
    private let bytes: [UInt8]
    private let limit: Int
    private let place: EncodedWords.Place
    private var out: [UInt8] = []
    private var hasBadEncoding = false
    private var syntax = MailboxSyntax()
    private var run: WordRun?

    init(_ bytes: [UInt8], _ place: EncodedWords.Place) {
        self.bytes = bytes
        self.place = place
        limit = min(bytes.count, EncodedWords.longest)
    }
}

/// Neighbouring words of one charset and encoding, and the blanks behind them.
private struct WordRun {
    let charset: Charset
    let encoding: EncodedWord.Encoding
    var payload: [UInt8]
    /// Where the words stand in the value.
    var source: Range<Int>
    /// Where the blanks behind them end.
    var gapEnd: Int

    mutating func add(_ more: [UInt8], source: Range<Int>) {
        payload += more
        self.source = source
        gapEnd = source.upperBound
    }
}

extension WordDecoder {
    /// The decoded value.
    mutating func decode() -> DecodedText {
        out.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if let word = word(at: index) {
                take(word, at: index)
                index = word.end
                syntax.lastMeaning = UInt8(ascii: "=")
            } else {
                takePlain(at: index)
                index += 1
            }
        }
        endRun(keepsGap: true)
        return DecodedText(text: RawText(out), hasBadEncoding: hasBadEncoding)
    }

    private mutating func word(at index: Int) -> EncodedWord? {
        guard bytes[index] == UInt8(ascii: "="), index + 1 < bytes.count,
            bytes[index + 1] == UInt8(ascii: "?")
        else { return nil }
        guard let word = EncodedWord(bytes, at: index, before: limit) else {
            if limit < bytes.count, EncodedWord(bytes, at: index, before: bytes.count) != nil {
                hasBadEncoding = true
            }
            return nil
        }
        return place == .text || mayStand(word, at: index) ? word : nil
    }

    private mutating func take(_ word: EncodedWord, at index: Int) {
        guard let charset = word.charset, let payload = word.payload else {
            endRun(keepsGap: true)
            keep(index..<word.end)
            return
        }
        if run?.charset == charset, run?.encoding == word.encoding {
            let start = run?.source.lowerBound ?? index
            run?.add(payload, source: start..<word.end)
        } else {
            endRun(keepsGap: false)
            run = WordRun(
                charset: charset, encoding: word.encoding, payload: payload,
                source: index..<word.end, gapEnd: word.end)
        }
    }

    private mutating func takePlain(at index: Int) {
        let byte = bytes[index]
        if run != nil, byte.isBlank {
            run?.gapEnd = index + 1
            return
        }
        endRun(keepsGap: true)
        out.append(byte)
        if place == .mailboxes { syntax.take(byte) }
    }

    /// Writes what the words of the run spell, and the blanks behind them where they are to stay.
    private mutating func endRun(keepsGap: Bool) {
        guard let run else { return }
        self.run = nil
        if let text = run.charset.utf8(of: run.payload) {
            if !text.isExact { hasBadEncoding = true }
            write(text.bytes)
        } else {
            keep(run.source)
        }
        if keepsGap { out += bytes[run.source.upperBound..<run.gapEnd] }
    }

    /// Writes words as they stand.
    private mutating func keep(_ words: Range<Int>) {
        out += bytes[words]
        hasBadEncoding = true
        guard place == .mailboxes else { return }
        for byte in bytes[words] { syntax.take(byte) }
    }

    private mutating func write(_ text: [UInt8]) {
        guard place == .mailboxes else {
            out += text
            return
        }
        if syntax.isInComment {
            escape(text, MailboxSyntax.commentSigns)
        } else if text.contains(where: MailboxSyntax.isSyntax) {
            out.append(UInt8(ascii: "\""))
            escape(text, MailboxSyntax.quoteSigns)
            out.append(UInt8(ascii: "\""))
        } else {
            out += text
        }
    }

    private mutating func escape(_ text: [UInt8], _ signs: [UInt8]) {
        for byte in text {
            if signs.contains(byte) { out.append(UInt8(ascii: "\\")) }
            out.append(byte)
        }
    }

    /// Whether a word among mailboxes is part of a name or a comment: nothing that is an address,
    /// or that stands in quotation marks, is decoded.
    private func mayStand(_ word: EncodedWord, at index: Int) -> Bool {
        if syntax.isInComment { return !syntax.isEscaped }
        guard !syntax.isQuoted, !syntax.isInAngles, syntax.lastMeaning != UInt8(ascii: "@") else {
            return false
        }
        let isSetOffBefore =
            index == 0 || run?.gapEnd == index || MailboxSyntax.setsOff(bytes[index - 1])
        var next = word.end
        guard isSetOffBefore, next < bytes.count else { return isSetOffBefore }
        guard MailboxSyntax.setsOff(bytes[next]) || bytes[next...].starts(with: Self.wordStart)
        else { return false }
        while next < bytes.count, bytes[next].isBlank { next += 1 }
        return next == bytes.count || bytes[next] != UInt8(ascii: "@")
    }

    private static let wordStart = Array("=?".utf8)
}

/// Where in a list of mailboxes a byte stands (RFC 5322, section 3.4).
private struct MailboxSyntax {
    private(set) var isQuoted = false
    private(set) var isEscaped = false
    private(set) var isInAngles = false
    private var commentDepth = 0
    /// The last byte that is no blank.
    var lastMeaning: UInt8 = 0

    var isInComment: Bool { commentDepth > 0 }

    mutating func take(_ byte: UInt8) {
        if !byte.isBlank { lastMeaning = byte }
        if isEscaped {
            isEscaped = false
            return
        }
        switch byte {
        case UInt8(ascii: "\\"): isEscaped = isQuoted || isInComment
        case UInt8(ascii: "\"") where !isInComment: isQuoted.toggle()
        case UInt8(ascii: "(") where !isQuoted: commentDepth += 1
        case UInt8(ascii: ")") where !isQuoted: commentDepth = max(0, commentDepth - 1)
        case UInt8(ascii: "<") where !isQuoted && !isInComment: isInAngles = true
        case UInt8(ascii: ">") where !isQuoted && !isInComment: isInAngles = false
        default: break
        }
    }

    /// True for what may stand beside a word of a name.
    static func setsOff(_ byte: UInt8) -> Bool {
        byte.isBlank || neighbours.contains(byte)
    }

    /// True for what means something to a reader of mailboxes.
    static func isSyntax(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || signs.contains(byte)
    }

    /// What a backslash has to stand before in a comment, and in quotation marks.
    static let commentSigns = Array("()\\".utf8)
    static let quoteSigns = Array("\"\\".utf8)
    private static let neighbours = Array("(),:;<>\"".utf8)
    private static let signs = Array("\"(),:;<>@[]\\".utf8)
}

/// The results in an Authentication-Results header (RFC 8601, section 2.2), such as `dkim=pass
/// header.i=@list.example`.
///
/// Parts of the header are the sender's words: HELO, envelope sender, names of domains. Semicolons in
/// quotation marks and comments divide nothing.
struct AuthenticationResults: Hashable, Sendable {
    /// The results in the order of the header; the host that checked is none of them.
    let clauses: [Clause]

    /// `method=result` and the properties behind it.
    struct Clause: Hashable, Sendable {
        var method: RawText
        var result: RawText
        var properties: [HeaderField]
    }
}

extension AuthenticationResults {
    /// The results in a value.
    init(_ value: RawText) {
        var division = ClauseDivision(mindsQuotes: true)
        for byte in value.bytes { division.take(byte) }
        if division.isOpen {
            // A quotation mark or bracket that somebody left open must not hide what follows it.
            division = ClauseDivision(mindsQuotes: false)
            for byte in value.bytes { division.take(byte) }
        }
        clauses = division.finish().dropFirst().compactMap(Clause.init)
    }

    /// The clauses of a method, letter case aside.
    func clauses(of method: StaticString) -> [Clause] {
        clauses.filter { $0.method.equalsIgnoringCase(method) }
    }
}

extension AuthenticationResults.Clause {
    /// Nil where the words do not begin with `method=result`.
    fileprivate init?(_ words: [RawText]) {
        let pairs = words.map(Self.pair)
        guard let first = pairs.first, let first else { return nil }
        self.init(
            method: first.name, result: first.value,
            properties: pairs.dropFirst().compactMap { $0 })
    }

    /// The value of a property, such as `header.from`.
    func property(_ name: StaticString) -> RawText? {
        properties.first { $0.name.equalsIgnoringCase(name) }?.value
    }

    /// The domain that signed, by `header.i` or `header.d`.
    var signer: RawText? {
        guard let identity = property("header.i") ?? property("header.d") else { return nil }
        let domain = identity.bytes.split(separator: UInt8(ascii: "@")).last ?? []
        return domain.isEmpty ? nil : RawText(domain).lowered
    }

    private static func pair(_ word: RawText) -> HeaderField? {
        guard let sign = word.bytes.firstIndex(of: UInt8(ascii: "=")), sign > 0 else { return nil }
        return HeaderField(
            name: RawText(word.bytes[..<sign]), value: RawText(word.bytes[(sign + 1)...]))
    }
}

/// Divides a value into clauses at semicolons and clauses into words at blanks, comments left out.
private struct ClauseDivision {
    let mindsQuotes: Bool
    private var clauses: [[RawText]] = []
    private var words: [RawText] = []
    private var word: [UInt8] = []
    private var isQuoted = false
    private var isEscaped = false
    private var commentDepth = 0

    init(mindsQuotes: Bool) { self.mindsQuotes = mindsQuotes }

    /// True where quotation marks or a comment are not closed.
    var isOpen: Bool { isQuoted || isEscaped || commentDepth > 0 }

    mutating func take(_ byte: UInt8) {
        guard mindsQuotes else { return takePlain(byte) }
        if isEscaped {
            isEscaped = false
            add(byte)
        } else if byte == UInt8(ascii: "\\"), isQuoted || commentDepth > 0 {
            isEscaped = true
        } else if byte == UInt8(ascii: "\""), commentDepth == 0 {
            isQuoted.toggle()
            add(byte)
        } else if byte == UInt8(ascii: "("), !isQuoted {
            commentDepth += 1
        } else if byte == UInt8(ascii: ")"), commentDepth > 0 {
            commentDepth -= 1
        } else if isQuoted || commentDepth > 0 {
            add(byte)
        } else {
            takePlain(byte)
        }
    }

    mutating func finish() -> [[RawText]] {
        endClause()
        return clauses
    }

    private mutating func add(_ byte: UInt8) {
        if commentDepth == 0 { word.append(byte) }
    }

    private mutating func takePlain(_ byte: UInt8) {
        if byte == UInt8(ascii: ";") {
            endClause()
        } else if byte.isBlank {
            endWord()
        } else {
            word.append(byte)
        }
    }

    private mutating func endWord() {
        if !word.isEmpty { words.append(RawText(word)) }
        word = []
    }

    private mutating func endClause() {
        endWord()
        clauses.append(words)
        words = []
    }
}

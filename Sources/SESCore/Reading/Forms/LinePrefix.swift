/// What stands before each line of a message that a log took apart line by line: a time, and what is
/// the same on every line, such as the name of a stream.
///
/// Lambda makes an event of its own of every line that Python prints, and `aws logs tail` and exports to
/// S3 put a time before each.
struct LinePrefix: Hashable, Sendable {
    /// Colours before the time.
    var lead: [UInt8]
    /// What stands between the time and the message.
    var tail: [UInt8]

    static let longest = 512

    /// The prefix that fills a range; nil where it has no time or is too long.
    init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        guard range.count <= Self.longest else { return nil }
        var index = range.lowerBound
        while let end = TextLine.endOfColour(bytes, at: index), end < range.upperBound {
            index = end
        }
        guard case .ok(let end) = Self.endOfTime(bytes, from: index, isFinal: true),
            end < range.upperBound
        else { return nil }
        lead = bytes.copy(range.lowerBound..<index)
        tail = bytes.copy(end..<range.upperBound)
    }
}

extension LinePrefix {
    /// Where a message begins behind such a prefix that stands at an index.
    func end(_ bytes: Span<UInt8>, from start: Int, isFinal: Bool) -> ScanResult {
        let time: Int
        switch Self.match(lead, bytes, from: start, isFinal: isFinal) {
        case .ok(let end): time = end
        case let other: return other
        }
        switch Self.endOfTime(bytes, from: time, isFinal: isFinal) {
        case .ok(let end): return Self.match(tail, bytes, from: end, isFinal: isFinal)
        case let other: return other
        }
    }

    /// Whether a bracket that ends its line opens a document whose next line has this prefix too.
    func opens(_ window: borrowing Window, at bracket: Int) -> Window.Opening {
        guard let feed = endOfOpening(window, bracket) else {
            return window.isFinal ? .none : .more
        }
        guard window[feed] == 0x0A else { return .none }
        let next = window.index(feed) + 1
        switch end(window.bytes, from: next, isFinal: window.isFinal) {
        case .more: return .more
        case .bad: return .none
        case .ok(var index):
            while index < window.bytes.count, window.bytes[index] == 0x20 { index += 1 }
            guard index < window.bytes.count else { return window.isFinal ? .none : .more }
            let first = window.bytes[index]
            let isList = window[bracket] == UInt8(ascii: "[")
            let isJSON = first == (isList ? UInt8(ascii: "{") : UInt8(ascii: "\""))
            return isJSON ? .form(.prefixed(self)) : .none
        }
    }

    /// The JSON whose lines all but the first have this prefix; nil where one has another.
    func json(of bytes: Span<UInt8>) -> [UInt8]? {
        var json: [UInt8] = []
        json.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            json.append(byte)
            index += 1
            guard byte == 0x0A else { continue }
            guard case .ok(let end) = end(bytes, from: index, isFinal: true) else { return nil }
            index = end
        }
        return json
    }

    /// The end of the object or array that opens at `start`.
    func endOfDocument(
        _ bytes: Span<UInt8>, from start: Int, isFinal: Bool, limit: inout LookAhead
    ) -> ScanResult {
        var brackets = BracketStack()
        var position = start
        while position < bytes.count, position < limit.end {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                let text = JSONStructure.endOfString(bytes, from: position, limit: &limit)
                guard case .ok(let end) = text else { return text }
                position = end
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                brackets.push(isObject: byte == UInt8(ascii: "{"))
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard brackets.pop(isObject: byte == UInt8(ascii: "}")) else {
                    return .bad(ScanFailure(position: position, reason: .mismatchedBracket))
                }
                if brackets.count == 0 { return .ok(position + 1) }
            case 0x0A:
                limit.passLineFeed(at: position)
                let line = end(bytes, from: position + 1, isFinal: isFinal)
                guard case .ok(let end) = line else { return line }
                position = end
                continue
            default: break
            }
            position += 1
        }
        return bytes.count < limit.end
            ? .more : .bad(ScanFailure(position: limit.end, reason: .tooLong))
    }

    private func endOfOpening(_ window: borrowing Window, _ bracket: Int) -> Int? {
        var next = bracket + 1
        while let byte = window[next] {
            let isSpace = byte == 0x20 || byte == 0x0D
            if !isSpace || next - bracket > Self.longest { return next }
            next += 1
        }
        return nil
    }

    private static func match(
        _ word: [UInt8], _ bytes: Span<UInt8>, from start: Int, isFinal: Bool
    ) -> ScanResult {
        for offset in word.indices {
            guard start + offset < bytes.count else { return ranOut(bytes, isFinal) }
            guard bytes[start + offset] == word[offset] else {
                return .bad(
                    ScanFailure(
                        position: start + offset, reason: .misplaced(bytes[start + offset])))
            }
        }
        return .ok(start + word.count)
    }

    /// `2025-02-03T04:05:06`, a fraction and a zone where they stand.
    static func endOfTime(
        _ bytes: Span<UInt8>, from start: Int, isFinal: Bool
    ) -> ScanResult {
        for offset in 0..<19 {
            guard start + offset < bytes.count else { return ranOut(bytes, isFinal) }
            let byte = bytes[start + offset]
            let isRight =
                switch offset {
                case 4, 7: byte == UInt8(ascii: "-")
                case 10: byte == UInt8(ascii: "T") || byte == 0x20
                case 13, 16: byte == UInt8(ascii: ":")
                default: 0x30...0x39 ~= byte
                }
            guard isRight else {
                return .bad(ScanFailure(position: start + offset, reason: .misplaced(byte)))
            }
        }
        var end = start + 19
        while end < bytes.count, isTimeByte(bytes[end]), end - start < longest { end += 1 }
        return end < bytes.count || isFinal ? .ok(end) : .more
    }

    private static func isTimeByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "Z"),
            UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ":"):
            true
        default: false
        }
    }

    private static func ranOut(_ bytes: Span<UInt8>, _ isFinal: Bool) -> ScanResult {
        isFinal ? .bad(ScanFailure(position: bytes.count, reason: .endOfInput)) : .more
    }
}

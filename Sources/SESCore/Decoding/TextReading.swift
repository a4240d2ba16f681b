/// Takes values of whatever type stands there, since events spell the same field in several ways.
struct FieldReader {
    /// Remarks on what was met so far.
    var marks: Marks = []

    /// A text, or the source of a value of another kind; nil for `null`.
    mutating func text(_ walker: inout JSONWalker) -> RawText? {
        if let range = walker.string() { return decode(walker.bytes, range) }
        let isNull = walker.kind == .null
        guard let range = walker.skipValue() else { return nil }
        return isNull ? nil : RawText(walker.bytes.copy(range))
    }

    /// Texts: an array of them, or one alone; none for `null`.
    mutating func texts(_ walker: inout JSONWalker) -> [RawText] {
        guard walker.kind == .array else { return text(&walker).map { [$0] } ?? [] }
        var texts: [RawText] = []
        walker.apart { walker in
            walker.enter()
            while walker.nextElement() {
                if let text = text(&walker) { texts.append(text) }
            }
        }
        return texts
    }

    /// `true`, `false`, or one of the two as a text; nil for anything else.
    mutating func bool(_ walker: inout JSONWalker) -> Bool? {
        if case .bool(let value) = walker.kind {
            walker.skipValue()
            return value
        }
        guard let text = text(&walker) else { return nil }
        if text.equalsIgnoringCase("true") { return true }
        return text.equalsIgnoringCase("false") ? false : nil
    }

    /// A verdict: an object with `status`, or the status alone.
    ///
    /// `null`, an object without status and a status that is `null` are missing; a status of another
    /// type than text is ``VerdictStatus/other``, shown as its source.
    mutating func verdict(_ walker: inout JSONWalker) -> Verdict {
        guard walker.kind == .object else { return token(&walker) }
        var verdict = Verdict.missing
        var seen = SeenKeys()
        walker.apart { walker in
            walker.enter()
            while let key = walker.nextKey() {
                if walker.bytes.key(key, is: "status") {
                    if seen.meetsAgain(0) { marks.insert(.repeatedKey) }
                    verdict = token(&walker)
                } else {
                    walker.skipValue()
                }
            }
        }
        return verdict
    }

    private mutating func token(_ walker: inout JSONWalker) -> Verdict {
        if let range = walker.string() { return Verdict(token: decode(walker.bytes, range)) }
        return text(&walker).map { Verdict(status: .other, spelled: $0) } ?? .missing
    }

    /// The DMARC policy: a text, or an object with `status` as the first edition of the manual had it.
    mutating func policy(_ walker: inout JSONWalker) -> (DMARCPolicy, RawText?) {
        let spelled = verdict(&walker).spelled
        return (spelled.map { DMARCPolicy(token: $0) } ?? .absent, spelled)
    }

    private mutating func decode(_ bytes: Span<UInt8>, _ range: Range<Int>) -> RawText {
        let (text, isValid) = JSONText.decode(bytes, range)
        if !isValid { marks.insert(.malformed) }
        return text
    }
}

/// Notes which keys of an object have been met, so that a repeated one can be told.
struct SeenKeys {
    private var bits: UInt64 = 0

    /// Notes a key by its number, 0 to 63; true if it was met before.
    mutating func meetsAgain(_ number: Int) -> Bool {
        let bit = UInt64(1) << UInt64(number)
        defer { bits |= bit }
        return bits & bit != 0
    }
}

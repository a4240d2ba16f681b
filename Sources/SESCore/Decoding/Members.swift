/// Where the known members of an object stand; of a repeated key the last one.
struct Members: Sendable {
    private var values = [(range: Range<Int>, kind: JSONKind)?](
        repeating: nil, count: KnownKey.allCases.count)
    /// How many members there are, known or not.
    private(set) var count = 0
    /// True where a key is the path of a field of an event, such as `ses.mail.messageId`.
    private(set) var holdsColumns = false
    /// Where the object proves to be no JSON; nil where it is sound as far as this was looked at.
    private(set) var failure: ScanFailure?
}

extension Members {
    /// The members of the object at a position.
    init(_ bytes: Span<UInt8>, at position: Int) {
        var walker = JSONWalker(bytes, at: position)
        guard walker.kind == .object else { return }
        walker.enter()
        while let key = walker.nextKey() {
            let kind = walker.kind
            guard let range = walker.skipValue() else { break }
            count += 1
            if let known = KnownKey(key, in: bytes) {
                values[Int(known.rawValue)] = (range, kind)
            } else if !holdsColumns {
                holdsColumns = FlatRecord.isTelling(bytes.extracting(key.range))
            }
        }
        failure = walker.failure
    }

    /// True where the member is there and not `null`.
    func has(_ key: KnownKey) -> Bool {
        values[Int(key.rawValue)].map { $0.kind != .null } ?? false
    }

    /// The range of the member if its value is an object.
    func object(_ key: KnownKey) -> Range<Int>? { range(key, of: .object) }

    /// The range of the member if its value is an array.
    func array(_ key: KnownKey) -> Range<Int>? { range(key, of: .array) }

    /// The range of the member, quotes included, if its value is a text.
    func string(_ key: KnownKey) -> Range<Int>? { range(key, of: .string) }

    /// The range of the member if its value is a number.
    func number(_ key: KnownKey) -> Range<Int>? { range(key, of: .number) }

    /// The text of the member, decoded, if its value is one.
    func text(_ key: KnownKey, _ bytes: Span<UInt8>) -> RawText? {
        string(key).map { JSONText.decode(bytes, $0.lowerBound + 1..<$0.upperBound - 1).text }
    }

    /// True if the value of the member is an object in which one of the words is a key.
    func holds(_ words: [StaticString], in key: KnownKey, _ bytes: Span<UInt8>) -> Bool {
        guard let range = object(key) else { return false }
        var walker = JSONWalker(bytes, at: range.lowerBound)
        walker.enter()
        while let key = walker.nextKey() {
            if words.contains(where: { bytes.key(key, is: $0) }) { return true }
            walker.skipValue()
        }
        return false
    }

    /// The range of the member, whatever its value is.
    func value(_ key: KnownKey) -> Range<Int>? { values[Int(key.rawValue)]?.range }

    private func range(_ key: KnownKey, of kind: JSONKind) -> Range<Int>? {
        guard let value = values[Int(key.rawValue)], value.kind == kind else { return nil }
        return value.range
    }
}

extension Route {
    /// The record that the route leads to; nil where the bytes are not what they were.
    func record(in carrier: [UInt8]) -> [UInt8]? {
        var bytes = carrier
        for step in steps {
            guard let next = Self.follow(step, bytes.span) else { return nil }
            bytes = next
        }
        return bytes
    }

    /// What a step leads to; nil where there is no such thing in the bytes.
    static func follow(_ step: Step, _ bytes: Span<UInt8>) -> [UInt8]? {
        switch step {
        case .text:
            guard bytes.count >= 2, bytes[0] == UInt8(ascii: "\"") else { return nil }
            return JSONText.decode(bytes, 1..<bytes.count - 1).text.bytes
        case .member(let key): return Members(bytes, at: 0).value(key).map { bytes.copy($0) }
        case .memberAt(let index): return member(index, bytes)
        case .element(let index): return element(index, bytes)
        case .base64: return Base64.decode(bytes)
        case .inflate: return Inflater.whole(bytes, limit: Unwrapper.mostInflated).bytes
        case .document(let index):
            let found = TextDocuments(bytes).documents.dropFirst(index).first
            return found.map { bytes.copy($0.range) }
        case .python: return try? PythonLiteral.json(of: bytes).get()
        case .inspect: return try? InspectText.json(of: bytes).get().json
        case .repaired: return Repair.closed(bytes)?.bytes
        case .unprefixed(let prefix): return prefix.json(of: bytes)
        case .mail: return RawMail.record(bytes)
        case .cell: return CSVRow.text(bytes, 0..<bytes.count)
        case .columns(let names): return CSVRow.record(bytes, names)
        case .flattened: return FlatRecord.json(columns: FlatColumns.columns(bytes, at: 0))
        }
    }

    private static func member(_ index: Int, _ bytes: Span<UInt8>) -> [UInt8]? {
        var walker = JSONWalker(bytes)
        guard walker.kind == .object else { return nil }
        walker.enter()
        for _ in 0..<index {
            guard walker.nextKey() != nil, walker.skipValue() != nil else { return nil }
        }
        guard walker.nextKey() != nil, let range = walker.skipValue() else { return nil }
        return bytes.copy(range)
    }

    private static func element(_ index: Int, _ bytes: Span<UInt8>) -> [UInt8]? {
        var walker = JSONWalker(bytes)
        guard walker.kind == .array else { return nil }
        walker.enter()
        for _ in 0..<index {
            guard walker.nextElement(), walker.skipValue() != nil else { return nil }
        }
        guard walker.nextElement(), let range = walker.skipValue() else { return nil }
        return bytes.copy(range)
    }
}

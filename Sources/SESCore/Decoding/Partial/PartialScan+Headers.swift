extension PartialScan {
    /// The `headers` array, of which what is not wanted is left out.
    mutating func headers(_ mail: inout Mail) -> Bool {
        guard scan.next() == UInt8(ascii: "[") else { return false }
        guard wish.ownHeaders || !wish.names.isEmpty else { return scan.skipContainer() }
        scan.position += 1
        var headers: [HeaderField] = []
        var isFirst = true
        while scan.next() != UInt8(ascii: "]") {
            guard isFirst || scan.take(","), header(&headers) else { return false }
            isFirst = false
        }
        scan.position += 1
        mail.headers = headers
        return true
    }

    /// An object with a name and a value and nothing else.
    private mutating func header(_ headers: inout [HeaderField]) -> Bool {
        guard scan.take("{"), let first = scan.key(isFirst: true), let one = place(),
            let second = scan.key(isFirst: false), let other = place(), scan.closes()
        else { return false }
        let isInOrder = scan.stands("name", first) && scan.stands("value", second)
        guard isInOrder || scan.stands("value", first) && scan.stands("name", second) else {
            return false
        }
        let (name, value) = isInOrder ? (one, other) : (other, one)
        guard !name.isEscaped else { return false }
        return add(name.range, value.range, isEscaped: value.isEscaped, to: &headers)
    }

    private func add(
        _ name: Range<Int>, _ value: Range<Int>, isEscaped: Bool, to headers: inout [HeaderField]
    ) -> Bool {
        let isBehindOthers = headers.last?.name.isEmpty ?? false
        let own = wish.ownHeaders ? OwnHeader(name, scan.bytes, isBelow: isBehindOthers) : nil
        let isNamed = wish.names.contains { scan.bytes.holds($0, in: name) }
        guard own != nil || isNamed else {
            if !isBehindOthers { headers.append(HeaderField(name: "", value: "")) }
            return true
        }
        var header = HeaderField(
            name: own?.name ?? RawText(scan.bytes.copy(name)), value: "")
        if isNamed || own?.needsValue == true {
            if isEscaped {
                let (text, isValid) = JSONText.decode(scan.bytes, value)
                guard isValid else { return false }
                header.value = text
            } else {
                header.value = RawText(scan.bytes.copy(value))
            }
        }
        headers.append(header)
        return true
    }
}

/// A header that SES wrote or seems to have written, as far as ``TrustedHeaders`` and ``HeaderFinding``
/// look at it.
private struct OwnHeader {
    let name: RawText
    let needsValue: Bool

    /// Nil for a header that they pass by; `isBelow` says that such a one stands above.
    init?(_ name: Range<Int>, _ bytes: Span<UInt8>, isBelow: Bool) {
        guard !name.isEmpty else { return nil }
        switch bytes[name.lowerBound] | 0x20 {
        case UInt8(ascii: "r"):
            guard !isBelow, let known = Self.known.first(where: { bytes.holds($0.key, in: name) })
            else { return nil }
            self = known.header
        case UInt8(ascii: "a"), UInt8(ascii: "x"):
            if let known = Self.known.first(where: { bytes.holds($0.key, in: name) }) {
                self = known.header
            } else if name.count >= Self.prefix.count,
                bytes.holds(Self.prefix, in: name.prefix(Self.prefix.count))
            {
                self.init(bytes.copy(name), needsValue: false)
            } else {
                return nil
            }
        default: return nil
        }
    }

    private init(_ name: [UInt8], needsValue: Bool) {
        self.name = RawText(name)
        self.needsValue = needsValue
    }

    private static let prefix = Array("x-ses-".utf8)
    private static let known: [(key: [UInt8], header: OwnHeader)] = [
        ("Return-Path", false), ("Received", true), ("X-SES-Spam-Verdict", true),
        ("X-SES-Virus-Verdict", true), ("Received-SPF", false), ("Authentication-Results", true),
    ].map { name, needsValue in
        let header = OwnHeader(Array(name.utf8), needsValue: needsValue)
        return (header.name.lowered.bytes, header)
    }
}

extension Span<UInt8> {
    /// True where a range holds an ASCII word that is written in small letters, letter case aside.
    fileprivate func holds(_ word: [UInt8], in range: Range<Int>) -> Bool {
        guard word.count == range.count else { return false }
        for index in word.indices where self[range.lowerBound + index].asciiLower != word[index] {
            return false
        }
        return true
    }
}

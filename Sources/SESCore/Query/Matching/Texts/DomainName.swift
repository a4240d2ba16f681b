/// A domain that addresses are compared with.
struct DomainName: Hashable, Sendable {
    private let folded: [UInt8]

    /// A domain as it was typed; a dot at either end does not matter.
    init(_ text: RawText) {
        var name = SearchFold.fold(text.bytes)[...]
        if name.first == Self.dot { name.removeFirst() }
        if name.last == Self.dot { name.removeLast() }
        folded = Array(name)
    }

    private static let dot = UInt8(ascii: ".")
}

extension DomainName {
    /// True where an address is of this domain or of one below it, letter case aside.
    func isDomain(of address: Span<UInt8>) -> Bool {
        guard mayBeEnd(of: address), let range = Self.range(in: address) else { return false }
        let domain = address.extracting(range)
        if domain.isASCII { return isEnd(of: domain) }
        var bytes: [UInt8] = []
        SearchFold.append(domain, to: &bytes)
        return isEnd(of: bytes.span)
    }

    /// False where the last letter alone tells that an address is of another domain, as it mostly does.
    private func mayBeEnd(of address: Span<UInt8>) -> Bool {
        guard !address.isEmpty, let last = folded.last else { return false }
        let byte = address[address.count - 1]
        return byte >= 0x80 || byte == Self.dot || byte.asciiLower == last
    }

    /// What follows the last `@` of an address, without a closing dot; nil where nothing does.
    static func range(in address: Span<UInt8>) -> Range<Int>? {
        var end = address.count
        if end > 0, address[end - 1] == dot { end -= 1 }
        var start = end
        while start > 0, address[start - 1] != UInt8(ascii: "@") { start -= 1 }
        return start > 0 && start < end ? start..<end : nil
    }

    private func isEnd(of domain: Span<UInt8>) -> Bool {
        let start = domain.count - folded.count
        guard !folded.isEmpty, start >= 0 else { return false }
        for index in folded.indices where domain[start + index].asciiLower != folded[index] {
            return false
        }
        return start == 0 || domain[start - 1] == Self.dot
    }
}

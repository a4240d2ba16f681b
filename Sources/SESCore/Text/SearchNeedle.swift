/// Bytes to look for, prepared once for many texts.
///
/// The search of Knuth, Morris and Pratt: linear whatever the texts are.
public struct SearchNeedle: Hashable, Sendable {
    /// What is looked for, letter case folded.
    public let bytes: [UInt8]
    /// True for whole characters.
    let isWhole: Bool
    /// For each length of a match so far, the longest shorter match that ends at the same place.
    private let fallbacks: [Int]

    /// A needle that is folded already.
    public init(folded bytes: some Collection<UInt8>) {
        let bytes = Array(bytes)
        self.bytes = bytes
        isWhole = WTF8.isValid(bytes.span)
        fallbacks = Self.fallbacks(of: bytes)
    }

    /// A needle as it was typed.
    public init(_ text: RawText) { self.init(folded: SearchFold.fold(text.bytes)) }
}

extension SearchNeedle {
    /// True where folded bytes hold the needle; an empty needle is everywhere.
    public func isFound(in haystack: some Collection<UInt8>) -> Bool {
        offset(in: haystack) != nil
    }

    /// How many bytes from its start folded bytes hold the needle for the first time.
    public func offset(in haystack: some Collection<UInt8>) -> Int? {
        let read = Array(haystack)
        return offset(in: read.span)
    }

    /// True where a text holds the needle, letter case aside.
    func isFound(folding text: Span<UInt8>) -> Bool {
        if text.isASCII { return offset(in: text) != nil }
        var folded: [UInt8] = []
        SearchFold.append(text, to: &folded)
        return offset(in: folded.span) != nil
    }

    /// How many bytes from its start folded bytes, or any of ASCII, hold the needle for the first time.
    public func offset(in haystack: borrowing Span<UInt8>) -> Int? {
        let needle = bytes.span
        guard !needle.isEmpty else { return 0 }
        let first = needle[0]
        var matched = 0
        for place in haystack.indices {
            let byte = haystack[place].asciiLower
            if matched == 0, byte != first { continue }
            while matched > 0, needle[matched] != byte { matched = fallbacks[matched] }
            if needle[matched] == byte { matched += 1 }
            if matched == needle.count { return place + 1 - matched }
        }
        return nil
    }

    private static func fallbacks(of bytes: [UInt8]) -> [Int] {
        var fallbacks = [0, 0]
        var matched = 0
        for byte in bytes.dropFirst() {
            while matched > 0, bytes[matched] != byte { matched = fallbacks[matched] }
            if bytes[matched] == byte { matched += 1 }
            fallbacks.append(matched)
        }
        return fallbacks
    }
}

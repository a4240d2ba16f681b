/// Text that came from outside, as the bytes it arrived in.
///
/// The bytes are UTF-8 in the ordinary case. A lone surrogate that JSON spelled as `\ud800` stays as
/// its three WTF-8 bytes, and bytes that are no UTF-8 stay as they are: nothing is replaced here.
/// Comparing and hashing look at the bytes alone, so two spellings that Unicode calls equivalent
/// are two texts, and no input makes a comparison slow.
public struct RawText: Hashable, Sendable {
    /// The bytes, without terminator.
    public var bytes: [UInt8]

    /// Text of the given bytes.
    public init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    /// Text of our own, as UTF-8.
    public init(_ string: String) { bytes = Array(string.utf8) }
}

extension RawText {
    /// True where there is not a single byte.
    public var isEmpty: Bool { bytes.isEmpty }

    /// How many bytes there are.
    public var count: Int { bytes.count }

    /// True where the text is the ASCII word, letter case aside.
    public func equalsIgnoringCase(_ word: StaticString) -> Bool {
        word.withUTF8Buffer { word in
            unsafe bytes.count == word.count
                && zip(bytes, word).allSatisfy { $0.asciiLower == $1.asciiLower }
        }
    }
}

extension RawText: ExpressibleByStringLiteral {
    /// Text of our own, written in the source.
    public init(stringLiteral value: String) { self.init(value) }
}

extension RawText: CustomStringConvertible {
    /// The text for messages of tests; never for a screen, which wants `VisibleText`.
    public var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension UInt8 {
    /// The lower-case letter of an ASCII capital; any other byte unchanged.
    package var asciiLower: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

/// How the beginning of a gzip member is known (RFC 1952, section 2.3).
enum GzipSignature {
    /// How many bytes the shortest header of a member has.
    static let length = 10

    /// True where a header of a member begins: magic bytes, deflate, and no reserved flag.
    static func begins(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        index + 3 < bytes.count && mayBegin(bytes, at: index)
    }

    /// True where a header begins, or might if more bytes followed the last one.
    static func mayBegin(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        let count = bytes.count - index
        return count > 0 && bytes[index] == 0x1F && (count < 2 || bytes[index + 1] == 0x8B)
            && (count < 3 || bytes[index + 2] == 8) && (count < 4 || bytes[index + 3] & 0xE0 == 0)
    }
}

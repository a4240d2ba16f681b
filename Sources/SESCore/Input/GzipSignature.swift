/// How the beginning of a gzip member is known (RFC 1952, section 2.3).
enum GzipSignature {
    /// How many bytes the shortest header of a member has.
    static let length = 10

    /// True where a header of a member may begin: magic bytes, deflate, and no reserved flag.
    static func begins(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        index + 3 < bytes.count && bytes[index] == 0x1F && bytes[index + 1] == 0x8B
            && bytes[index + 2] == 8 && bytes[index + 3] & 0xE0 == 0
    }
}

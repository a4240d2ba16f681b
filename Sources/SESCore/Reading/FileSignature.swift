/// Formats that are recognised by their first bytes and cannot be read as they are.
enum FileSignature {
    /// What to tell about a file that begins with these bytes; nil where it may be a log.
    static func refusal(of head: Span<UInt8>) -> String? {
        for signature in known where signature.bytes.count <= head.count {
            if signature.bytes.indices.allSatisfy({ head[$0] == signature.bytes[$0] }) {
                return signature.refusal
            }
        }
        return nil
    }

    private static let known: [(bytes: [UInt8], refusal: String)] = [
        ([0x1F, 0x8B], "is compressed by gzip; unpack it first: gzip -dk FILE"),
        ([0x28, 0xB5, 0x2F, 0xFD], "is compressed by zstd; unpack it first: zstd -d FILE"),
        ([0x42, 0x5A, 0x68], "is compressed by bzip2; unpack it first: bzip2 -dk FILE"),
        (
            [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00],
            "is compressed by xz; unpack it first: xz -dk FILE"
        ),
        ([0x50, 0x4B, 0x03, 0x04], "is a zip archive; unpack it first: unzip FILE"),
        ([0xFF, 0xFE], "is UTF-16 text; convert it first: iconv -f UTF-16 -t UTF-8 FILE"),
        ([0xFE, 0xFF], "is UTF-16 text; convert it first: iconv -f UTF-16 -t UTF-8 FILE"),
    ]
}

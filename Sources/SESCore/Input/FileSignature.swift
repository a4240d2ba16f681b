/// Formats that are recognised by their first bytes and cannot be read as they are.
enum FileSignature {
    /// How many of the first bytes say enough.
    static let length = 512

    /// What to tell about input that begins with these bytes; nil where it may be a log.
    static func refusal(of head: Span<UInt8>) -> String? {
        for signature in known where signature.offset + signature.bytes.count <= head.count {
            if signature.bytes.indices.allSatisfy({
                head[signature.offset + $0] == signature.bytes[$0]
            }) {
                return signature.refusal
            }
        }
        return isUTF16(head) ? utf16 : nil
    }

    private static let utf16 = "is UTF-16 text: iconv -f UTF-16 -t UTF-8 FILE | ses-browser -"

    private static func packed(_ name: String, _ command: String) -> String {
        "is \(name): \(command) FILE | ses-browser -"
    }

    private static let known: [(offset: Int, bytes: [UInt8], refusal: String)] = [
        (0, [0x28, 0xB5, 0x2F, 0xFD], packed("compressed by zstd", "zstd -dc")),
        (0, [0x42, 0x5A, 0x68], packed("compressed by bzip2", "bzip2 -dc")),
        (0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], packed("compressed by xz", "xz -dc")),
        (0, [0x04, 0x22, 0x4D, 0x18], packed("compressed by lz4", "lz4 -dc")),
        (0, [0x1F, 0x9D], packed("compressed by compress", "gzip -dc")),
        (
            0, [0xFF, 0x06, 0, 0] + Array("sNaPpY".utf8),
            packed("compressed by Snappy", "snzip -dc")
        ),
        (0, [0x50, 0x4B, 0x03, 0x04], packed("a zip archive", "unzip -p")),
        (257, Array("ustar".utf8), packed("a tar archive", "tar -xOf")),
        (0, [0xFF, 0xFE], utf16),
        (0, [0xFE, 0xFF], utf16),
    ]

    /// True where, as in UTF-16 without a mark, every other byte is zero and the rest are none.
    private static func isUTF16(_ head: Span<UInt8>) -> Bool {
        let pairs = min(head.count, 64) / 2
        guard pairs >= 8 else { return false }
        let zeros = (0..<2).map { side in (0..<pairs).count { head[2 * $0 + side] == 0 } }
        return zeros == [0, pairs] || zeros == [pairs, 0]
    }
}

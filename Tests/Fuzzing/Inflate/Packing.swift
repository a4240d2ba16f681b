/// Packs bytes into members of gzip data (RFC 1952), without packing them tightly.
enum Packing {
    private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

    /// A member in one block: stored, or of the fixed codes of RFC 1951, section 3.2.6.
    static func member(_ bytes: [UInt8], isStored: Bool) -> [UInt8] {
        header + (isStored ? stored(bytes) : coded(bytes)) + little(checksum(bytes), 4)
            + little(UInt32(bytes.count), 4)
    }

    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        [1] + little(UInt32(bytes.count), 2) + little(~UInt32(bytes.count), 2) + bytes
    }

    private static func coded(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var pending: UInt32 = 0b011
        var count = 3
        func put(_ code: UInt32, _ length: Int) {
            // Codes begin with their highest bit.
            for shift in (0..<length).reversed() {
                pending |= (code >> UInt32(shift) & 1) << UInt32(count)
                count += 1
                if count == 8 {
                    output.append(UInt8(pending))
                    (pending, count) = (0, 0)
                }
            }
        }
        for byte in bytes {
            if byte < 144 { put(0x30 + UInt32(byte), 8) } else { put(0x100 + UInt32(byte), 9) }
        }
        put(0, 7)
        return count > 0 ? output + [UInt8(pending)] : output
    }

    private static func little(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }

    /// The checksum of RFC 1952, section 8.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return ~sum
    }
}

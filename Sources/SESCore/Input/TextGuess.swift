/// Tells text from bytes that are none by a look at some of them.
enum TextGuess {
    /// How many bytes are looked at to find text.
    static let enough = 512
    private static let leastNoise = 256
    private static let mostNoise = 4 << 10

    /// What is told of input that holds noise and no mail.
    static let noise =
        "holds bytes that are no text; objects that SES encrypts with KMS can only be read by "
        + "the S3 encryption client"

    /// True where the bytes from `start` on are UTF-8 without control characters that no log has.
    static func isText(_ bytes: Span<UInt8>, from start: Int) -> Bool {
        let end = min(bytes.count, start + enough)
        // A character may be cut by the end of what is looked at.
        return counts(bytes.extracting(start..<end)).strange <= (end < bytes.count ? 3 : 0)
    }

    /// True where the bytes look like encrypted ones: many that are no text, and of all values.
    static func isNoise(_ head: Span<UInt8>) -> Bool {
        guard head.count >= leastNoise else { return false }
        let looked = head.extracting(0..<min(head.count, mostNoise))
        let (strange, values) = counts(looked)
        return strange * 4 >= looked.count && values >= 120
    }

    /// How many bytes are neither ordinary ASCII nor part of UTF-8, and how many values there are.
    private static func counts(_ bytes: Span<UInt8>) -> (strange: Int, values: Int) {
        var strange = 0
        var seen = [Bool](repeating: false, count: 256)
        var index = 0
        while index < bytes.count {
            seen[Int(bytes[index])] = true
            let length = characterLength(bytes, at: index)
            if length == 0 { strange += 1 }
            index += max(1, length)
        }
        return (strange, seen.count { $0 })
    }

    /// The length of the character at an index; 0 where there is none that text has.
    private static func characterLength(_ bytes: Span<UInt8>, at index: Int) -> Int {
        let length: Int
        switch bytes[index] {
        case 0x20..<0x7F, 0x08..<0x0E, 0x1B: return 1
        case 0xC2..<0xE0: length = 2
        case 0xE0..<0xF0: length = 3
        case 0xF0..<0xF5: length = 4
        default: return 0
        }
        guard index + length <= bytes.count else { return 0 }
        let isWhole = (1..<length).allSatisfy { bytes[index + $0] & 0xC0 == 0x80 }
        return isWhole ? length : 0
    }
}

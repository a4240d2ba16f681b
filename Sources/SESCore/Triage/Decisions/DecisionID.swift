/// The number of a decision or of a step, unlike any other in the world.
///
/// A UUID of version 7 (RFC 9562): first the milliseconds since 1970, big-endian, so that the order
/// of the bytes is the order in which decisions were made, in whatever store they meet.
public struct DecisionID: Hashable, Sendable {
    /// The first 8 bytes, of which 6 are the time.
    public let high: UInt64
    /// The last 8 bytes.
    public let low: UInt64
}

extension DecisionID {
    /// A new number for the given moment.
    public init(at time: Timestamp) {
        let milliseconds = UInt64(clamping: time.milliseconds) & 0xFFFF_FFFF_FFFF
        high = milliseconds << 16 | 0x7000 | UInt64.random(in: 0...0xFFF)
        low = UInt64.random(in: 0..<1 << 62) | 1 << 63
    }

    /// The number that 16 bytes stand for; nil for another count of bytes.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        high = bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes[8...].reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The 16 bytes.
    public var bytes: [UInt8] {
        (0..<16).map { index in
            UInt8(truncatingIfNeeded: (index < 8 ? high : low) >> UInt64(56 - index % 8 * 8))
        }
    }

    /// The moment of the number.
    public var time: Timestamp { Timestamp(milliseconds: Int64(high >> 16)) }
}

extension DecisionID: Comparable {
    /// The older number comes first.
    public static func < (left: Self, right: Self) -> Bool {
        left.high == right.high ? left.low < right.low : left.high < right.high
    }
}

extension DecisionID: CustomStringConvertible {
    /// The usual spelling of 36 characters.
    public var description: String {
        let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        var text = ""
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text += "-" }
            text.append(digit)
        }
        return text
    }
}

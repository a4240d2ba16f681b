/// Random numbers that a seed decides: SplitMix64, the same on any machine.
struct SeededRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// A number from 0 on, below `bound`.
    mutating func below(_ bound: Int) -> Int {
        Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// True in `share` of a thousand cases.
    mutating func chance(_ share: Int) -> Bool { below(1000) < share }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

    /// Appends `count` letters of an alphabet.
    mutating func append(_ count: Int, of alphabet: [UInt8], to bytes: inout [UInt8]) {
        var bits: UInt64 = 0
        for index in 0..<count {
            // Eight letters a number; the alphabets have at most 64 letters, so the rest is enough.
            if index % 8 == 0 { bits = next() }
            bytes.append(alphabet[(Int(bits & 0xFF) * alphabet.count) >> 8])
            bits >>= 8
        }
    }
}

/// What random letters are taken from.
enum Alphabet {
    static let hex = Array("0123456789abcdef".utf8)
    static let token = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
    static let base64 = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}

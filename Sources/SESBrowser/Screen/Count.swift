/// A count as people read it: `48,310`, or `48k` where room is short.
struct Count: Hashable, Sendable {
    var value: Int

    init(_ value: Int) { self.value = value }
}

extension Count {
    /// The digits in groups of three.
    var grouped: String {
        var digits = Array(String(value).utf8)
        var place = digits.count - 3
        while place > 0, digits[place - 1] != UInt8(ascii: "-") {
            digits.insert(UInt8(ascii: ","), at: place)
            place -= 3
        }
        return String(decoding: digits, as: UTF8.self)
    }

    /// The longest form that has at most so many letters: grouped, plain, in thousands, millions
    /// or billions; `+` where none fits.
    func fitting(_ letters: Int) -> String {
        let forms = [
            grouped, String(value), "\(value / 1000)k", "\(value / 1_000_000)M",
            "\(value / 1_000_000_000)G",
        ]
        let usable = value < 1000 ? 2 : value < 1_000_000 ? 3 : value < 1_000_000_000 ? 4 : 5
        return forms.prefix(usable).first { $0.utf8.count <= letters } ?? (letters > 0 ? "+" : "")
    }
}

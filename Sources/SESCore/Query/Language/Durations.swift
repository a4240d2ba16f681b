extension QueryDuration {
    /// The amount that is typed, such as `90m`; nil where it is none or too large.
    init?(typed word: ArraySlice<UInt8>) {
        let digits = word.prefix { $0 &- 0x30 < 10 }
        let letters = word[digits.endIndex...].map(\.asciiLower)
        guard let count = digits.number(digits: 1...7),
            let unit = Unit.allCases.first(where: { letters.elementsEqual($0.rawValue.utf8) })
        else { return nil }
        self.init(count, unit)
    }

    /// The amount as it is typed.
    var text: String { "\(count)\(unit.rawValue)" }
}

extension DurationRange {
    /// The comparison that is typed; nil where it is none, or the second amount is the shorter one.
    init?(typed word: ArraySlice<UInt8>) {
        if let (before, behind) = word.sidesOfDots {
            guard let first = QueryDuration(typed: before),
                let last = QueryDuration(typed: behind), first.milliseconds <= last.milliseconds
            else { return nil }
            self = .between(first, last)
            return
        }
        guard let amount = QueryDuration(typed: word.dropFirst()) else { return nil }
        switch word.first {
        case UInt8(ascii: ">"): self = .longer(than: amount)
        case UInt8(ascii: "<"): self = .shorter(than: amount)
        default: return nil
        }
    }

    /// The comparison as it is typed.
    var text: String {
        switch self {
        case .longer(let amount): ">\(amount.text)"
        case .shorter(let amount): "<\(amount.text)"
        case .between(let first, let last): "\(first.text)..\(last.text)"
        }
    }
}

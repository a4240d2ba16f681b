/// A moment in milliseconds since the start of 1970 (UTC), or none where the event tells none.
///
/// Eight bytes, so that a list column costs no more. Comparing puts the missing moment last.
public struct Timestamp: Hashable, Sendable, BitwiseCopyable {
    /// Milliseconds since the start of 1970; `Int64.min` where there is no moment.
    public var milliseconds: Int64

    /// A moment.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// No moment: missing, or of a form that could not be read.
    public static let missing = Timestamp(milliseconds: .min)

    /// True where there is no moment.
    public var isMissing: Bool { milliseconds == .min }
}

extension Timestamp {
    /// The moment that an ISO 8601 text names, or ``missing``.
    ///
    /// Accepted are `YYYY-MM-DD` and `YYYYMMDD`, alone or with `T` or a space and then `HH:MM[:SS[.fraction]]`
    /// or `HHMM[SS[.fraction]]`, and `Z`, `+HH:MM`, `+HHMM`, `+HH` or nothing (UTC). A comma may
    /// stand for the point.
    public init(iso text: some Collection<UInt8>) {
        var scan = DigitScan(Array(text.prefix(40)))
        guard let day = scan.day(), let time = scan.isAtEnd ? 0 : scan.time(),
            scan.isAtEnd
        else {
            self = .missing
            return
        }
        self.init(milliseconds: Int64(day.daysSince1970) * 86_400_000 + Int64(time))
    }

    /// The moment that a part of some bytes names; the spelling of SES, `2026-11-18T09:41:07.250Z`,
    /// costs least.
    init(iso bytes: Span<UInt8>, _ range: Range<Int>) {
        guard let moment = Self(spelledBySES: bytes, range) else {
            self.init(iso: [UInt8](bytes.extracting(range)))
            return
        }
        self = moment
    }

    /// The moment that a part of some bytes names; nil where SES would spell it otherwise.
    init?(spelledBySES bytes: Span<UInt8>, _ range: Range<Int>) {
        guard range.count == 24 else { return nil }
        // `YYYY-MM-`, `DDTHH:MM` and `:SS.mmmZ`, the first byte lowest.
        let date = SpelledNumbers(bytes.word(at: range.lowerBound), 0x2D00_002D_0000_0000)
        let middle = SpelledNumbers(bytes.word(at: range.lowerBound + 8), 0x0000_3A00_0054_0000)
        let end = SpelledNumbers(bytes.word(at: range.lowerBound + 16), 0x5A00_0000_2E00_003A)
        guard let date, let middle, let end else { return nil }
        let (year, month, day) = (date[0, 2] * 100 + date[2, 2], date[5, 2], middle[0, 2])
        let (hour, minute, second) = (middle[3, 2], middle[6, 2], end[1, 2])
        let fraction = end[4, 2] * 10 + end[6, 1]
        guard (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second <= 60
        else { return nil }
        let days = CivilDate(year: year, month: month, day: day).daysSince1970
        let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second
        self.init(milliseconds: Int64(seconds) * 1000 + Int64(fraction))
    }

    /// The moment as a calendar date and a time of day, in UTC; nil where it is missing.
    public var utc: (date: CivilDate, hour: Int, minute: Int, second: Int)? {
        guard !isMissing else { return nil }
        let seconds = Int(milliseconds.flooredQuotient(by: 1000))
        let days = seconds.flooredQuotient(by: 86_400)
        let rest = seconds - days * 86_400
        return (CivilDate(daysSince1970: days), rest / 3600, rest / 60 % 60, rest % 60)
    }
}

/// Eight bytes of digits and of signs that are known.
private struct SpelledNumbers {
    /// The values of the digits, the first one lowest.
    private let digits: UInt64

    /// Nil where other signs stand than those, or something else than a digit where a zero is.
    @inline(__always)
    init?(_ word: UInt64, _ signs: UInt64) {
        var places: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 8) where signs >> shift & 0xFF == 0 {
            places |= 0xFF << shift
        }
        let digits = (word & places) ^ (0x3030_3030_3030_3030 & places)
        // A digit and 0x76 are below 0x80.
        let sums = digits &+ 0x7676_7676_7676_7676
        guard word & ~places == signs, (sums | digits) & 0x8080_8080_8080_8080 == 0 else {
            return nil
        }
        self.digits = digits
    }

    /// The number that one or two digits from a place on are.
    @inline(__always)
    subscript(place: Int, count: Int) -> Int {
        let first = Int(digits >> UInt64(8 * place) & 0xFF)
        return count == 1 ? first : first * 10 + Int(digits >> UInt64(8 * place + 8) & 0xFF)
    }
}

/// A day of the Gregorian calendar.
public struct CivilDate: Hashable, Sendable {
    /// The year, such as 2026.
    public var year: Int
    /// The month, 1 to 12.
    public var month: Int
    /// The day of the month, 1 to 31.
    public var day: Int

    /// A day.
    public init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }
}

extension CivilDate {
    /// Days from 1970-01-01 to this day; negative before.
    ///
    /// Years are counted from March, so that the leap day is the last of its year.
    public var daysSince1970: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.flooredQuotient(by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }

    /// The day that many days after 1970-01-01.
    public init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = shifted.flooredQuotient(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let fromMarch = (5 * dayOfYear + 2) / 153
        let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * fromMarch + 2) / 5 + 1)
    }
}

extension BinaryInteger {
    fileprivate func flooredQuotient(by divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

/// Reads the fixed-width numbers of a timestamp.
private struct DigitScan {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: scalar) else { return false }
        rest.removeFirst()
        return true
    }

    /// The date, its parts in their ranges.
    mutating func day() -> CivilDate? {
        guard let year = number(digits: 4) else { return nil }
        let isParted = take("-")
        guard let month = number(digits: 2), !isParted || take("-"), let day = number(digits: 2),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    /// The time of day in milliseconds, in UTC: it may lie outside of the day.
    mutating func time() -> Int? {
        guard take("T") || take("t") || take(" "), let hour = number(digits: 2) else { return nil }
        let isParted = take(":")
        guard let minute = number(digits: 2) else { return nil }
        var second = 0
        var fraction = 0
        if isParted ? take(":") : rest.first.map({ $0 &- 0x30 < 10 }) ?? false {
            second = number(digits: 2) ?? 99
            if take(".") || take(",") { fraction = self.fraction() }
        }
        guard let zone = zone(), hour < 24, minute < 60, second <= 60 else { return nil }
        return ((hour * 60 + minute - zone) * 60 + second) * 1000 + fraction
    }

    mutating func number(digits: Int) -> Int? {
        var value = 0
        guard rest.count >= digits else { return nil }
        for byte in rest.prefix(digits) {
            guard byte &- 0x30 < 10 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        rest.removeFirst(digits)
        return value
    }

    /// Milliseconds of any number of digits after the point.
    mutating func fraction() -> Int {
        var value = 0
        var scale = 100
        while let byte = rest.first, byte &- 0x30 < 10 {
            value += Int(byte - 0x30) * scale
            scale /= 10
            rest.removeFirst()
        }
        return value
    }

    /// The offset from UTC in minutes; nil where what follows is no zone.
    mutating func zone() -> Int? {
        if isAtEnd || take("Z") || take("z") { return 0 }
        _ = take(" ")
        let sign = take("+") ? 1 : take("-") ? -1 : 0
        guard sign != 0, let hours = number(digits: 2) else { return nil }
        if isAtEnd { return sign * hours * 60 }
        _ = take(":")
        return number(digits: 2).map { sign * (hours * 60 + $0) }
    }
}

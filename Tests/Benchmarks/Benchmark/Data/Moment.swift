/// A moment of the made-up log, in the two spellings that an event needs.
struct Moment {
    /// Milliseconds since 1970.
    let milliseconds: Int

    /// As `mail.timestamp` has it: ISO 8601 with milliseconds, UTC.
    var iso: [UInt8] {
        let (year, month, day) = date
        var text = Self.digits(year, 4) + [UInt8(ascii: "-")] + Self.digits(month, 2)
        text += [UInt8(ascii: "-")] + Self.digits(day, 2) + [UInt8(ascii: "T")] + clock
        text += [UInt8(ascii: ".")] + Self.digits(milliseconds % 1000, 3) + [UInt8(ascii: "Z")]
        return text
    }

    /// As a `Date` header has it (RFC 5322), UTC.
    var mailDate: [UInt8] {
        let (year, month, day) = date
        let weekday = (milliseconds / 86_400_000 + 4) % 7
        let start = "\(Self.weekdays[weekday]), \(day) \(Self.months[month - 1]) \(year) "
        return Array(start.utf8) + clock + Array(" +0000".utf8)
    }
}

extension Moment {
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private var clock: [UInt8] {
        let second = milliseconds / 1000
        return Self.digits(second / 3600 % 24, 2) + [UInt8(ascii: ":")]
            + Self.digits(second / 60 % 60, 2) + [UInt8(ascii: ":")] + Self.digits(second % 60, 2)
    }

    /// The civil date of a day counted from 1970, by eras of 400 years that begin in March.
    private var date: (year: Int, month: Int, day: Int) {
        let day = milliseconds / 86_400_000 + 719_468
        let era = day / 146_097
        let ofEra = day % 146_097
        let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let shifted = (5 * ofYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (
            year + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * shifted + 2) / 5 + 1
        )
    }

    private static func digits(_ number: Int, _ count: Int) -> [UInt8] {
        var rest = number
        var digits = [UInt8](repeating: UInt8(ascii: "0"), count: count)
        for index in digits.indices.reversed() {
            digits[index] += UInt8(rest % 10)
            rest /= 10
        }
        return digits
    }
}

/// A date as mails spell it, such as `Wed, 7 Oct 2015 12:34:56 -0700` (RFC 5322, section 3.3).
enum MailDate {
    /// The moment that a Date header names; ``Timestamp/missing`` where it cannot be read.
    static func timestamp(_ text: RawText) -> Timestamp {
        var words = text.bytes.split { $0.isBlank || $0 == UInt8(ascii: ",") }.prefix(6)[...]
        if let first = words.first, !(first.first.map { $0 &- 0x30 < 10 } ?? false) {
            words.removeFirst()
        }
        let parts = Array(words)
        guard parts.count >= 4, let day = number(parts[0]), let month = month(parts[1]),
            let year = number(parts[2]), let seconds = timeOfDay(parts[3]), (1...31).contains(day)
        else { return .missing }
        // A date without zone is read as UTC, as `-0000` is.
        guard let zone = parts.count > 4 ? zone(parts[4]) : 0 else { return .missing }
        let date = CivilDate(year: fullYear(year, digits: parts[2].count), month: month, day: day)
        return Timestamp(
            milliseconds: Int64(date.daysSince1970 * 86_400 + seconds - zone * 60) * 1000)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...4).contains(digits.count), digits.allSatisfy({ $0 &- 0x30 < 10 }) else {
            return nil
        }
        return digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    }

    /// Years of two and three digits are obsolete and still met (RFC 5322, section 4.3).
    private static func fullYear(_ year: Int, digits: Int) -> Int {
        switch digits {
        case 2: year < 50 ? 2000 + year : 1900 + year
        case 3: 1900 + year
        default: year
        }
    }

    private static func month(_ word: ArraySlice<UInt8>) -> Int? {
        months.firstIndex { RawText(word).equalsIgnoringCase($0) }.map { $0 + 1 }
    }

    private static let months: [StaticString] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Seconds since midnight of `HH:MM` or `HH:MM:SS`.
    private static func timeOfDay(_ word: ArraySlice<UInt8>) -> Int? {
        let numbers = word.split(separator: UInt8(ascii: ":")).map(number)
        guard (2...3).contains(numbers.count), let hour = numbers[0], let minute = numbers[1],
            let second = numbers.count == 3 ? numbers[2] : 0, hour < 24, minute < 60, second <= 60
        else { return nil }
        return (hour * 60 + minute) * 60 + second
    }

    /// Minutes east of Greenwich of `+HHMM` or of a zone with a name.
    private static func zone(_ word: ArraySlice<UInt8>) -> Int? {
        if let sign = word.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
            guard word.count == 5, let digits = number(word.dropFirst()) else { return nil }
            let minutes = digits / 100 * 60 + digits % 100
            return sign == UInt8(ascii: "-") ? -minutes : minutes
        }
        return zones.first { RawText(word).equalsIgnoringCase($0.0) }.map { $0.1 * 60 }
    }

    private static let zones: [(StaticString, Int)] = [
        ("GMT", 0), ("UTC", 0), ("UT", 0), ("Z", 0), ("EST", -5), ("EDT", -4), ("CST", -6),
        ("CDT", -5), ("MST", -7), ("MDT", -6), ("PST", -8), ("PDT", -7),
    ]
}

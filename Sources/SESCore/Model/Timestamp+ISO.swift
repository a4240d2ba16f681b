extension Timestamp {
    /// The moment as SES spells it, `YYYY-MM-DDTHH:MM:SS.mmmZ`; nil where it is missing or not in the
    /// years 0 to 9999.
    public var iso: RawText? {
        guard let utc, 0...9999 ~= utc.date.year else { return nil }
        func digits(_ number: Int, _ count: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
        }
        let (date, year) = (utc.date, digits(utc.date.year, 4))
        let day = "\(year)-\(digits(date.month, 2))-\(digits(date.day, 2))"
        let time = "\(digits(utc.hour, 2)):\(digits(utc.minute, 2)):\(digits(utc.second, 2))"
        let fraction = digits(Int(milliseconds % 1000 + 1000) % 1000, 3)
        return RawText("\(day)T\(time).\(fraction)Z")
    }
}

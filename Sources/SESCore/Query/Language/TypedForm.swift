/// The forms of values that are numbers with marks between: what an error says, and what may be the
/// beginning of one.
enum TypedForm {
    case duration
    case date
    case timeOfDay
    case took
}

extension TypedForm {
    /// The error where a word has another form; half a query where the word ends the text and can
    /// be the beginning of such a value.
    func error(_ range: Range<Int>, of bytes: [UInt8]) -> QueryError {
        QueryError(
            offset: range.lowerBound, expected: expected,
            isIncomplete: range.upperBound == bytes.count && canGoOn(bytes[range]))
    }

    private var expected: String {
        switch self {
        case .duration: "an amount of time such as 90m, 2h, 3d or 1w"
        case .date: "a day such as 2026-11-20, or the first..last of several"
        case .timeOfDay: "times of the day such as 09:00..10:30, UTC"
        case .took: "a comparison such as >5s, <200ms or 1s..5s"
        }
    }

    private func canGoOn(_ word: ArraySlice<UInt8>) -> Bool {
        let (marks, longest) =
            switch self {
            case .duration: ("", 7)
            case .date: ("-.", 21)
            case .timeOfDay: (":.", 11)
            case .took: (".<>mshdw", 20)
            }
        return word.count <= longest
            && word.allSatisfy { $0 &- 0x30 < 10 || marks.utf8.contains($0.asciiLower) }
    }
}

extension ArraySlice<UInt8> {
    /// What stands before and behind the first `..`; nil where there is none.
    var sidesOfDots: (before: ArraySlice<UInt8>, behind: ArraySlice<UInt8>)? {
        let dot = UInt8(ascii: ".")
        guard
            let place = indices.dropLast().first(where: { self[$0] == dot && self[$0 + 1] == dot })
        else { return nil }
        return (self[..<place], self[(place + 2)...])
    }

    /// The number that as many digits spell; nil for anything else.
    func number(digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(count), allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        return reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}

extension Int {
    /// The number in at least so many digits.
    func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
}

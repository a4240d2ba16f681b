/// The numbers of what was last asked of the thread beside the screen, so that answers that nobody
/// waits for any more are known.
struct Questions: Hashable, Sendable {
    /// What an answer is for.
    enum Purpose: Hashable, Sendable {
        case pick
        case completion
        case search
        case statistics
        case report
    }

    private var latest: [Purpose: Int] = [:]
    private var last = 0
}

extension Questions {
    /// A new question and its number; older ones for the same purpose are void.
    mutating func begin(_ purpose: Purpose) -> Int {
        last += 1
        latest[purpose] = last
        return last
    }

    /// True where a number is that of the latest question for a purpose.
    func isLatest(_ number: Int, _ purpose: Purpose) -> Bool { latest[purpose] == number }

    /// Nobody waits for an answer for this purpose any more.
    mutating func drop(_ purpose: Purpose) { latest[purpose] = nil }
}

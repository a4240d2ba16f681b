import SESCore

/// What is known of rows beside the table, for columns that show what only the record tells.
///
/// Only rows on the screen are asked for, at once; what could not be read in the time of one
/// frame follows in steps.
struct ParticularsCache: Sendable {
    /// The rows that were asked for; nil where the record cannot be had for a list.
    private var known: [Int: RowParticulars?] = [:]
    /// True while the rest waits for its timer.
    private var isWaiting = false
    private var token = 0
}

extension ParticularsCache {
    /// How many rows are kept at most.
    static let mostRows = 2048
    /// The largest carrier that is read for a list, in bytes: SNS and SQS take half of it, and reading
    /// it takes no longer than a frame may.
    static let largestCarrier = 1 << 19
    /// How long the rest of a screen waits, in milliseconds.
    static let pause = 60

    /// What is known of a row; nil where it was not read yet.
    subscript(row: Int) -> RowParticulars? { known[row] ?? nil }

    /// True where the record of a row cannot be read again, or is too large to be read for a list.
    func isUnreadable(_ row: Int) -> Bool {
        if case .some(nil) = known[row] { true } else { false }
    }

    /// Asks for the rows that are not known.
    func follow(_ rows: [Int]) -> [Effect] {
        let missing = isWaiting ? [] : rows.filter { known[$0] == nil }
        return missing.isEmpty ? [] : [.loadParticulars(missing)]
    }

    /// Takes what was read; the rest of the rows on the screen is read a moment later.
    mutating func take(_ found: [Int: RowParticulars?], onScreen rows: [Int]) -> [Effect] {
        if known.count + found.count > Self.mostRows {
            let kept = Set(rows)
            known = known.filter { kept.contains($0.key) }
        }
        known.merge(found) { _, newer in newer }
        guard !isWaiting, rows.contains(where: { known[$0] == nil }) else { return [] }
        isWaiting = true
        token += 1
        return [.wake(afterMilliseconds: Self.pause, .particulars(token))]
    }

    /// The pause is over.
    mutating func due(_ token: Int) {
        if token == self.token { isWaiting = false }
    }

    /// Forgets everything, because the table is a new one.
    mutating func forget() {
        known = [:]
        isWaiting = false
        token += 1
    }
}

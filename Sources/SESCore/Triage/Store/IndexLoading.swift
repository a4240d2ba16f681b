/// Finds the current decision of each mail while all rows of a store pass by.
struct IndexLoading {
    /// How many rows have passed.
    private(set) var rows = 0
    /// Mails with an id of SES. Of two decisions the later one is told by the first 8 bytes of their
    /// numbers, in which two of one mail hardly ever meet.
    private var slots: DecisionSlots
    private var others: [TriageKey: (id: DecisionID, mark: DecisionMark)] = [:]
    private var lastRow: Int64 = 0

    /// Begins, with room for so many mails.
    init(capacity: Int) {
        slots = DecisionSlots(capacity: min(capacity, 1 << 20), keepsTimes: true)
    }

    /// What the rows came to.
    consuming func finish() -> DecisionIndex {
        slots.forgetTimes()
        var index = DecisionIndex(slots)
        for (key, last) in others { index.set(last.mark, of: key) }
        index.lastRow = lastRow
        return index
    }

    /// The rows that are looked at, from the first one on.
    static let rows = """
        SELECT id, mail_key, uuid, verdict, note <> '' FROM decision ORDER BY id
        """

    /// Takes the next row; one that no version of this program wrote is passed by.
    mutating func add(_ row: borrowing Statement) {
        rows += 1
        lastRow = row.integer(0)
        let decision = UInt8(exactly: row.integer(3)).flatMap(Decision.init(rawValue:))
        let mark = DecisionMark(decision: decision, isNoted: row.integer(4) != 0)
        guard let found = row.withBytes(1, { TriageKey.tableHash(of: $0) }) else { return }
        if found.hasID {
            let time = row.withBytes(2) { $0.count == 16 ? $0.word(at: 0).byteSwapped : 0 }
            slots.set(mark.rawValue, at: found.hash, time: time)
        } else if let key = TriageKey(kept: row.bytes(1)), let id = DecisionID(row.bytes(2)),
            others[key].map({ $0.id < id }) ?? true
        {
            others[key] = (id, mark)
        }
    }
}

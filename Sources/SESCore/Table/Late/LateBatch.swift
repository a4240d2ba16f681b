/// What a thread found out about some rows that follow each other; texts have numbers of its own.
struct LateBatch: Sendable {
    private(set) var rows: [LateRow] = []
    private(set) var missedCount = 0
    private(set) var missedReason: String?
    private(set) var texts = [Texts](repeating: Texts(), count: LateField.allCases.count)

    /// The different texts of a field, in the order in which they came.
    struct Texts: Sendable {
        private(set) var arena = TextArena()
        private(set) var hashes: [UInt32] = []
        private var slots = TextSlots()

        /// The number of a text.
        mutating func number(of text: Span<UInt8>) -> UInt32 {
            let hash = TextSlots.hash(text)
            let (number, isNew) = slots.number(of: text, hash: hash, known: arena)
            if isNew {
                arena.append(text)
                hashes.append(hash)
            }
            return number
        }
    }
}

extension LateBatch {
    /// Adds a row.
    mutating func append(_ particulars: RowParticulars) {
        var numbers = LateRow.InlineNumbers()
        for field in LateField.allCases {
            let index = Int(field.rawValue)
            numbers[index] = texts[index].number(of: particulars[field].bytes.span)
        }
        rows.append(
            LateRow(
                numbers: numbers, took: particulars.took.map { UInt32($0 + 1) } ?? 0,
                isMismatched: particulars.isMismatched))
    }

    /// Adds a row that could not be read again.
    mutating func appendMissed(_ reason: String) {
        append(RowParticulars())
        missedCount += 1
        missedReason = missedReason ?? reason
    }
}

/// Adds batches to late columns in the order of their rows.
///
/// The first batch costs time with the different texts that are known, so where little is added again and again
/// one builder goes on; it holds 11 to 22 bytes a text.
struct LateBuilder: Sendable {
    /// The columns so far; a copy of them stays as it is.
    private(set) var columns: LateColumns
    /// By field; none before the first batch.
    private var slots: [TextSlots] = []

    /// Goes on with columns.
    init(_ columns: LateColumns) { self.columns = columns }

    private mutating func findTexts() {
        slots = LateField.allCases.map { field in
            let count = columns.distinctCount(field)
            var slots = TextSlots(room: count)
            for number in 0..<UInt32(count) {
                let text = Array(columns.text(field, number))
                slots.add(hash: TextSlots.hash(text.span))
            }
            return slots
        }
    }
}

extension LateBuilder {
    /// Adds the rows that come next.
    mutating func append(_ batch: LateBatch) {
        for row in translated(batch) { columns.append(row) }
        columns.addMissed(batch.missedCount, batch.missedReason)
    }

    /// Adds the rows that come next, of which a batch has the chosen ones; the others say nothing.
    mutating func append(_ batch: LateBatch, in rows: Range<Int>, chosen: RowBits) {
        var silent = LateBatch()
        silent.append(RowParticulars())
        let nothing = translated(silent)[0]
        var found = translated(batch).makeIterator()
        for row in rows {
            columns.append(chosen[row] ? found.next() ?? nothing : nothing)
        }
        columns.addMissed(batch.missedCount, batch.missedReason)
    }

    /// The rows of a batch with the numbers that their texts have in the columns.
    private mutating func translated(_ batch: LateBatch) -> [LateRow] {
        if slots.isEmpty { findTexts() }
        var numbers: [[UInt32]] = []
        for field in LateField.allCases {
            numbers.append(translate(batch.texts[Int(field.rawValue)], field))
        }
        return batch.rows.map { row in
            var row = row
            for field in numbers.indices {
                row.numbers[field] = numbers[field][Int(row.numbers[field])]
            }
            return row
        }
    }

    /// The numbers that the texts of a batch have in the columns.
    private mutating func translate(_ texts: LateBatch.Texts, _ field: LateField) -> [UInt32] {
        let index = Int(field.rawValue)
        let bytes = texts.arena.bytes.span
        var numbers: [UInt32] = []
        numbers.reserveCapacity(texts.hashes.count)
        for (place, hash) in texts.hashes.enumerated() {
            let text = bytes.extracting(texts.arena.range(place))
            let (number, isNew) = slots[index].number(
                of: text, hash: hash, known: columns.texts[index])
            if isNew { columns.append(text, to: field) }
            numbers.append(number)
        }
        return numbers
    }
}

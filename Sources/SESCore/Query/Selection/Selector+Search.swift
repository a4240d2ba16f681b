extension Selector {
    /// Where a text was found.
    public struct Match: Sendable {
        /// The position in the list; nil where it stands in no row.
        public let position: Int?
    }

    /// Looks for a text in the rows of a list, all of them, from a position on; nil where it was given up.
    ///
    /// The step is 1 or -1, the direction; behind the end of the list it goes on at the other end.
    public func find(
        _ needle: SearchNeedle, in rows: ShownRows, of table: EventTable, from start: Int,
        step: Int,
        while isWanted: () -> Bool
    ) -> Match? {
        let query = Query.term(.text(.any, [.words(RawText(needle.bytes))]))
        guard let compiled = try? CompiledQuery(query, now: .missing),
            let found = compiled.rows(of: table, range: 0..<table.count, while: isWanted)?.rows
        else { return nil }
        let count = rows.count
        for distance in 0..<count {
            let place = (start + step * distance) % count
            let position = place < 0 ? place + count : place
            if found[rows[position]] { return Match(position: position) }
        }
        return Match(position: nil)
    }
}

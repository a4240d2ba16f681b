extension EventTable {
    /// What columns show of some rows that the index does not hold, such as those on the screen.
    ///
    /// - Parameters:
    ///   - rows: Rows of the table, in any order.
    ///   - reader: Has the file open that was read last.
    /// - Returns: The particulars by row; a row that cannot be read again is not among them.
    public func particulars(
        of rows: [Int], with reader: inout RecordReader
    ) -> [Int: RowParticulars] {
        var found: [Int: RowParticulars] = [:]
        for row in rows {
            if let record = try? record(of: row, with: &reader).record {
                found[row] = RowParticulars(EventDecoder.event(record.span))
            }
        }
        return found
    }
}

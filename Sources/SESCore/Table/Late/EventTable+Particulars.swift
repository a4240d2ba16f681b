extension EventTable {
    /// What columns show of some rows that the index does not hold, such as those on the screen.
    ///
    /// Rows that late columns know are not read. The others are read one by one and decoded no further
    /// than needed, a few microseconds each.
    ///
    /// - Parameters:
    ///   - rows: Rows of the table, in any order.
    ///   - late: What is known already.
    ///   - reader: Has the file open that was read last.
    /// - Returns: The particulars by row; a row that cannot be read again is not among them.
    public func particulars(
        of rows: [Int], late: LateColumns = LateColumns(), with reader: inout RecordReader
    ) -> [Int: RowParticulars] {
        var found: [Int: RowParticulars] = [:]
        for row in rows {
            if row < late.rowCount {
                found[row] = late.particulars(row)
            } else if let record = try? record(of: row, with: &reader).record {
                found[row] = RowParticulars(
                    EventDecoder.event(record.span, wanting: .particulars))
            }
        }
        return found
    }
}

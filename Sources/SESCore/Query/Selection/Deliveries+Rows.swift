extension Deliveries {
    /// Takes the rows out for which others stand.
    func removeFolded(from rows: inout RowBits) {
        for (index, bits) in hidden.enumerated() where index < rows.words.count {
            rows.words[index] &= ~bits
        }
    }
}

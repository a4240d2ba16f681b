extension Selector {
    /// Counts the values of a field among the rows that a query lets through.
    ///
    /// - Parameters:
    ///   - most: How many values are listed.
    ///   - isWanted: Asked every now and then, by any thread; false gives up.
    /// - Returns: Nil where it was given up.
    public mutating func top(
        _ most: Int, of field: PickField, _ request: SelectionRequest,
        while isWanted: @escaping @Sendable () -> Bool
    ) -> PickList? {
        let rows = bits(request, readsLate: field.lateField != nil, while: isWanted)
        return rows.flatMap {
            PickList.top(
                most, of: field, in: $0, of: request.table, late: late, folds: request.folds,
                while: isWanted)
        }
    }
}

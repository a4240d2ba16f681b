extension Selector {
    /// Counts the values of a field among the rows that a query lets through, and lists so many of them; nil
    /// where it was given up.
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

extension Selector {
    /// Counts what shown rows have in common: at once what the table tells, and again while records are
    /// read again for the rest.
    ///
    /// `publish` is given each count, and whether it is the whole one. False where it was given up.
    public mutating func statistics(
        of rows: ShownRows, _ request: SelectionRequest,
        while isWanted: @escaping @Sendable () -> Bool, publish: (Statistics, Bool) -> Void
    ) -> Bool {
        let isKnown = late.rowCount >= request.table.count
        if !isKnown, let first = Self.count(rows, request, late, isWanted) { publish(first, false) }
        let isRead = readLate(request, while: isWanted) { late in
            if let part = Self.count(rows, request, late, isWanted) { publish(part, false) }
        }
        guard isRead, let whole = Self.count(rows, request, late, isWanted) else { return false }
        publish(whole, true)
        return true
    }

    /// Counts what all rows that a query lets through have in common; blocks until that is done.
    public mutating func statistics(_ request: SelectionRequest) -> Statistics {
        guard let bits = bits(request, readsLate: true, while: { true }) else {
            return Statistics()
        }
        let source = StatisticsSource(request.table, rows: .set(bits), late: late)
        return Statistics(counting: source) { true } ?? Statistics()
    }

    private static func count(
        _ rows: ShownRows, _ request: SelectionRequest, _ late: LateColumns,
        _ isWanted: () -> Bool
    ) -> Statistics? {
        let source = StatisticsSource(request.table, shown: rows, late: late)
        return Statistics(counting: source, while: isWanted)
    }
}

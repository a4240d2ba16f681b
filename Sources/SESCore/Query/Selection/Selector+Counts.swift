extension Selector {
    /// Counts the values of a field among the rows that a query lets through, and lists so many of them; nil
    /// where it was given up.
    public mutating func top(
        _ most: Int, of field: PickField, _ request: SelectionRequest,
        while isWanted: @escaping @Sendable () -> Bool
    ) -> PickList? {
        guard let rows = bits(request, while: isWanted) else { return nil }
        var known = knowledge.late
        if field.lateField != nil {
            guard let read = lateColumns(of: rows, request, while: isWanted) else { return nil }
            known = read
        }
        return PickList.top(
            most, of: field, in: rows, of: request.table, late: known, folds: request.folds,
            while: isWanted)
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
        var source = StatisticsSource(request.table, shown: rows, late: knowledge.late)
        let bits = source.rows.bits(count: request.table.count)
        if let bits { source.rows = .set(bits) }
        let isKnown = knowledge.late.rowCount >= request.table.count
        if !isKnown, let first = Statistics(counting: source, while: isWanted) {
            publish(first, false)
        }
        let known = lateColumns(of: bits, request, while: isWanted) { late in
            source.late = late
            if let part = Statistics(counting: source, while: isWanted) { publish(part, false) }
        }
        guard let known else { return false }
        source.late = known
        guard let whole = Statistics(counting: source, while: isWanted) else { return false }
        publish(whole, true)
        return true
    }

    /// Counts what all rows that a query lets through have in common; blocks until that is done.
    public mutating func statistics(_ request: SelectionRequest) -> Statistics {
        guard let bits = bits(request, while: { true }),
            let known = lateColumns(of: bits, request, while: { true })
        else { return Statistics() }
        let source = StatisticsSource(request.table, rows: .set(bits), late: known)
        return Statistics(counting: source) { true } ?? Statistics()
    }
}

/// Sorts rows of a table.
///
/// Nothing is compared row by row: numbers are sorted by their digits, and texts are first numbered by
/// their order (``TextRanks``), each different one once.
public enum RowSorter {
    /// Rows in an order.
    ///
    /// - Parameters:
    ///   - rows: Rows of the table, ascending.
    ///   - order: The order.
    ///   - table: The table.
    ///   - late: Late columns; rows that they do not know yet come last where the order needs them.
    ///   - deliveries: Which rows tell of the same mail.
    ///   - isWanted: Asked every now and then; false gives up.
    /// - Returns: nil where it was given up.
    public static func sort(
        _ rows: [UInt32], by order: RowOrder, _ table: EventTable,
        late: LateColumns = LateColumns(), deliveries: Deliveries = Deliveries(),
        while isWanted: () -> Bool = { true }
    ) -> [UInt32]? {
        sort(
            rows,
            RowComparison(order: order, table: table, late: late, deliveries: deliveries),
            while: isWanted)
    }

    static func sort(
        _ rows: [UInt32], _ comparison: RowComparison, while isWanted: () -> Bool
    ) -> [UInt32]? {
        let table = comparison.table
        switch comparison.order.key {
        case .reading: return comparison.order.isReversed ? rows.reversed() : rows
        case .time: return sortByTime(rows, comparison, isWanted)
        case .severity: return sortBySeverity(rows, comparison, isWanted)
        case .took:
            return sorted(rows, isWanted) { keys in
                table.forEach(rows, while: isWanted) { keys.append(comparison.took($2)) }
            }
        case .deliveries:
            return sorted(rows, isWanted) { keys in
                table.forEach(rows, while: isWanted) { keys.append(comparison.deliveryCount($2)) }
            }
        case .from: return sortByText(rows, comparison, isWanted) { $0.fromRange($1) }
        case .subject: return sortByText(rows, comparison, isWanted) { $0.subjectRange($1) }
        case .recipient, .ip: return sortByLateText(rows, comparison, isWanted)
        }
    }

    private static func sortByTime(
        _ rows: [UInt32], _ comparison: RowComparison, _ isWanted: () -> Bool
    ) -> [UInt32]? {
        sorted(rows, isWanted) { keys in
            comparison.table.forEach(rows, while: isWanted) { piece, index, _ in
                keys.append(comparison.time(piece.times[index]))
            }
        }
    }

    /// Rows by a number of which the severity is the upper part and the time the lower one.
    private static func sortBySeverity(
        _ rows: [UInt32], _ comparison: RowComparison, _ isWanted: () -> Bool
    ) -> [UInt32]? {
        var (ranks, keys): ([UInt8], [UInt64]) = ([], [])
        ranks.reserveCapacity(rows.count)
        keys.reserveCapacity(rows.count)
        let isWhole = comparison.table.forEach(rows, while: isWanted) { piece, index, _ in
            ranks.append(UInt8(comparison.rank(piece.facts[index])))
            keys.append(comparison.time(piece.times[index]))
        }
        guard isWhole else { return nil }
        var (lowest, highest) = (UInt64.max, UInt64(0))
        for key in keys where key != RowComparison.missing {
            lowest = min(lowest, key)
            highest = max(highest, key)
        }
        // ISO 8601 has years of four digits, so there are bits left above any span of time.
        let behindAll = lowest <= highest ? highest - lowest + 1 : 0
        let width = UInt64(UInt64.bitWidth - behindAll.leadingZeroBitCount)
        for index in keys.indices {
            let time = keys[index] == RowComparison.missing ? behindAll : keys[index] - lowest
            keys[index] = UInt64(ranks[index]) << width | time
        }
        var rows = rows
        return RadixSort.sort(&rows, by: &keys, while: isWanted) ? rows : nil
    }

    /// Rows by their keys, which `fill` tells in their order; missing ones last.
    private static func sorted(
        _ rows: [UInt32], _ isWanted: () -> Bool, _ fill: (inout [UInt64]) -> Bool
    ) -> [UInt32]? {
        var keys: [UInt64] = []
        keys.reserveCapacity(rows.count)
        guard fill(&keys) else { return nil }
        var rows = rows
        let missing = takeMissing(&rows, &keys)
        guard RadixSort.sort(&rows, by: &keys, while: isWanted) else { return nil }
        return rows + missing
    }

    /// Takes out the rows whose key is missing.
    private static func takeMissing(_ rows: inout [UInt32], _ keys: inout [UInt64]) -> [UInt32] {
        guard keys.contains(RowComparison.missing) else { return [] }
        var missing: [UInt32] = []
        var kept = 0
        for index in rows.indices {
            if keys[index] == RowComparison.missing {
                missing.append(rows[index])
            } else {
                rows[kept] = rows[index]
                keys[kept] = keys[index]
                kept += 1
            }
        }
        rows.removeLast(missing.count)
        keys.removeLast(missing.count)
        return missing
    }
}

// MARK: - Texts

extension RowSorter {
    /// Rows by a text that the table holds.
    private static func sortByText(
        _ rows: [UInt32], _ comparison: RowComparison, _ isWanted: () -> Bool,
        _ range: (Piece, Int) -> Range<Int>
    ) -> [UInt32]? {
        var texts = DistinctTexts(room: rows.count)
        let isWhole = comparison.table.forEach(rows, while: isWanted) { piece, index, _ in
            texts.appendFolded(range(piece, index), of: piece.arena)
        }
        guard isWhole, let ranks = TextRanks(texts, while: isWanted) else { return nil }
        return sorted(rows, isWanted) { keys in
            keys = ranks.ranks.map { key($0, comparison) }
            return true
        }
    }

    /// Rows by a text of the late columns.
    private static func sortByLateText(
        _ rows: [UInt32], _ comparison: RowComparison, _ isWanted: () -> Bool
    ) -> [UInt32]? {
        let (late, field) = (comparison.late, comparison.lateField)
        let count = late.distinctCount(field)
        if rows.count < count / 4 { return sortByOwnText(rows, comparison, isWanted) }
        var texts = DistinctTexts(room: count)
        for number in 0..<UInt32(count) {
            texts.append(comparison.lateText(late.text(field, number)))
        }
        guard let ranks = TextRanks(texts, while: isWanted)?.ranks else { return nil }
        return sorted(rows, isWanted) { keys in
            keys = rows.map { row in
                guard row < late.rowCount else { return RowComparison.missing }
                return key(ranks[Int(late.number(field, of: Int(row)))], comparison)
            }
            return isWanted()
        }
    }

    /// Few rows by a text of the late columns: no other texts are looked at.
    private static func sortByOwnText(
        _ rows: [UInt32], _ comparison: RowComparison, _ isWanted: () -> Bool
    ) -> [UInt32]? {
        var texts = DistinctTexts(room: rows.count)
        for row in rows { texts.append(comparison.text(row)) }
        guard let ranks = TextRanks(texts, while: isWanted)?.ranks else { return nil }
        return sorted(rows, isWanted) { keys in
            keys = ranks.map { key($0, comparison) }
            return true
        }
    }

    private static func key(_ rank: UInt32, _ comparison: RowComparison) -> UInt64 {
        guard rank != .max else { return RowComparison.missing }
        return UInt64(comparison.order.isReversed ? .max - rank : rank)
    }
}

extension EventTable {
    /// Calls `body` with the piece and the index in it of each row; false where it was given up.
    fileprivate func forEach(
        _ rows: [UInt32], while isWanted: () -> Bool, _ body: (Piece, Int, UInt32) -> Void
    ) -> Bool {
        guard let first = rows.first else { return true }
        var (piece, range) = piece(of: Int(first))
        for (position, row) in rows.enumerated() {
            if position & 0xFFFF == 0, !isWanted() { return false }
            if !range.contains(Int(row)) { (piece, range) = self.piece(of: Int(row)) }
            body(piece, Int(row) - range.lowerBound, row)
        }
        return true
    }
}

extension Piece {
    /// Where the subject of a row stands in the arena.
    fileprivate func subjectRange(_ row: Int) -> Range<Int> {
        fromRange(row).upperBound + Int(nameLengths[row])..<Int(textEnds[row])
    }
}

/// A field whose values can be picked from a list.
public enum PickField: CaseIterable, Hashable, Sendable {
    /// The address of the first author.
    case sender
    /// The domain of that address.
    case domain
    /// The envelope recipients that the receipt rule matched.
    case recipient
    /// The address of the client.
    case ip
    /// The envelope sender.
    case source
}

extension PickField {
    /// The late text that holds the values; nil for what the table itself holds.
    public var lateField: LateField? {
        switch self {
        case .sender, .domain: nil
        case .recipient: .recipients
        case .ip: .ip
        case .source: .source
        }
    }
}

/// The most frequent values of a field among some rows, letter case aside.
public struct PickList: Hashable, Sendable {
    /// A value and how many mails have it.
    public struct Entry: Hashable, Sendable {
        /// The value as the first of these mails spells it.
        public let text: RawText
        /// How many mails have it.
        public let count: Int
    }

    /// The values, the most frequent first.
    public let entries: [Entry]
    /// How many different values were counted, at most ``mostValues``.
    public let distinctCount: Int
    /// How often other values came, after that many different ones; they are not counted.
    public let leftOut: Int
    /// How many of the rows are not counted, since nothing is known of the field yet.
    public let pending: Int

    /// How many different values are counted: those that come first.
    public static let mostValues = 200_000
}

extension PickList {
    /// True where there were more different values than are counted, so that counts may be too low.
    public var isCapped: Bool { leftOut > 0 }

    /// Counts the values of rows.
    ///
    /// - Parameters:
    ///   - most: How many values are listed.
    ///   - field: The field.
    ///   - rows: Rows of the table.
    ///   - table: The table.
    ///   - late: What was read again, for the first rows of the table.
    ///   - folds: Of the deliveries that these fold, one counts.
    ///   - isWanted: Asked every few thousand rows; false gives up.
    /// - Returns: The list; nil where it was given up.
    public static func top(
        _ most: Int, of field: PickField, in rows: RowBits, of table: EventTable,
        late: LateColumns = LateColumns(), folds: Deliveries = Deliveries(),
        while isWanted: () -> Bool = { true }
    ) -> PickList? {
        top(
            most, of: field, in: rows, of: table, late: late, folds: folds,
            mostValues: mostValues, while: isWanted)
    }

    static func top(
        _ most: Int, of field: PickField, in rows: RowBits, of table: EventTable,
        late: LateColumns, folds: Deliveries, mostValues: Int, while isWanted: () -> Bool
    ) -> PickList? {
        var counter = ValueCounter(mostTexts: mostValues)
        var pending = 0
        let isWhole =
            if let lateField = field.lateField {
                counter.add(
                    lateField, rows, table, late, folds, pending: &pending, while: isWanted)
            } else {
                counter.add(
                    rows, table, folds, ofDomains: field == .domain, while: isWanted)
            }
        guard isWhole else { return nil }
        return PickList(
            entries: counter.top(most), distinctCount: counter.distinctCount,
            leftOut: counter.leftOut, pending: pending)
    }
}

extension ValueCounter {
    /// Counts the authors' addresses or their domains; false where it was given up.
    fileprivate mutating func add(
        _ rows: RowBits, _ table: EventTable, _ folds: Deliveries, ofDomains: Bool,
        while isWanted: () -> Bool
    ) -> Bool {
        table.forEachBlock(in: 0..<min(table.count, rows.count)) { block in
            let (arena, texts) = (block.piece.arena, block.piece.texts)
            for row in block.rows {
                let place = block.first + row - block.rows.lowerBound
                guard rows[place], !folds.isFolded(place) else { continue }
                let address = arena.span.extracting(texts.range(.address, of: row))
                if !ofDomains {
                    add(address)
                } else if let domain = DomainName.range(in: address) {
                    add(address.extracting(domain))
                }
            }
            return isWanted()
        }
    }

    /// Counts late texts: first how many rows have each of them, then what each of them holds.
    fileprivate mutating func add(
        _ field: LateField, _ rows: RowBits, _ table: EventTable, _ late: LateColumns,
        _ folds: Deliveries, pending: inout Int, while isWanted: () -> Bool
    ) -> Bool {
        var counts = [UInt32](repeating: 0, count: late.distinctCount(field))
        let isWhole = table.forEachBlock(in: 0..<min(table.count, rows.count)) { block in
            for row in block.first..<block.first + block.count {
                guard rows[row], !folds.isFolded(row) else { continue }
                if row < late.rowCount {
                    counts[Int(late.number(field, of: row))] += 1
                } else {
                    pending += 1
                }
            }
            return isWanted()
        }
        guard isWhole else { return false }
        for (number, count) in counts.enumerated() where count > 0 {
            if number % RowBlock.mostRows == 0, !isWanted() { return false }
            let text = late.text(field, UInt32(number))
            guard field == .recipients else {
                add(text.span, times: Int(count))
                continue
            }
            for recipient in text.split(separator: 0x0A) {
                add(recipient.span, times: Int(count))
            }
        }
        return true
    }
}

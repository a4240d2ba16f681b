/// Which of two rows comes first in an order, and all that this depends on.
struct RowComparison: Sendable {
    let order: RowOrder
    let table: EventTable
    let late: LateColumns
    let deliveries: Deliveries
}

extension RowComparison {
    /// True where the first row comes before the second one; of two rows one always does.
    func precedes(_ first: UInt32, _ second: UInt32) -> Bool {
        guard let (key, otherKey) = numbers(first, second) else {
            return precedesByText(first, second)
        }
        return key == otherKey ? first < second : key < otherKey
    }

    private func numbers(_ first: UInt32, _ second: UInt32) -> (UInt64, UInt64)? {
        if order.key == .severity {
            let ranks = (rank(first), rank(second))
            if ranks.0 != ranks.1 { return ranks }
        }
        guard let key = number(first), let other = number(second) else { return nil }
        return (key, other)
    }

    private func number(_ row: UInt32) -> UInt64? {
        switch order.key {
        case .reading: order.isReversed ? .max - UInt64(row) : UInt64(row)
        case .time: time(table[Int(row)].time)
        case .severity: time(table[Int(row)].time)
        case .took: took(row)
        case .deliveries: deliveryCount(row)
        case .from, .subject, .recipient, .ip: nil
        }
    }

    private func precedesByText(_ first: UInt32, _ second: UInt32) -> Bool {
        let (text, other) = (text(first), text(second))
        if text == other { return first < second }
        if text.isEmpty || other.isEmpty { return other.isEmpty }
        return order.isReversed ? other.span.precedes(text.span) : text.span.precedes(other.span)
    }
}

// MARK: - Keys

extension RowComparison {
    /// The key of a row that does not tell what it is sorted by.
    static let missing = UInt64.max

    /// The key of a time: by severity always the latest first.
    func time(_ time: Timestamp) -> UInt64 {
        guard !time.isMissing else { return Self.missing }
        let isEarliestFirst = order.key == .time && order.isReversed
        // The missing time would be 0.
        let number = (UInt64(bitPattern: time.milliseconds) ^ 1 << 63) - 1
        return isEarliestFirst ? number : .max - 1 - number
    }

    /// The key of the severity, without the time.
    func rank(_ facts: Facts) -> UInt64 {
        let rank = Severity.rank(facts)
        return UInt64(order.isReversed ? Severity.count - 1 - rank : rank)
    }

    /// The key of the processing time.
    func took(_ row: UInt32) -> UInt64 {
        guard row < late.rowCount, let took = late.took(Int(row)) else { return Self.missing }
        return order.isReversed ? UInt64(took) : .max - 1 - UInt64(took)
    }

    /// The key of the number of deliveries.
    func deliveryCount(_ row: UInt32) -> UInt64 {
        let count = UInt64(deliveries.mailCount(of: Int(row)))
        return order.isReversed ? count : .max - 1 - count
    }

    private func rank(_ row: UInt32) -> UInt64 { rank(table.facts(Int(row))) }

    /// What a row is sorted by, as bytes; empty where it does not tell.
    func text(_ row: UInt32) -> [UInt8] {
        switch order.key {
        case .from: SearchFold.fold(table[Int(row)].from)
        case .subject: SearchFold.fold(table[Int(row)].subject)
        case .recipient, .ip: row < late.rowCount ? lateText(row) : []
        default: []
        }
    }

    private func lateText(_ row: UInt32) -> [UInt8] {
        let field = lateField
        return lateText(late.text(field, late.number(field, of: Int(row))))
    }

    /// The late field that the order is by.
    var lateField: LateField { order.key == .ip ? .ip : .recipients }

    /// What a row with this text in the late field is sorted by, as bytes; empty where it does not tell.
    func lateText(_ text: ArraySlice<UInt8>) -> [UInt8] {
        if text.isEmpty { return [] }
        return order.key == .ip ? IPSortKey.bytes(text) : SearchFold.fold(text)
    }
}

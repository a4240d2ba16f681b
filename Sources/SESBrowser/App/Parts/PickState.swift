import SESCore

/// The open list of the commonest values of a field under the present filter, to narrow by.
struct PickState: Sendable {
    let field: PickField
    /// The values; nil until they are counted.
    var list: PickList?
    var cursor = ListCursor()
}

extension PickField {
    /// The word in the filter bar and the heading.
    var word: String {
        switch self {
        case .sender: "sender"
        case .domain: "domain"
        case .recipient: "recipient"
        case .source: "source"
        case .ip: "ip"
        }
    }

    /// The field of the query language.
    var textField: TextField {
        switch self {
        case .sender: .from
        case .domain: .domain
        case .recipient: .recipient
        case .source: .source
        case .ip: .ip
        }
    }

    /// The condition that a field has one of the values.
    func condition(_ value: RawText) -> Query { .term(.text(textField, [.words(value)])) }
}

extension PickState {
    /// The value under the cursor.
    var chosen: RawText? {
        guard let entries = list?.entries, entries.indices.contains(cursor.position) else {
            return nil
        }
        return entries[cursor.position].text
    }

    /// Keeps the cursor on a page of so many rows.
    mutating func settle(rows: Int) {
        cursor.settle(count: list?.entries.count ?? 0, rows: rows)
    }
}

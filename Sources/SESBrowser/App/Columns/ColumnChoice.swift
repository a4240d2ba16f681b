/// Which columns the list is to have, in which order.
enum ColumnChoice: Hashable, Sendable {
    /// Nobody chose: time, verdicts, name, address and subject.
    case standard
    case chosen([ListColumn])

    /// The choice of some columns; those of the standard in its own order are the standard.
    init(_ columns: [ListColumn]) {
        self = columns == ColumnChoice.standard.columns ? .standard : .chosen(columns)
    }
}

extension ColumnChoice {
    /// The columns from left to right, where there is room for all.
    var columns: [ListColumn] {
        switch self {
        case .standard: [.time, .verdicts, .author, .from, .subject]
        case .chosen(let columns): columns
        }
    }

    /// The names of the columns, a blank between two, as ``init(parsing:)`` takes them.
    var text: String { columns.map(\.name).joined(separator: " ") }

    /// True where a column shows what only the record tells.
    var needsRecords: Bool { columns.contains(where: \.needsRecord) }

    /// The choice that a text names, such as `time from subject`; `default` is the standard.
    ///
    /// - Throws: ``UnknownColumn`` where a word names no column, or where there is none.
    init(parsing text: String) throws(UnknownColumn) {
        let words = text.split(separator: " ").map { $0.lowercased() }
        if words == ["default"] {
            self = .standard
            return
        }
        var columns: [ListColumn] = []
        for word in words {
            guard let column = ListColumn.named(word) else { throw UnknownColumn(word: word) }
            if !columns.contains(column) { columns.append(column) }
        }
        guard !columns.isEmpty else { throw UnknownColumn(word: "") }
        self.init(columns)
    }
}

/// A word that names no column.
struct UnknownColumn: Error, Hashable {
    /// The word; empty where no column was named at all.
    let word: String
}

extension UnknownColumn {
    /// What is the matter and what there is, for a person.
    var message: String {
        let names = ListColumn.all.map(\.name).joined(separator: " ")
        return (word.isEmpty ? "name columns" : "no column \(word)") + "; there are \(names)"
    }
}

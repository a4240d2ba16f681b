import SESCore

/// What a store says of the mails of a table, for queries that ask for it.
struct StoredMarks {
    private let index: DecisionIndex
    /// The marks of the rows that were looked at.
    private(set) var marks = RowMarks()
    /// How many rows were looked at.
    private var count = 0

    /// Looks rows up in an index.
    init(_ index: DecisionIndex) { self.index = index }

    /// What the store that a command names says; nil where the query does not ask for it. A store that
    /// does not exist yet says nothing.
    ///
    /// - Throws: ``ExitStatus/nothingRead`` where the store cannot be read, which is told.
    init?(for query: Query, in option: StoreOption) throws {
        guard query.asksForMarks else { return nil }
        guard try !option.location().isMissing else {
            self.init(DecisionIndex())
            return
        }
        self.init(try Self.index(of: option.open(for: .readOnly)))
    }
}

extension StoredMarks {
    /// The current decisions of a store.
    ///
    /// - Throws: ``ExitStatus/nothingRead`` where it cannot be read, which is told.
    static func index(of store: borrowing TriageStore) throws(ExitStatus) -> DecisionIndex {
        do throws(StoreError) {
            return try store.index() ?? DecisionIndex()
        } catch {
            FileComplaints.write(error)
            throw .nothingRead
        }
    }

    /// Looks up the rows that the table has got since the last time.
    mutating func extend(to table: EventTable, with reader: inout RecordReader) {
        for row in count..<max(count, table.count) {
            let mark = table.decisionMark(row, in: index, with: &reader)
            marks[row] = RowMark(rawValue: mark.rawValue)
        }
        count = table.count
    }
}

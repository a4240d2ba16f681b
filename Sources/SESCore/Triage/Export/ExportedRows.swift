/// The rows that an export writes, in their order.
public struct ExportedRows: Sendable {
    /// True where they are the tagged ones, and not all that are listed.
    public let isTagged: Bool
    private let kept: Kept

    private enum Kept: Sendable {
        case shown(ShownRows)
        case tagged([UInt32])
    }

    /// The tagged rows, those that are listed first and in the order of the list; where none is
    /// tagged, all that are listed.
    ///
    /// - Parameters:
    ///   - shown: The rows of the list.
    ///   - marks: Which rows are tagged, listed or not.
    ///   - folds: Which rows stand for others; a mail is written once.
    public init(of shown: ShownRows, marks: RowMarks, folds: Deliveries) {
        var tagged = RowBits(count: marks.count)
        for row in 0..<marks.count where marks[row].isTagged {
            tagged[folds.isFolded(row) ? folds.leader(of: row) : row] = true
        }
        isTagged = tagged.members > 0
        guard isTagged else {
            kept = .shown(shown)
            return
        }
        var rows: [UInt32] = []
        for position in 0..<shown.count where tagged[shown[position]] {
            rows.append(UInt32(truncatingIfNeeded: shown[position]))
            tagged[shown[position]] = false
        }
        tagged.forEach { rows.append(UInt32(truncatingIfNeeded: $0)) }
        kept = .tagged(rows)
    }
}

extension ExportedRows {
    /// How many rows there are.
    public var count: Int {
        switch kept {
        case .shown(let rows): rows.count
        case .tagged(let rows): rows.count
        }
    }

    /// The row of the table at a position, from 0 up to ``count``.
    public subscript(position: Int) -> Int {
        switch kept {
        case .shown(let rows): rows[position]
        case .tagged(let rows): Int(rows[position])
        }
    }
}

/// The rows of a table that a list shows, in the order in which it shows them.
///
/// Where every row is shown in reading order no array is kept.
public struct ShownRows: Sendable {
    private let kept: Kept
    /// Which rows stand for others.
    private let folds: Deliveries

    private enum Kept: Sendable {
        /// All rows up to a number, in reading order.
        case all(Int)
        case reading([UInt32])
        case sorted(SortedRows)
    }

    /// All rows of a table in reading order.
    public init(all count: Int) {
        kept = .all(count)
        folds = Deliveries()
    }

    /// The given rows in reading order.
    init(_ rows: [UInt32], folds: Deliveries) {
        kept = .reading(rows)
        self.folds = folds
    }

    /// The given rows in their order.
    init(_ rows: SortedRows, folds: Deliveries) {
        kept = .sorted(rows)
        self.folds = folds
    }
}

extension ShownRows {
    /// The rows in their order; nil where all are shown as they were read.
    var listed: [UInt32]? {
        switch kept {
        case .all: nil
        case .reading(let rows): rows
        case .sorted(let rows): rows.rows
        }
    }

    /// How many rows are shown.
    public var count: Int {
        switch kept {
        case .all(let count): count
        case .reading(let rows): rows.count
        case .sorted(let rows): rows.count
        }
    }

    /// The row of the table at a position in the list, from 0 up to ``count``.
    public subscript(position: Int) -> Int {
        switch kept {
        case .all: position
        case .reading(let rows): Int(rows[position])
        case .sorted(let rows): rows[position]
        }
    }

    /// The position of a row, or of the one that stands for it; nil where it is not shown.
    public func position(of row: Int) -> Int? {
        let row = folds.isFolded(row) ? folds.leader(of: row) : row
        let position = insertionPosition(of: row)
        return position < count && self[position] == row ? position : nil
    }

    /// The position of a row, or where it is not shown of the next one that is, or of the last one; 0
    /// where none is.
    public func nearestPosition(to row: Int) -> Int {
        let row = folds.isFolded(row) ? folds.leader(of: row) : row
        return max(0, min(insertionPosition(of: row), count - 1))
    }

    /// The position at which a row stands or would stand; ``count`` where that is behind all.
    private func insertionPosition(of row: Int) -> Int {
        switch kept {
        case .all(let count): min(row, count)
        case .reading(let rows): rows.firstPosition(notBefore: row)
        case .sorted(let rows): rows.insertionPosition(of: row)
        }
    }
}

extension [UInt32] {
    /// The index of the first element that is not below a row; the elements ascend.
    fileprivate func firstPosition(notBefore row: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if Int(self[middle]) < row { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Which rows of a table tell of the same mail.
///
/// SES tells of a mail once for each rule and action that matched, and a delivery may be repeated
/// or logged twice. The table keeps every delivery; this value says which of its rows a list shows
/// as one. Rows of one mail fold into one only if their statuses and policy are equal, so that a
/// filter means the same folded or not. The first row of a fold stands for it: a later delivery
/// changes a count and never a place.
///
/// Only mails with several deliveries cost memory: 19 bytes for each of their rows, and a bit for
/// every row of the table.
public struct Deliveries: Sendable {
    /// How many rows of the table were looked at.
    public let rowCount: Int
    /// How many rows do not stand for their fold: a folded list has so many fewer.
    public private(set) var foldedCount = 0
    /// The rows of mails with several deliveries, mail by mail, in a mail fold by fold, in a fold
    /// as they were read.
    private var rows: [UInt32] = []
    /// Where in ``rows`` each fold begins, and the end.
    private var folds: [UInt32] = [0]
    /// Which fold is the first of each mail, and the end.
    private var mails: [UInt32] = [0]
    /// The elements of ``rows`` in ascending order, and at which place of it each stands.
    private var sorted: [UInt32] = []
    private var places: [UInt32] = []
    /// A bit for each row that does not stand for its fold; empty where there is none.
    private(set) var hidden: [UInt64] = []

    /// No row is looked at.
    public init() { rowCount = 0 }

    /// Folds the rows of a table of which `next` tells mail by mail: for each mail with several
    /// deliveries its folds, and for each fold its rows in ascending order; nil at the end.
    init(rowCount: Int, _ next: () -> [[UInt32]]?) {
        self.rowCount = rowCount
        while let mail = next() {
            for fold in mail {
                rows += fold
                folds.append(UInt32(rows.count))
                for row in fold.dropFirst() { hide(row) }
            }
            mails.append(UInt32(folds.count - 1))
        }
        places = Array(0..<UInt32(rows.count))
        places.sort { rows[Int($0)] < rows[Int($1)] }
        sorted = places.map { rows[Int($0)] }
    }

    private mutating func hide(_ row: UInt32) {
        if hidden.isEmpty { hidden = [UInt64](repeating: 0, count: (rowCount + 63) / 64) }
        hidden[Int(row / 64)] |= 1 << UInt64(row % 64)
        foldedCount += 1
    }
}

extension Deliveries {
    /// True where no mail has two deliveries.
    public var isEmpty: Bool { rows.isEmpty }

    /// True where another row stands for this one.
    public func isFolded(_ row: Int) -> Bool {
        row / 64 < hidden.count && hidden[row / 64] >> UInt64(row % 64) & 1 == 1
    }

    /// The row that stands for a row: its own, or an earlier one of the same mail.
    public func leader(of row: Int) -> Int { fold(of: row).map { Int(rows[$0.lowerBound]) } ?? row }

    /// How many deliveries a row stands for when the list is folded, its own included.
    public func count(of row: Int) -> Int { fold(of: row)?.count ?? 1 }

    /// The rows that are folded with a row, itself included, as they were read.
    public func folded(with row: Int) -> [Int] {
        fold(of: row).map { rows[$0].map(Int.init) } ?? [row]
    }

    /// How many deliveries the mail of a row has, however they were judged.
    public func mailCount(of row: Int) -> Int { mail(of: row)?.count ?? 1 }

    /// Calls `body` with the rows of a range whose mails have several deliveries, in ascending order.
    func forEachRepeated(in range: Range<Int>, _ body: (Int) -> Void) {
        guard let last = sorted.last, range.lowerBound <= last else { return }
        var index = sorted.lastIndex(notAbove: UInt32(range.lowerBound))
        if sorted[index] < range.lowerBound { index += 1 }
        while index < sorted.count, sorted[index] < range.upperBound {
            body(Int(sorted[index]))
            index += 1
        }
    }

    /// Rows of the mail of a row, at most so many: first those that are folded with it.
    public func mailRows(of row: Int, atMost most: Int) -> [Int] {
        guard let fold = fold(of: row), let mail = mail(of: row) else { return [row] }
        let others = [mail.lowerBound..<fold.lowerBound, fold.upperBound..<mail.upperBound]
        var found = rows[fold].prefix(most).map(Int.init)
        for part in others { found += rows[part].prefix(most - found.count).map(Int.init) }
        return found
    }

    /// True where another delivery of the same mail has other statuses or another policy.
    public func isDiffering(_ row: Int) -> Bool {
        guard let fold = fold(of: row), let mail = mail(of: row) else { return false }
        return fold != mail
    }
}

extension Deliveries {
    /// The range of the fold of a row in ``rows``; nil for a mail of one delivery.
    private func fold(of row: Int) -> Range<Int>? { foldIndex(of: row).map(range) }

    private func mail(of row: Int) -> Range<Int>? {
        guard let fold = foldIndex(of: row) else { return nil }
        let mail = mails.lastIndex(notAbove: UInt32(fold))
        let (first, last) = (Int(mails[mail]), Int(mails[mail + 1]))
        return Int(folds[first])..<Int(folds[last])
    }

    private func foldIndex(of row: Int) -> Int? {
        guard let last = sorted.last, row <= last else { return nil }
        let index = sorted.lastIndex(notAbove: UInt32(row))
        guard sorted[index] == row else { return nil }
        return folds.lastIndex(notAbove: places[index])
    }

    private func range(_ fold: Int) -> Range<Int> { Int(folds[fold])..<Int(folds[fold + 1]) }
}

extension [UInt32] {
    /// The last index, or 0, whose element is not above a value; the elements ascend.
    fileprivate func lastIndex(notAbove value: UInt32) -> Int {
        var low = 0
        var high = count
        while high - low > 1 {
            let middle = (low + high) / 2
            if self[middle] <= value { low = middle } else { high = middle }
        }
        return low
    }
}

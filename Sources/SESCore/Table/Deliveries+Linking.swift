extension Deliveries {
    /// Finds the rows of a table that tell of the same mail.
    ///
    /// Rows of equal mail keys are read again and compared by what identifies a mail; a row that
    /// cannot be read again stays alone. Blocks until that is done.
    ///
    /// - Parameters:
    ///   - table: The table, read to its end.
    ///   - goesOn: Asked every now and then; false gives up.
    /// - Returns: nil where it was given up.
    public static func linking(_ table: EventTable, while goesOn: () -> Bool) -> Deliveries? {
        var reader = RecordReader()
        return linking(table, while: goesOn) { table.identity(of: $0, with: &reader) }
    }

    /// Finds them by an identity that `identify` tells of a row; nil for none.
    static func linking(
        _ table: EventTable, while goesOn: () -> Bool, identify: (Int) -> MailIdentity?
    ) -> Deliveries? {
        let pairs = pairs(in: table)
        var next = 0
        var ready: [[[UInt32]]] = []
        var isWhole = true
        let found = Deliveries(rowCount: table.count) {
            while ready.isEmpty, next < pairs.count, isWhole {
                var group = KeyGroup(table)
                let first = pairs[next].first
                group.add(first, identify)
                while next < pairs.count, pairs[next].first == first, isWhole {
                    group.add(pairs[next].row, identify)
                    next += 1
                    isWhole = goesOn()
                }
                ready = group.mails
            }
            return ready.popLast()
        }
        return isWhole ? found : nil
    }

    /// Every row whose key was met before, with the first row of that key, in order of both.
    private static func pairs(in table: EventTable) -> [Pair] {
        var slots = KeySlots(rows: table.count)
        var pairs: [Pair] = []
        table.forEachMailKey { row, key in
            if let first = slots.insert(row, key: key, keyOf: table.mailKey) {
                pairs.append(Pair(first: UInt32(first), row: UInt32(row)))
            }
        }
        pairs.sort()
        return pairs
    }

    private struct Pair: Comparable {
        let first: UInt32
        let row: UInt32

        static func < (left: Pair, right: Pair) -> Bool {
            left.first == right.first ? left.row < right.row : left.first < right.first
        }
    }
}

/// The rows of one key, sorted into mails, and those into folds.
private struct KeyGroup {
    private let table: EventTable
    private var numbers: [MailIdentity: Int] = [:]
    private var found: [Mail] = []

    private struct Mail {
        /// Which fold rows of these statuses and policy are in.
        var numbers: [UInt32: Int] = [:]
        var folds: [[UInt32]] = []
    }

    init(_ table: EventTable) { self.table = table }

    /// The mails that have several deliveries.
    var mails: [[[UInt32]]] {
        found.map(\.folds).filter { $0.count > 1 || $0.contains { $0.count > 1 } }
    }

    /// Adds a row.
    mutating func add(_ row: UInt32, _ identify: (Int) -> MailIdentity?) {
        guard let identity = identify(Int(row)) else { return }
        let mail = numbers[identity] ?? found.count
        numbers[identity] = mail
        if mail == found.count { found.append(Mail()) }
        let judged = table.facts(Int(row)).judged
        let fold = found[mail].numbers[judged] ?? found[mail].folds.count
        found[mail].numbers[judged] = fold
        if fold == found[mail].folds.count {
            found[mail].folds.append([row])
        } else {
            found[mail].folds[fold].append(row)
        }
    }
}

extension Facts {
    /// The five statuses and the policy alone.
    fileprivate var judged: UInt32 { bits & 0x3FFFF }
}

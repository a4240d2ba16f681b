import SESCore

/// How often each combination of five statuses stands in the table, deliveries counted as the list
/// shows them.
///
/// Facet counts come from here without looking at a row again.
struct StatusHistogram: Sendable {
    private var counts = [UInt32](repeating: 0, count: 1 << 15)
    private(set) var scanned = 0
    private let folds: Deliveries

    /// No row is counted yet, of those that no other stands for.
    init(folds: Deliveries = Deliveries()) { self.folds = folds }
}

extension StatusHistogram {
    /// Counts the rows that the table has got since the last time.
    mutating func extend(to table: EventTable) {
        table.forEachFacts(from: scanned) { row, facts in
            if !folds.isFolded(row) { counts[facts.statuses] += 1 }
        }
        scanned = table.count
    }

    /// The facet counts under a filter.
    func facets(_ filter: VerdictFilter) -> Facets {
        var facets = Facets()
        for (statuses, count) in counts.enumerated() where count > 0 {
            facets.add(Int(count), Facts(bits: UInt32(statuses)), filter)
        }
        return facets
    }
}

/// How many mails each check x status has, every condition of the filter applied but that of the
/// check itself: what the list would show if the cell alone were ticked.
struct Facets: Hashable, Sendable {
    private var counts = [Int](
        repeating: 0, count: Check.allCases.count * VerdictStatus.allCases.count)

    /// The count of a cell.
    subscript(check: Check, status: VerdictStatus) -> Int {
        counts[Int(check.rawValue) * VerdictStatus.allCases.count + Int(status.rawValue)]
    }
}

extension Facets {
    fileprivate mutating func add(_ count: Int, _ facts: Facts, _ filter: VerdictFilter) {
        let failing = Check.allCases.filter {
            filter[$0] != .any && !filter[$0].contains(facts[$0])
        }
        guard failing.count <= 1 else { return }
        for check in failing.isEmpty ? Check.allCases : failing {
            let place = Int(check.rawValue) * VerdictStatus.allCases.count
            counts[place + Int(facts[check].rawValue)] += count
        }
    }
}

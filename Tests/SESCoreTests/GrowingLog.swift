import Synchronization

@testable import SESCore

/// The tables that reading a file brings, one after the other.
func snapshots(_ path: RawText, first: Int = 20_000, piece: Int = 30_000) -> [EventTable] {
    var tables: [EventTable] = []
    let settings = LoadSettings(step: 4096, firstGoals: [first], pieceSize: piece)
    LogLoader(paths: [path], settings: settings).run { progress in
        tables.append(progress.table)
        return true
    }
    return tables
}

/// A question to a table.
func request(_ text: String, _ table: EventTable) throws -> SelectionRequest {
    SelectionRequest(query: try Query(parsing: text), table: table, now: .missing)
}

/// Wants a result so many times, and then no more.
func patience(_ times: Int) -> @Sendable () -> Bool {
    let left = Mutex(times)
    return {
        left.withLock { left in
            left -= 1
            return left >= 0
        }
    }
}

extension SweepSettings {
    /// Ways to read, which must not be told from what comes out.
    static let ways = [
        SweepSettings(workers: 1), SweepSettings(workers: 2),
        SweepSettings(workers: 1, rows: 1, bytes: 1, window: 1),
        SweepSettings(workers: 2, rows: 7, bytes: 4000, window: 700, pace: .zero),
        SweepSettings(workers: 4, rows: 40, bytes: 1 << 20, window: 9000, pace: .zero),
    ]
}

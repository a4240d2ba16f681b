/// Reads the records of a table again and takes from them what the index skips.
///
/// Rows are read in their order by two threads, many with one read. What comes out depends neither on the
/// threads nor on where a pass was given up and another one went on.
public struct LatePass: Sendable {
    private let settings: SweepSettings

    /// A pass by two threads.
    public init(threads: ThreadStarter = .plain) {
        self.init(SweepSettings(threads: threads))
    }

    init(_ settings: SweepSettings) { self.settings = settings }
}

extension LatePass {
    /// How far a pass has come.
    public struct Progress: Sendable {
        /// What is known so far.
        public var columns: LateColumns
        /// The share of the table's rows that are known, 0 to 1.
        public var fraction: Double
        /// True where all rows are known.
        public var isDone: Bool

        init(_ columns: LateColumns, of table: EventTable) {
            self.columns = columns
            isDone = columns.rowCount >= table.count
            fraction = isDone ? 1 : Double(columns.rowCount) / Double(table.count)
        }
    }

    /// Reads the rows that columns do not know yet; blocks until that is done.
    ///
    /// - Parameters:
    ///   - table: The table, or a later snapshot of the one that the columns are of.
    ///   - chosen: Which rows are read; others say nothing in what comes out, so that it serves no question
    ///     on them. Nil for all rows.
    ///   - columns: What is known already.
    ///   - isWanted: Asked by every thread, every now and then; false gives up.
    ///   - publish: Is given a snapshot about four times a second; the last one is returned alone.
    /// - Returns: What is known now; where it was given up, all rows up to some row.
    public func run(
        _ table: EventTable, only chosen: RowBits? = nil,
        from columns: LateColumns = LateColumns(),
        while isWanted: @escaping @Sendable () -> Bool = { true },
        publish: (Progress) -> Void = { _ in }
    ) -> Progress {
        var builder = LateBuilder(columns)
        return run(table, only: chosen, with: &builder, while: isWanted, publish: publish)
    }

    /// Reads the rows that a builder's columns do not know yet, as
    /// ``run(_:only:from:while:publish:)`` does.
    func run(
        _ table: EventTable, only chosen: RowBits? = nil, with builder: inout LateBuilder,
        while isWanted: @escaping @Sendable () -> Bool, publish: (Progress) -> Void
    ) -> Progress {
        var pace = Pace(settings.pace)
        let sweep = RecordSweep(
            table: table, start: builder.columns.rowCount, chosen: chosen, taker: LateTaker(),
            settings: settings, isWanted: isWanted)
        sweep.run { rows, batch in
            if let chosen {
                builder.append(batch, in: rows, chosen: chosen)
            } else {
                builder.append(batch)
            }
            if pace.isDue { publish(Progress(builder.columns, of: table)) }
        }
        return Progress(builder.columns, of: table)
    }
}

/// Takes from records what late columns hold.
struct LateTaker: RecordTaker {
    private var batch = LateBatch()

    mutating func take(_ record: Span<UInt8>, row: Int) {
        batch.append(RowParticulars(EventDecoder.event(record, wanting: .particulars)))
    }

    mutating func miss(row: Int, reason: String) { batch.appendMissed(reason) }

    mutating func finish() -> LateBatch {
        defer { batch = LateBatch() }
        return batch
    }
}

/// Says when the next snapshot is due.
struct Pace {
    private let interval: Duration
    private var last = ContinuousClock.now

    /// A snapshot so long after the other.
    init(_ interval: Duration) { self.interval = interval }

    /// True where one is due; then it counts as made.
    var isDue: Bool {
        mutating get {
            let now = ContinuousClock.now
            guard last.duration(to: now) >= interval else { return false }
            last = now
            return true
        }
    }
}

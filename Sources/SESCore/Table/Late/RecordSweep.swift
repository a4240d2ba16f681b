/// How records are read again; what comes out is the same whatever it says.
struct SweepSettings: Sendable {
    /// How many threads read, the calling one among them.
    var workers = 2
    /// How many rows and bytes a thread takes at a time, more where one carrier has more.
    var rows = 2048
    var bytes = 4 << 20
    /// How many bytes are asked of the system at a time.
    var window = RecordWalk.defaultWindow
    /// How long to wait from one snapshot of what was found to the next.
    var pace = Duration.milliseconds(250)
    var threads = ThreadStarter.plain
}

/// Reads the records of rows from one on, with as many threads as there are, and gives out what is found
/// in the order of the rows.
struct RecordSweep<Taker: RecordTaker> {
    let table: EventTable
    let start: Int
    /// Which of the rows are read; nil for all of them.
    var chosen: RowBits?
    /// What each thread begins with.
    let taker: Taker
    let settings: SweepSettings
    /// Asked by every thread, every now and then; false gives up.
    let isWanted: @Sendable () -> Bool
}

extension RecordSweep {
    /// Reads until all is read or nobody wants more; `receive` is given what was found in the rows that
    /// come next.
    func run(_ receive: (Range<Int>, Taker.Findings) -> Void) {
        guard start < table.count else { return }
        let queue = SweepQueue(self)
        for _ in 1..<max(1, settings.workers) { settings.threads.start { queue.work() } }
        defer { queue.stop() }
        var own = SweepWorker(self)
        while let (rows, findings) = queue.next(&own) { receive(rows, findings) }
    }
}

/// A thread's part in a sweep.
struct SweepWorker<Taker: RecordTaker>: ~Copyable {
    private var walk: RecordWalk
    private var taker: Taker
    private let isWanted: @Sendable () -> Bool

    /// A worker that has read nothing yet.
    init(_ sweep: RecordSweep<Taker>) {
        walk = RecordWalk(
            sweep.table, chosen: sweep.chosen, windowSize: sweep.settings.window)
        taker = sweep.taker
        isWanted = sweep.isWanted
    }

    /// What is found in some rows; nil where they were given up.
    mutating func read(_ rows: Range<Int>) -> Taker.Findings? {
        guard walk.walk(rows, into: &taker, while: isWanted) else { return nil }
        return taker.finish()
    }
}

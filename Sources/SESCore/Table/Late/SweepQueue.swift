/// The stretches of a sweep, which several threads read and one takes in order.
final class SweepQueue<Taker: RecordTaker>: Sendable {
    private let sweep: RecordSweep<Taker>
    private let state: Monitor<State>

    /// How many stretches may be read ahead of the one that is taken next.
    private static var mostAhead: Int { 8 }

    private struct State: Sendable {
        /// The first row that nobody reads yet.
        var row: Int
        var claimed = 0
        var taken = 0
        var results: [Int: Result] = [:]
        var isStopped = false
    }

    private struct Result: Sendable {
        let rows: Range<Int>
        /// Nil where the rows were given up.
        let findings: Taker.Findings?
    }

    /// A queue of all stretches of a sweep.
    init(_ sweep: RecordSweep<Taker>) {
        self.sweep = sweep
        state = Monitor(State(row: sweep.start))
    }
}

extension SweepQueue {
    /// Reads stretches until there are no more or the queue is stopped.
    func work() {
        var worker = SweepWorker(sweep)
        while let (number, rows) = claim(waits: true) { read(number, rows, &worker) }
    }

    /// What was found in the next stretch, read by another thread or, where none has begun, by this one;
    /// nil behind the last row, and where it was given up.
    func next(_ worker: inout SweepWorker<Taker>) -> (Range<Int>, Taker.Findings)? {
        while true {
            let taken = state.change { state -> Result?? in
                if let result = state.results.removeValue(forKey: state.taken) {
                    state.taken += 1
                    return .some(result)
                }
                let isDone = state.taken == state.claimed && state.row == sweep.table.count
                return isDone || state.isStopped ? .some(nil) : nil
            }
            if let taken {
                guard let taken, let findings = taken.findings else { return nil }
                return (taken.rows, findings)
            }
            if let (number, rows) = claim(waits: false) {
                read(number, rows, &worker)
            } else {
                _ = state.wait { $0.results[$0.taken] != nil }
            }
        }
    }

    /// Ends the work of all threads; what they still read is dropped.
    func stop() { state.change { $0.isStopped = true } }

    private func claim(waits: Bool) -> (number: Int, rows: Range<Int>)? {
        state.wait(for: { state -> (number: Int, rows: Range<Int>)?? in
            if state.isStopped || state.row == sweep.table.count { return .some(nil) }
            guard state.claimed < state.taken + Self.mostAhead else {
                return waits ? nil : .some(nil)
            }
            let rows = sweep.table.stretch(
                from: state.row, rows: sweep.settings.rows, bytes: sweep.settings.bytes)
            state.row = rows.upperBound
            state.claimed += 1
            return (state.claimed - 1, rows)
        })
    }

    private func read(_ number: Int, _ rows: Range<Int>, _ worker: inout SweepWorker<Taker>) {
        let result = Result(rows: rows, findings: worker.read(rows))
        state.change { $0.results[number] = result }
    }
}

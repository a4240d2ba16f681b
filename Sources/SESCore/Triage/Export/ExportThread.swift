/// Writes one export at a time on a thread of its own.
public final class ExportThread: Sendable {
    private struct Work {
        var isRunning = false
        var isWanted = false
    }

    private let work = Monitor(Work())
    private let threads: ThreadStarter

    /// Nothing is written yet; the thread is started by the given starter.
    public init(threads: ThreadStarter) { self.threads = threads }
}

extension ExportThread {
    /// Begins an export, once the one before has come to its end.
    ///
    /// - Parameters:
    ///   - export: What is to be written.
    ///   - progress: Told how many mails are written, by the thread.
    ///   - end: Told what became of it, by the thread.
    public func start(
        _ export: MailExport, progress: @escaping @Sendable (Int) -> Void,
        end: @escaping @Sendable (MailExport.Outcome) -> Void
    ) {
        work.wait { work -> Void? in
            guard !work.isRunning else { return nil }
            work = Work(isRunning: true, isWanted: true)
            return ()
        }
        threads.start { [work] in
            let outcome = export.run(while: { work.current.isWanted }, progress: progress)
            work.change { $0.isRunning = false }
            end(outcome)
        }
    }

    /// Gives the export up that is being written; its end is told as always.
    public func stop() { work.change { $0.isWanted = false } }

    /// Gives the export up and waits until nothing of it is left, for at most half a second.
    public func finish() {
        stop()
        _ = work.wait(milliseconds: 500) { !$0.isRunning }
    }
}

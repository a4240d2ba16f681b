/// Reads one file from its start to its end, with as many threads as there are, and gives out what is
/// found in order.
struct FileLoading: ~Copyable {
    private(set) var report: FileReport
    private let source: ByteSource
    private let file: Int
    private let settings: LoadSettings
    private let publish: (Step) -> Bool
    /// False once nobody wants more.
    private var goesOn = true

    /// What was found in the next stretch, and in the file so far.
    struct Step {
        var findings: PieceFindings
        var report: FileReport
        /// True where more has to come before reading goes on, as from a pipe.
        var isWaiting: Bool
    }

    /// A reading of a source; `publish` says whether more is wanted.
    init(
        _ source: ByteSource, path: RawText, file: Int, settings: LoadSettings,
        publish: @escaping (Step) -> Bool
    ) {
        self.source = source
        self.file = file
        self.settings = settings
        self.publish = publish
        report = FileReport(path: path)
        report.size = source.size ?? 0
        report.identity = source.identity
        report.spool = source.spool
    }
}

extension FileLoading {
    /// Reads the file; false where nobody wants more.
    mutating func run() -> Bool {
        readAll()
        // The unpacking of a file is stopped. A pipe is read on, as its bytes come once.
        if !goesOn, source.identity.size > 0 { source.cancel() }
        return goesOn
    }

    private mutating func readAll() {
        var scan = PieceScan(wholeOf: source, file: file, step: settings.step)
        for goal in settings.firstGoals where goesOn && !scan.isFinished {
            scan.run(to: goal)
            take(&scan)
        }
        while goesOn, !scan.isFinished {
            let goal = scan.reader.position + settings.pieceSize
            // What is unpacked comes slower than one thread reads it.
            if settings.workers > 1, source.spool == nil, let border = scan.learn(limit: goal) {
                take(&scan)
                if !goesOn || readInPieces(&scan, border) { return }
            } else {
                scan.run(to: goal)
                take(&scan)
            }
        }
    }

    /// Reads pieces side by side for as long as they fit together; true where that is to the end of
    /// the file.
    private mutating func readInPieces(_ scan: inout PieceScan, _ border: Border) -> Bool {
        let queue = PieceQueue(
            source, file: file, border: border, step: settings.step, pieceSize: settings.pieceSize)
        for _ in 1..<settings.workers { settings.threads.start { queue.work() } }
        defer { queue.stop() }
        var own = PieceScan(source, file: file, from: border.reader, step: settings.step)
        var misfits = 0
        var piece = 0
        var truth = border.reader
        while goesOn, misfits < Self.mostMisfits {
            let result = queue.next(&own)
            let end = queue.end(of: piece)
            piece += 1
            guard truth.position < end else { continue }
            if let findings = result.findings, result.begin == truth {
                misfits = 0
                truth = result.end
                take(findings, to: truth.position, isFinished: result.isFinished)
                if result.isFinished { return true }
            } else {
                misfits += 1
                scan.restart(from: truth)
                _ = scan.run(to: border, from: end, limit: end + settings.pieceSize)
                truth = scan.reader
                take(&scan)
                if scan.isFinished { return true }
            }
        }
        scan.restart(from: truth)
        return false
    }

    /// How many pieces in a row may prove begun at a wrong place before a new border is learnt.
    private static let mostMisfits = 3

    private mutating func take(_ scan: inout PieceScan) {
        let findings = scan.takeFindings()
        take(
            findings, to: scan.reader.position, isFinished: scan.isFinished,
            isWaiting: scan.isWaiting)
    }

    private mutating func take(
        _ findings: PieceFindings, to position: Int, isFinished: Bool, isWaiting: Bool = false
    ) {
        report.take(findings, to: position)
        if isFinished { report.finish(source) }
        goesOn = publish(Step(findings: findings, report: report, isWaiting: isWaiting))
    }
}

import SESCore

/// The program while it runs on a terminal: the one loop that draws, waits and acts.
///
/// It cannot be copied, so whatever touches the terminal stays on the thread that called ``run()``.
struct Browser: ~Copyable {
    private var terminal: Terminal
    private var state: State
    private var timers = Timers()
    private var reader = RecordReader()
    private var ending: ExitStatus?
    private let theme: Theme
    private let paths: [RawText]
    private let inputs = Inputs()
    private let inbox = Inbox(wake: Terminal.wake)

    /// Takes over a terminal to browse files.
    init(
        _ terminal: consuming Terminal, paths: [RawText], filter: FilterState.Version?,
        order: RowOrder
    ) {
        theme = terminal.hasColor ? .color : .mono
        self.paths = paths
        let files = paths.map { FileReport(path: $0) }
        state = State(size: terminal.size, table: EventTable(files: files), filter: filter)
        state.sort(by: order)
        self.terminal = terminal
    }
}

extension Browser {
    /// Draws and listens until the person leaves or the terminal does.
    mutating func run() -> ExitStatus {
        startReading()
        for notice in terminal.notices { perform(state.receive(.notice(notice))) }
        perform(state.settle())
        // The first mails are there in a moment; a screen without them would only be sent twice.
        var inputs = terminal.wait(milliseconds: Self.patienceForFirstMails)
        while true {
            for input in inputs { take(input) }
            while let message = inbox.take() { perform(state.receive(message)) }
            for timer in timers.takeDue() { perform(state.receive(.timer(timer))) }
            if let ending { return ending }
            terminal.show(render(state, theme: theme, size: state.size))
            inputs = terminal.wait(milliseconds: timers.wait)
        }
    }

    private static let patienceForFirstMails = 20

    private mutating func take(_ input: Input) {
        switch input {
        case .terminate(let signal): ending = ending ?? .signal(signal)
        case .hangUp: ending = ending ?? .hangUp
        default: perform(state.handle(input))
        }
    }

    private mutating func perform(_ effects: [Effect]) {
        var waiting = effects[...]
        while let effect = waiting.popFirst() {
            switch effect {
            case .load(let row): waiting += state.receive(detail(of: row))
            case .loadBytes(let file, let offset, let length):
                waiting += state.receive(bytes(file, offset, length))
            case .loadContent(let row, let token): readContent(of: row, token)
            case .stopLoading: inbox.stop()
            case .reload: startReading()
            case .quit: ending = ending ?? .success
            case .suspend: terminal.suspend()
            case .redraw: terminal.redraw()
            case .wake(let delay, let timer): timers.set(timer, afterMilliseconds: delay)
            }
        }
    }

    private mutating func detail(of row: Int) -> Message {
        do throws(SourceError) {
            let loaded = try state.table.load(
                row, among: state.deliveries, atMost: DetailState.mostDeliveries, with: &reader)
            return .detail(row: row, loaded)
        } catch {
            return .detailFailed(row: row, error.message)
        }
    }

    private mutating func bytes(_ file: Int, _ offset: Int, _ length: Int) -> Message {
        do throws(SourceError) {
            return .bytes(
                try state.table.bytes(offset..<offset + length, ofFile: file, with: &reader))
        } catch {
            return .bytesFailed(error.message)
        }
    }

    /// A mail may have megabytes, so it is read beside the screen.
    private func readContent(of row: Int, _ token: Int) {
        let (table, deliveries, inbox) = (state.table, state.deliveries, inbox)
        PlainThread.starter.start {
            let answer = table.content(of: row, among: deliveries)
            inbox.post(content: .content(token: token, answer))
        }
    }

    private mutating func startReading() {
        reader = RecordReader()
        let generation = inbox.begin()
        let threads = PlainThread.starter
        let loader = LogLoader(paths: paths, inputs: inputs, threads: threads)
        let inbox = inbox
        threads.start {
            var pace = Pace()
            var table = EventTable()
            loader.run { progress in
                table = progress.table
                if pace.isDue || progress.isDone || progress.isWaiting {
                    inbox.post(
                        .table(
                            progress.table, fraction: progress.fraction, isDone: progress.isDone),
                        generation: generation)
                }
                return inbox.wants(generation)
            }
            if let found = Deliveries.linking(table, while: { inbox.isPresent(generation) }) {
                inbox.post(.deliveries(found), generation: generation)
            }
        }
    }
}

/// Lets the first steps of a reading through at once and later ones four times a second.
private struct Pace {
    private var steps = 0
    private var last = ContinuousClock.now

    var isDue: Bool {
        mutating get {
            steps += 1
            let now = ContinuousClock.now
            guard steps <= 2 || now - last >= .milliseconds(250) else { return false }
            last = now
            return true
        }
    }
}

extension ExitStatus {
    /// The program was asked to end by a signal; shells write it as 128 and the number.
    static func signal(_ number: Int32) -> ExitStatus { ExitStatus(code: 128 + number) }

    /// The terminal is gone.
    static let hangUp = ExitStatus(code: 129)
}

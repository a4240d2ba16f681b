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
    /// True where rows were asked for since the screen was drawn.
    private var isRowsAsked = false
    private let theme: Theme
    private let paths: [RawText]
    private let filters = FilterStore()
    private let inputs = Inputs()
    private let inbox: Inbox
    private let worker: SelectionWorker
    /// The thread that keeps decisions; nil where there is no place for a store.
    private let triage: TriageWorker?
    private let store: StoreLocation?
    private let exports = ExportThread(threads: PlainThread.starter)

    /// Takes over a terminal to browse files.
    init(
        _ terminal: consuming Terminal, paths: [RawText], filter: FilterState.Version?,
        order: RowOrder, store: StoreLocation?, isRestricted: Bool
    ) {
        theme = terminal.hasColor ? .color : .mono
        let inbox = Inbox(wake: Terminal.wake)
        self.inbox = inbox
        worker = SelectionWorker(threads: PlainThread.starter) { inbox.post(answer: $0) }
        self.store = store
        triage = store.map { location in
            TriageWorker(
                location, as: .current(version: Program.version), threads: PlainThread.starter
            ) { inbox.post(answer: .triage($0)) }
        }
        self.paths = paths
        let files = paths.map { FileReport(path: $0) }
        state = State(size: terminal.size, table: EventTable(files: files), filter: filter)
        state.order = order
        state.isRestricted = isRestricted
        state.copy.clipboard = terminal.clipboard
        if store == nil { state.triage.access = .homeless }
        self.terminal = terminal
    }
}

extension Browser {
    /// Draws and listens until the person leaves or the terminal does.
    mutating func run() -> ExitStatus {
        startReading()
        perform([.triage(.open)])
        do throws(SourceError) {
            perform(state.receive(.filters(try filters.read())))
        } catch {
            perform(state.receive(.notice("saved filters cannot be read: \(error.message)")))
        }
        perform(state.receive(.settings(SettingsFile.read())))
        for notice in terminal.notices { perform(state.receive(.notice(notice))) }
        perform(state.settle())
        // The first mails are there in a moment; a screen without them would only be sent twice.
        var inputs = terminal.wait(milliseconds: Self.patienceForFirstMails)
        while true {
            state.clock.now = SystemClock.now
            for input in inputs { take(input) }
            while let message = inbox.take() { perform(state.receive(message)) }
            for timer in timers.takeDue() { perform(state.receive(.timer(timer))) }
            if let ending {
                remember(ending)
                exports.finish()
                return ending
            }
            if isRowsAsked {
                // Most answers are there before a screen without them could be sent.
                isRowsAsked = false
                inputs = terminal.wait(milliseconds: Self.patienceForRows)
                if !inputs.isEmpty { continue }
            }
            terminal.show(render(state, theme: theme, size: state.size))
            inputs = terminal.wait(milliseconds: timers.wait)
        }
    }

    private static let patienceForFirstMails = 20
    private static let patienceForRows = 25

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
            case .select(let number):
                ask(.select, number)
                isRowsAsked = true
            case .count(let field, let query, let number):
                ask(.count(field, under: query), number)
            case .find(let term, let start, let step, let number):
                ask(.find(term.folded, in: state.rows, from: start, step: step), number)
                isRowsAsked = true
            case .countStatistics(let number): ask(.statistics(of: state.rows), number)
            case .countReport(let number): ask(state.reportQuestion, number)
            case .stopSelecting: worker.stop()
            case .triage(let task): askToKeep(task)
            case .watchStore: watchStore()
            case .findRows(let purpose, let query):
                var question = question(.rows(purpose), 0)
                question.request.query = query
                worker.ask(question)
            case .edit(let note, let rows): waiting += edit(note, on: rows)
            case .loadIDs(let rows): waiting += state.receive(ids(of: rows))
            case .keep(let change): keep(change)
            case .loadParticulars(let rows): waiting += state.receive(particulars(of: rows))
            case .loadToCopy(let row): waiting += state.receive(toCopy(row))
            case .copy(let text): terminal.copy(text)
            case .save(let request): waiting += state.receive(.saved(CopyFile.save(request)))
            case .export(let request): export(request)
            case .stopExport: exports.stop()
            case .keepSettings(let entries):
                waiting += state.receive(.settingsKept(SettingsFile.keep(entries)))
            case .readZone: waiting += state.receive(.zone(SystemClock.zone()))
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

    /// What cannot be written down is said; it holds as long as the program runs.
    private mutating func keep(_ change: FilterStore.Change) {
        do throws(SourceError) {
            try filters.make(change)
        } catch {
            perform(
                state.receive(.notice("filters are not kept for the next start: \(error.message)")))
        }
    }

    private func ask(_ kind: Question.Kind, _ number: Int) { worker.ask(question(kind, number)) }

    private func question(_ kind: Question.Kind, _ number: Int) -> Question {
        Question(
            kind: kind, number: number, request: state.selectionRequest(now: SystemClock.now))
    }

    private mutating func askToKeep(_ task: TriageTask) {
        guard let triage else { return }
        triage.ask(request(task))
        switch task {
        case .decide, .step, .settle, .describe: isRowsAsked = true
        default: break
        }
    }

    private func request(_ task: TriageTask) -> TriageRequest {
        TriageRequest(
            task: task, table: state.table, reading: state.reading, deliveries: state.folds,
            marks: state.triage.marks)
    }

    /// Has two threads look after the store: one whether it is damaged, one whether others write to it.
    private func watchStore() {
        guard let store else { return }
        let inbox = inbox
        PlainThread.starter.start {
            // One that is not there yet, or cannot be read, is told where it is opened.
            guard let damage = TriageStore.damage(in: store),
                [.malformed, .notADatabase].contains(damage.kind)
            else { return }
            inbox.post(answer: .triage(.damaged(damage)))
        }
        PlainThread.starter.start {
            guard let watch = StoreWatch(store) else { return }
            // At first too: somebody may have written since the store was opened.
            var looks = Self.looks[...]
            while true {
                inbox.post(answer: .triage(.touched))
                looks = watch.wait(atMost: looks.first) ? Self.looks[...] : looks.dropFirst()
            }
        }
    }

    /// After how many milliseconds the store is looked at again: what others write is told before it is
    /// committed.
    private static let looks: [Int32] = [30, 150, 600]

    /// Lends the terminal to an editor until it ends.
    private mutating func edit(_ note: RawText, on rows: [Int]) -> [Effect] {
        do throws(SavedFile.Failure) {
            let file = try NoteFile(note)
            let status = terminal.run(NoteFile.command, on: file.path)
            guard status == 0 else {
                return state.receive(
                    .notice("no note was changed: the editor ended with \(status)"))
            }
            let edited: RawText
            do throws(SourceError) {
                edited = try file.read()
            } catch {
                return state.receive(.notice("no note was changed: it \(error.message)"))
            }
            return edited == note ? [] : state.receive(.note(edited, on: rows))
        } catch {
            guard case .refused(let reason) = error else { return [] }
            return state.receive(.notice("no note was changed: no draft: \(reason.message)"))
        }
    }

    /// Keeps where the person was; what was not saved is tried once more.
    private func remember(_ ending: ExitStatus) {
        guard let triage, state.triage.access == .open else { return }
        triage.finish(
            with: request(
                .remember(
                    filter: RawText(state.filter.text), row: state.cursorRow,
                    wasCut: ending != .success)))
    }

    private mutating func ids(of rows: [Int]) -> Message {
        var ids: [RawText] = []
        for row in rows {
            let loaded = try? state.table.load(row, with: &reader, countsLine: false)
            if let id = loaded?.event.mail?.messageID, !id.isEmpty { ids.append(id) }
        }
        return .ids(ids, missed: rows.count - ids.count)
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

    /// Reads as many rows as there is time for in a frame, at least one.
    private mutating func particulars(of rows: [Int]) -> Message {
        let end = ContinuousClock.now + Self.timeForParticulars
        var found: [Int: RowParticulars?] = [:]
        for row in rows {
            let isReadable = state.table.carrierLength(of: row) <= ParticularsCache.largestCarrier
            let read =
                isReadable
                ? state.table.particulars(of: [row], late: state.late, with: &reader)[row] : nil
            found.updateValue(read, forKey: row)
            if ContinuousClock.now >= end { break }
        }
        return .particulars(found)
    }

    private static let timeForParticulars = Duration.milliseconds(3)

    private mutating func toCopy(_ row: Int) -> Message {
        do throws(SourceError) {
            return .toCopy(
                row: row, try state.table.load(row, with: &reader, countsLine: false))
        } catch {
            return .toCopyFailed(error.message)
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

    private func export(_ request: ExportRequest) {
        guard let rows = state.export.rows else { return }
        let export = MailExport(
            rows, of: state.export.table, to: PersonPath.whole(request.path), as: request.format,
            replaces: request.replaces, store: store,
            author: .current(version: Program.version))
        let inbox = inbox
        exports.start(export) {
            inbox.post(answer: .exporting($0))
        } end: {
            inbox.post(answer: .exported($0))
        }
    }

    /// A mail may have megabytes, so it is read beside the screen.
    private func readContent(of row: Int, _ token: Int) {
        let (table, deliveries, inbox) = (state.table, state.deliveries, inbox)
        PlainThread.starter.start {
            let answer = table.content(of: row, among: deliveries)
            inbox.post(answer: .content(token: token, answer))
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

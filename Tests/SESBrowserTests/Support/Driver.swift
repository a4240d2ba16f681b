import SESCore

@testable import SESBrowser

/// Drives the state as the loop does, but without time and threads: a mail that is asked for is
/// there at once, and what else is to be done outside is noted.
struct Driver {
    private(set) var state: State
    /// What the last step asked for.
    private(set) var effects: [Effect] = []
    private var selector = Selector()
    /// False where a test gives the counts itself.
    var answersStatistics = true
    /// The moment that the program takes for the present one.
    var now = Timestamp(iso: "2026-11-22T10:00:00Z".utf8)
    /// What keeps decisions; nil where nobody answers.
    private let desk: TestDesk?
    /// True where what is asked of the desk waits, as for a slow disk.
    private var isDeskSlow = false
    private var asked: [TriageRequest] = []

    init(
        _ table: EventTable, rows: Int = 24, columns: Int = 80, isDone: Bool = true,
        fraction: Double? = 1, desk: TestDesk? = nil
    ) {
        state = State(size: Size(rows: rows, columns: columns))
        self.desk = desk
        run { $0.receive(.table(table, fraction: fraction, isDone: isDone)) }
        if desk != nil { run { _ in [.triage(.open)] } }
    }
}

extension Driver {
    /// The subject under the cursor.
    var subject: String? {
        state.cursorRow.map { String(decoding: state.table[$0].subject, as: UTF8.self) }
    }

    /// The text of the message line.
    var message: String? { state.message.text?.description }

    mutating func press(_ keys: Key...) {
        for key in keys { run { $0.handle(.key(key)) } }
    }

    /// Presses the keys of a text, letter by letter.
    mutating func type(_ text: String) {
        for scalar in text.unicodeScalars { press(.character(scalar)) }
    }

    mutating func handle(_ input: Input) { run { $0.handle(input) } }

    mutating func receive(_ message: Message) { run { $0.receive(message) } }

    /// Has a part of the mail copied that the next message brings.
    mutating func want(_ part: CopyPart) { state.copy.wanted = part }

    /// Sets the clock, as the loop does each time it wakes.
    mutating func set(now: Timestamp) { state.clock.now = now }

    /// Gives the first rows the decisions of these raw values.
    mutating func mark(_ decisions: [UInt8]) {
        for (row, decision) in decisions.enumerated() {
            state.triage.marks[row] = RowMark(rawValue: decision)
        }
    }

    /// Marks rows as decided.
    mutating func mark(_ decisions: [Int: RowMark]) {
        run { state in
            for (row, mark) in decisions { state.triage.marks[row] = mark }
            return state.settle()
        }
    }

    /// Forbids or allows to write files.
    mutating func restrict(_ isRestricted: Bool = true) { state.isRestricted = isRestricted }

    mutating func update(_ action: Action) { run { $0.update(action) } }

    /// Says where the cursor goes behind a decision.
    mutating func set(_ advance: TriageState.Advance) { state.triage.advance = advance }

    /// Reads files anew, as the loop does when it is asked to.
    mutating func reload(_ table: EventTable) {
        press("R")
        receive(.table(table, fraction: 1, isDone: true))
    }

    /// Makes the desk slow; what it was asked is answered when it is quick again.
    mutating func setDesk(slow: Bool) {
        isDeskSlow = slow
        let more = answerAsked()
        run { _ in more }
    }

    /// Ends the program as the loop does.
    mutating func end(wasCut: Bool) {
        let task = TriageTask.remember(
            filter: RawText(state.filter.text), row: state.cursorRow, wasCut: wasCut)
        run { _ in [.triage(task)] }
    }

    /// Lets the timers that were set by the last step run out, and answers.
    mutating func rest() {
        for case .wake(_, let timer) in effects {
            run { $0.receive(.timer(timer)) }
        }
    }

    private mutating func run(_ step: (inout State) -> [Effect]) {
        effects = step(&state)
        var waiting = effects[...]
        while let effect = waiting.popFirst() {
            switch effect {
            case .load(let row):
                let more = state.receive(.detail(row: row, .of(row, in: state)))
                waiting += more
                effects += more
            case .select(let number): waiting += answer(.select, number)
            case .count(let field, let query, let number):
                waiting += answer(.count(field, under: query), number)
            case .countStatistics(let number) where answersStatistics:
                waiting += answer(.statistics(of: state.rows), number)
            case .countReport(let number) where answersStatistics:
                waiting += answer(state.reportQuestion, number)
            case .find(let term, let start, let step, let number):
                let kind = Question.Kind.find(
                    term.folded, in: state.rows, from: start, step: step)
                waiting += answer(kind, number)
            case .triage(let task):
                asked.append(request(task))
                waiting += answerAsked()
            case .findRows(let purpose, let query):
                waiting += answer(.rows(purpose), 0, query)
            case .loadIDs(let rows):
                var reader = RecordReader()
                let ids = rows.compactMap { row in
                    (try? state.table.load(row, with: &reader))?.event.mail?.messageID
                }
                effects += state.receive(.ids(ids, missed: rows.count - ids.count))
            default: break
            }
        }
        for case .loadToCopy(let row) in effects {
            effects += state.receive(.toCopy(row: row, .of(row, in: state)))
        }
        for case .loadParticulars(let rows) in effects {
            let found: [(Int, RowParticulars?)] = rows.map {
                ($0, RowParticulars(LoadedEvent.of($0, in: state).event))
            }
            effects += state.receive(.particulars(Dictionary(uniqueKeysWithValues: found)))
        }
    }

    private func request(_ task: TriageTask) -> TriageRequest {
        TriageRequest(
            task: task, table: state.table, reading: state.reading, deliveries: state.folds,
            marks: state.triage.marks)
    }

    /// Has the desk answer what it was asked.
    private mutating func answerAsked() -> [Effect] {
        guard let desk, !isDeskSlow else { return [] }
        var more: [Effect] = []
        while !asked.isEmpty {
            for news in desk.answer(asked.removeFirst()) { more += state.receive(.triage(news)) }
        }
        effects += more
        return more
    }

    private mutating func answer(
        _ kind: Question.Kind, _ number: Int, _ query: Query? = nil
    ) -> [Effect] {
        var request = state.selectionRequest(now: now)
        request.query = query ?? request.query
        var messages: [Message] = []
        _ = Question(kind: kind, number: number, request: request)
            .answer(with: &selector, while: { true }) { messages.append($0) }
        return messages.flatMap { state.receive($0) }
    }
    func screen(_ theme: Theme = .mono) -> Grid {
        render(state, theme: theme, size: state.size)
    }
}

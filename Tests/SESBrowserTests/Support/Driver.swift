import SESCore

@testable import SESBrowser

/// Drives the state as the loop does, but without time and threads: a mail that is asked for is
/// there at once, and what else is to be done outside is noted.
struct Driver {
    private(set) var state: State
    /// What the last step asked for.
    private(set) var effects: [Effect] = []

    init(
        _ table: EventTable, rows: Int = 24, columns: Int = 80, isDone: Bool = true,
        fraction: Double? = 1
    ) {
        state = State(size: Size(rows: rows, columns: columns))
        run { $0.receive(.table(table, fraction: fraction, isDone: isDone)) }
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

    mutating func update(_ action: Action) { run { $0.update(action) } }

    /// Lets the timers that were set by the last step run out, and answers.
    mutating func rest() {
        for case .wake(_, let timer) in effects {
            run { $0.receive(.timer(timer)) }
        }
    }

    private mutating func run(_ step: (inout State) -> [Effect]) {
        effects = step(&state)
        for case .load(let row) in effects {
            effects += state.receive(.detail(row: row, .of(row, in: state)))
        }
    }

    func screen(_ theme: Theme = .mono) -> Grid {
        render(state, theme: theme, size: state.size)
    }
}

import CursesBridge
import SESCore

/// The terminal, for as long as this value lives.
///
/// Curses has no locks, so a terminal is opened in one place, on the main thread, and stays there.
struct Terminal: ~Copyable {
    /// What the person should know about TERM or the locale: a line each, printable ASCII.
    let notices: [String]

    /// True where colours are on.
    let hasColor: Bool

    /// True where any printable scalar may be shown, false where only ASCII may.
    let isUTF8: Bool

    /// How many milliseconds an ESC waits for the rest of a sequence.
    private let escapeDelay: Int

    /// The rows as they were last sent; none where curses may have lost them.
    private var shown: [[Cell]] = []

    /// The size that the caller knows of.
    private var reportedSize: Size

    private var decoder: KeyDecoder

    /// When the decoder gives up on the rest of what has begun; nil where nothing has.
    private var patienceEnd: ContinuousClock.Instant?

    private let clock = ContinuousClock()

    /// Takes over the terminal.
    ///
    /// - Throws: ``TerminalError`` where there is none that fits; nothing was changed then.
    init(_ options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
        let opening = curses_open(options.color.asked, options.charset.asked)
        if let reason = TerminalError.Reason(opening) {
            throw TerminalError(reason: reason, type: CursesCalls.type)
        }
        notices = Terminal.notices(charset: options.charset)
        hasColor = curses_has_color()
        isUTF8 = curses_is_utf8()
        escapeDelay = Int(curses_escape_delay())
        reportedSize = Size(rows: Int(curses_rows()), columns: Int(curses_columns()))
        decoder = KeyDecoder(sequences: KeyNames.sequences())
    }

    deinit {
        curses_close()
    }

    /// Gives the terminal back; harmless when done twice or when the terminal is gone.
    mutating func close() {
        curses_close()
    }

    /// Ends the present ``wait(milliseconds:also:)``, or the next one; from any thread.
    static func wake() {
        curses_wake()
    }
}

@available(*, unavailable)
extension Terminal: Sendable {}

// MARK: - Showing

extension Terminal {
    /// Rows and columns as the terminal has them now; at least one of each.
    var size: Size { Size(rows: Int(curses_rows()), columns: Int(curses_columns())) }

    /// Shows a grid, sending only what differs from what the terminal shows already.
    ///
    /// A grid of another size than the terminal's is cut at the right and at the bottom.
    mutating func show(_ grid: Grid) {
        if shown.count != grid.size.rows || shown.first?.count != grid.size.columns {
            shown = Array(repeating: [], count: grid.size.rows)
        }
        for row in 0..<grid.size.rows {
            let cells = LineDrawing.row(row, of: grid)
            guard cells != shown[row] else { continue }
            CursesCalls.put(cells.map { CursesCell($0) }, row: row)
            shown[row] = cells
        }
        let cursor = grid.cursor ?? Point(row: -1, column: -1)
        curses_show(
            Int32(clamping: cursor.row), Int32(clamping: cursor.column), grid.showsCursor)
    }

    /// Sends everything again, whatever another program has written over it.
    mutating func redraw() {
        curses_redraw()
    }

    /// What takes the texts that are copied.
    var clipboard: Clipboard {
        switch curses_clipboard() {
        case .terminal: .terminal
        case .tmux: .tmux
        case .screen: .screen
        case .none: .none
        }
    }

    /// Asks the terminal to take a text into its clipboard; there is no answer whether it did.
    mutating func copy(_ text: [UInt8]) {
        CursesCalls.send(ClipboardSequence.bytes(text, by: clipboard))
    }

    /// Gives the terminal to a command of the shell, which finds a file as `$1`, until it ends.
    ///
    /// - Returns: Its exit status; -1 where it could not be run.
    mutating func run(_ command: RawText, on file: RawText) -> Int {
        let status = CursesCalls.edit(command.zeroTerminated, file.zeroTerminated)
        shown = []
        return Int(status)
    }

    /// Gives the terminal back, stops the job, and takes the terminal again when it goes on.
    ///
    /// The screen is then drawn whole as it was; a new size is reported by the next wait.
    mutating func suspend() {
        curses_suspend()
        shown = []
    }
}

// MARK: - Waiting

extension Terminal {
    /// Waits until something reaches the program and returns all that is there, in order.
    ///
    /// - Parameters:
    ///   - milliseconds: How long to wait; nil for as long as it takes.
    ///   - descriptors: Watched besides the terminal, at most 16; one that can be read, or that is
    ///     broken, gives ``Input/wake``. The caller empties or removes it.
    /// - Returns: What came in; empty at time-out.
    mutating func wait(milliseconds: Int?, also descriptors: [Int32] = []) -> [Input] {
        let deadline = milliseconds.map { clock.now + .milliseconds(max(0, $0)) }
        while true {
            if size != reportedSize {
                reportedSize = size
                return [.resize(size)]
            }
            let limits = [deadline, patienceEnd].compactMap { $0 }
            let limit = limits.min().map { Terminal.milliseconds(until: $0, of: clock) } ?? -1
            let events = CursesCalls.wait(
                milliseconds: Int32(clamping: limit), descriptors: descriptors)
            var inputs = take(events)
            // By its own moment: wake-ups while a log loads must not put off the Escape key.
            if let patienceEnd, !events.contains(.typed), clock.now >= patienceEnd {
                self.patienceEnd = nil
                inputs += decoder.giveUp()
            }
            if !inputs.isEmpty { return inputs }
            if let deadline, clock.now >= deadline { return [] }
        }
    }

    /// Carries out what a wait reported.
    private mutating func take(_ events: CursesEvents) -> [Input] {
        var inputs: [Input] = []
        if events.contains(.stop) {
            curses_suspend()
            inputs.append(.resumed)
        } else if events.contains(.continued) {
            curses_resume()
            inputs.append(.resumed)
        }
        var isGone = events.contains(.gone)
        if !inputs.isEmpty { shown = [] }
        if !isGone, curses_fit() || size != reportedSize {
            shown = []
            reportedSize = size
            inputs.append(.resize(size))
        }
        if events.contains(.typed) { isGone = !readKeys(into: &inputs) || isGone }
        if events.contains(.woken) { inputs.append(.wake) }
        if isGone {
            inputs.append(.hangUp)
        } else if events.contains(.end) {
            inputs.append(.terminate(signal: curses_ending_signal()))
        }
        return inputs
    }

    /// Reads what was typed, up to a bound that keeps a flood from holding up the screen; false
    /// where the terminal is gone.
    private mutating func readKeys(into inputs: inout [Input]) -> Bool {
        let piece = 4096
        for _ in 0..<16 {
            guard let bytes = CursesCalls.read(upTo: piece) else { return false }
            decoder.feed(bytes, into: &inputs)
            if bytes.count < piece { break }
        }
        let patience = decoder.patience(escapeDelay: escapeDelay)
        patienceEnd = patience.map { clock.now + .milliseconds($0) }
        return true
    }

    /// Whole milliseconds until a moment, rounded up, so that waiting for it ends after it.
    private static func milliseconds(
        until moment: ContinuousClock.Instant, of clock: ContinuousClock
    ) -> Int {
        let (seconds, attoseconds) = (moment - clock.now).components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        return Int(seconds) * 1000
            + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}

extension RawText {
    /// The bytes up to the first zero, and a zero behind them, as C wants them.
    fileprivate var zeroTerminated: [CChar] {
        bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
    }
}

/// A terminal that the screen could not be opened on.
struct TerminalError: Error, Hashable {
    let reason: Reason

    /// What TERM says, with everything but printable ASCII left out.
    let type: String

    enum Reason: Hashable, Sendable {
        /// Standard output is a file or a pipe.
        case noTerminal
        /// There is no controlling terminal to take keys from.
        case noKeyboard
        /// The terminal cannot place its cursor.
        case noCursorMotion
        /// Nothing is known of the terminal nor of any stand-in.
        case unknownTerminal
        /// The system refused a pipe, a handler or the terminal's settings.
        case refused
    }
}

extension TerminalError: CustomStringConvertible {
    /// One line for standard error: the cause, and what helps.
    var description: String {
        switch reason {
        case .noTerminal:
            "standard output is no terminal; `ses-browser list` writes to files and pipes"
        case .noKeyboard:
            "there is no terminal to take keys from; `ses-browser list` needs none"
        case .noCursorMotion:
            "the terminal \(named) cannot place its cursor; set TERM to what it really is, "
                + "as TERM=xterm-256color, or use `ses-browser list`"
        case .unknownTerminal:
            "nothing is known of the terminal \(named); set TERM to a known one, "
                + "as TERM=xterm-256color, or use `ses-browser list`"
        case .refused:
            "the terminal could not be set up"
        }
    }

    private var named: String { type.isEmpty ? "(TERM is not set)" : "TERM=\(type)" }
}

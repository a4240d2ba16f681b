import PtyCalls

/// What a small program on the bridge does once it has the terminal.
public enum Scene: Hashable, Sendable, CaseIterable {
    /// Draws cells of all kinds, waits for a byte and leaves.
    case draw
    /// Writes to a null pointer.
    case fault
    /// Calls itself until the stack is used up.
    case overflow
    /// Calls `abort`.
    case abort
    /// Calls `exit` without closing the terminal.
    case exit
    /// Traps on a second thread.
    case trapOnThread
    /// Calls itself on a second thread until that thread's stack is used up.
    case overflowOnThread
    /// Writes to standard error while the screen is in use, and after.
    case error

    var number: PtyScene {
        switch self {
        case .draw: .draw
        case .fault: .fault
        case .overflow: .overflow
        case .abort: .abort
        case .exit: .exit
        case .trapOnThread: .trapOnThread
        case .overflowOnThread: .overflowOnThread
        case .error: .error
        }
    }
}

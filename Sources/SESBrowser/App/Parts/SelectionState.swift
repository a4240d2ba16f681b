import SESCore

/// What is asked of the thread that picks and sorts rows, and how far it is.
struct SelectionState: Sendable {
    /// The number of the latest question; answers to older ones are dropped.
    private(set) var number = 0
    /// How the answer is to be taken; nil where none is awaited.
    private(set) var pending: Change?
    /// The part of the files that was read again for the question, from 0 to 1; nil where that is not
    /// needed.
    var fraction: Double?
    /// True where the person stopped the work.
    var isStopped = false

    /// Why rows are picked anew.
    enum Change: Hashable, Sendable {
        /// The table has grown.
        case growth
        /// Filter, order or folding have changed. The row is the one to be near to where the one
        /// under the cursor does not survive.
        case other(home: Int?, keepsHeight: Bool)
    }
}

extension SelectionState {
    /// True while rows are awaited that follow from another filter or order.
    var isChangeAwaited: Bool {
        guard case .other? = pending else { return false }
        return !isStopped
    }

    /// True while an answer is awaited.
    var isRunning: Bool { pending != nil && !isStopped }

    /// Begins a question and gives its number. A growth of the table on top of a change that was
    /// not answered yet is taken as that change.
    mutating func begin(_ change: Change) -> Int {
        number += 1
        isStopped = false
        if pending == nil || change != .growth { pending = change }
        return number
    }

    /// Takes an answer: how it is to be taken; nil where it is to an older question.
    mutating func take(_ number: Int, isWhole: Bool) -> Change? {
        guard number == self.number, let pending else { return nil }
        // What follows an unfinished answer only adds rows to it.
        self.pending = isWhole ? nil : .growth
        return pending
    }

    /// The work was stopped: the answer stays as it is.
    mutating func stop() {
        number += 1
        pending = nil
        isStopped = true
    }

    /// The question was answered on the spot, or is void.
    mutating func end() {
        number += 1
        pending = nil
        fraction = nil
        isStopped = false
    }
}

extension SelectionState {
    /// The words for the top line; nil where nothing is asked, or the answer only adds to what is shown.
    var text: String? {
        if let fraction {
            let word = isStopped ? "stopped" : "searching"
            return "\(word) \(Int(max(0, min(0.99, fraction)) * 100))%"
        }
        if case .other? = pending { return "searching" }
        return nil
    }
}

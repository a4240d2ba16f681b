import SESCore

/// Deciding about mails: what is decided, tagged and saved.
struct TriageState: Sendable {
    /// What was decided about rows, and which are tagged.
    var marks = RowMarks()
    /// Whether decisions can be saved.
    var access = Access.opening
    /// This person's steps.
    var history = UndoHistory()
    /// The decision that was made last, to be repeated.
    var lastDecision: Decision?
    /// Where the cursor goes behind a decision.
    var advance = Advance.next
    /// The last row of the store that was told of.
    var seen: Int64 = 0
    /// How many steps were handed over and have no answer yet.
    var inFlight = 0
    /// What waits for those answers: a step back or forward, or leaving.
    var awaited: Action?
    /// True while a step is being taken back or made again, until the cursor is there.
    var isReturning = false
    /// The keys that wait for that.
    var heldKeys: [Key] = []
    /// How many decisions are not on the disk, and why.
    var unsaved = 0
    var failure: StoreError?
    /// How many of the listed mails are decided.
    var decidedCount = 0
    /// The mails that are tagged, by their keys, so that they are found again when files are read anew.
    var tagged: Set<UInt64> = []
    /// The row on which a range of tags began.
    var rangeStart: Int?
    /// The row whose note is to be edited once it is known.
    var awaitedNote: Int?
    /// True where that was to be asked while no detail was on the screen.
    var isAboutDue = false
    /// What is known of the mail in the detail.
    var about: About?
    /// Where the person was the last time, until that was told.
    var visit: Visit?
    /// The last run, where it was cut off.
    var cutVisit: Visit?
    /// True once a key was pressed: the program does not move the cursor by itself any more.
    var isTouched = false
    private var retries = 0

    /// Whether decisions can be saved.
    enum Access: Hashable, Sendable {
        case opening
        case open
        case refused(StoreError)
        /// The environment names no place for a store.
        case homeless
    }

    /// Where the cursor goes behind a decision.
    enum Advance: String, CaseIterable, Hashable, Sendable {
        case next
        case undecided
        case stay
    }

    /// What is known of a mail.
    struct About: Hashable, Sendable {
        let row: Int
        let triage: MailTriage
    }
}

extension TriageState.Advance {
    /// What it does, for a person.
    var words: String {
        switch self {
        case .next: "the next mail"
        case .undecided: "the next undecided mail"
        case .stay: "the cursor stays"
        }
    }
}

extension TriageState {
    /// How many rows a bulk may have without a question.
    static let mostUnasked = 50

    /// How many keys wait at most; later ones are dropped.
    static let mostHeld = 256

    /// True where keys have to wait.
    var isHolding: Bool { isReturning || awaited != nil }

    /// Waits for nothing any more.
    mutating func stopHolding() {
        isReturning = false
        awaited = nil
        heldKeys = []
    }

    /// Why nothing can be decided now; nil where it can.
    var refusal: RawText? {
        switch access {
        case .open: nil
        case .opening: "decisions are still being read; try again in a moment"
        case .refused(let error): "nothing is decided: " + error.message
        case .homeless: "nothing is decided: there is no home folder; name a file with --store"
        }
    }

    /// Forgets what was known of rows, because the files are read anew; tags are found again by their mails.
    mutating func startOver() {
        marks = RowMarks()
        rangeStart = nil
        about = nil
        decidedCount = 0
    }

    /// A number for the next try to save; older timers are void.
    mutating func nextRetry() -> Int {
        retries += 1
        return retries
    }

    /// True where a timer for a try is the latest.
    func isLatestRetry(_ number: Int) -> Bool { number == retries }
}

extension Decision {
    /// The letter in the list, as on its key.
    var letter: String {
        switch self {
        case .spam: "S"
        case .ham: "H"
        case .maybe: "M"
        case .clear: " "
        }
    }
}

extension RowMark {
    /// The letter in the list, as on its key; a small one while it is not on the disk.
    var letter: String {
        let letter = decision?.letter ?? (isUnsaved ? "c" : " ")
        return isUnsaved ? letter.lowercased() : letter
    }

    /// The decision; nil where there is none.
    var decision: Decision? { Decision(rawValue: decided.rawValue) }
}

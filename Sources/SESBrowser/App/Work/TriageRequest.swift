import SESCore

/// Something that the thread which keeps decisions is asked.
struct TriageRequest: Sendable {
    let task: TriageTask
    /// What is read so far.
    let table: EventTable
    /// How often the files were read anew; what was found for another reading is void.
    let reading: Int
    /// Which rows tell of the same mail.
    let deliveries: Deliveries
    /// What was decided about rows.
    let marks: RowMarks
}

/// What it is asked to do.
enum TriageTask: Hashable, Sendable {
    /// Open the store, and find what was decided.
    case open
    /// Tell the marks of the rows that have come since.
    case mark
    /// Decide about the mails of rows.
    case decide(TriageOrder)
    /// Save decisions that take a step back, or make it again.
    case step([NewDecision], TriageStep.Kind, seen: Int64)
    /// Try once more to save what could not be saved.
    case retry
    /// Save a step although somebody else decided meanwhile, or give it up.
    case settle(DecisionID, saves: Bool)
    /// Somebody may have written to the store.
    case refresh
    /// Tell the history of the mail of a row, and of its sender.
    case describe(row: Int)
    /// A check of the file found damage: save nothing any more.
    case stopWriting(StoreError)
    /// Keep where the person was.
    case remember(filter: RawText, row: Int?, wasCut: Bool)
}

/// What is to be decided about rows.
struct TriageOrder: Hashable, Sendable {
    /// The rows; those of one mail count once.
    let rows: [Int]
    /// What the mails are; nil leaves that as it is.
    var decision: Decision?
    /// Their note from now on; nil leaves it as it is.
    var note: RawText?
    /// The last row of the store that the person has seen.
    let seen: Int64
}

/// What the thread tells.
enum TriageNews: Sendable {
    /// The store is open.
    case opened(TriageOpening)
    /// There is no store that could be used.
    case unusable(StoreError)
    /// The marks of rows, from one on.
    case marks(reading: Int, from: Int, [UInt8])
    /// What became of a step.
    case step(TriageStep)
    /// All is told of a request to decide, or to take a step back or make it again.
    case answered
    /// Others decided about mails.
    case others([StoredDecision], rows: [Int: UInt8], reading: Int, seen: Int64)
    /// A check of the store found damage.
    case damaged(StoreError)
    /// Somebody, who may be this program, wrote to the store.
    case touched
    /// Nothing can be saved any more.
    case stopped(StoreError)
    /// The history of the mail of a row, and of its sender.
    case described(row: Int, reading: Int, MailTriage)
}

/// A store that was opened.
struct TriageOpening: Sendable {
    /// Who decides here.
    let author: Author
    /// Why nothing can be saved; nil where it can.
    let obstacle: StoreError?
    /// True where several machines may reach the file.
    let isOnNetwork: Bool
    /// The last row of the store.
    let seen: Int64
    /// Where this person was the last time.
    let visit: Visit?
}

/// A step that was decided, and what became of it.
struct TriageStep: Sendable {
    /// Why there is a step.
    enum Kind: Hashable, Sendable {
        case decided
        case undone
        case redone
        /// One that could not be saved at first.
        case saved
    }

    /// What came of saving it.
    enum Outcome: Sendable {
        case saved
        case failed(StoreError, retryAfter: Int)
        /// Others decided about the same mails meanwhile: the person is asked.
        case overtaken(DecisionID, by: [StoredDecision])
        /// It waits for another step to be saved.
        case waiting
        /// Given up for what others had decided; it counted as made where that was told before.
        case givenUp(wasMade: Bool)

        /// True where the step counts, on the disk or not yet.
        var isMade: Bool {
            switch self {
            case .saved, .failed, .waiting: true
            case .overtaken, .givenUp: false
            }
        }
    }

    let kind: Kind
    let outcome: Outcome
    /// What it changes, mail by mail.
    var changes: [UndoHistory.Change] = []
    /// The marks of the rows that tell of its mails.
    var rows: [Int: UInt8] = [:]
    let reading: Int
    /// The last row of the store.
    let seen: Int64
    /// How many decisions are not on the disk.
    let unsaved: Int
    /// How many mails could not be read again, so nothing was decided about them, and why.
    var unread = 0
    var reason: String?
}

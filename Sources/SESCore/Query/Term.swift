/// One condition of a query.
public enum Term: Hashable, Sendable {
    /// `spam:fail,gray`: the check has one of these statuses; the set is not empty.
    case verdict(Check, StatusSet)
    /// `any:fail`: at least one of the five checks has one of these statuses; the set is not empty.
    case anyVerdict(StatusSet)
    /// `policy:reject,quarantine`: the DMARC policy is one of these, in the order of their raw
    /// values, none twice.
    case policy([DMARCPolicy])
    /// A field holds one of the patterns, of which there is at least one. `word`, `"a phrase"` and
    /// `/regex/` alone have the field ``TextField/any``.
    case text(TextField, [TextPattern])
    /// `is:malformed,hostile`: at least one of these holds; at least one word, in the order of their
    /// raw values, none twice.
    case property([MailProperty])
    /// `newer:` `older:` `date:`: when SES accepted the mail. A mail without a time matches none.
    case time(TimeCondition)
    /// `time:09:00..10:30`: the time of day, UTC.
    case timeOfDay(TimeOfDayRange)
    /// `took:>5s`: how long SES took to process the mail. A mail that does not tell matches none.
    case took(DurationRange)
}

/// A property of a mail that a query asks for by `is:`.
public enum MailProperty: UInt8, CaseIterable, Hashable, Sendable {
    /// A part of the record is no valid JSON.
    case malformed
    /// The headers that SES wrote, or that claim to be written by SES, say something else than the receipt.
    case mismatch
    /// The record was cut at a size limit, or SES left headers out.
    case truncated
    /// The record was found inside a broken region or spans one.
    case salvaged
    /// The verdicts are read from headers; there is no receipt.
    case derived
    /// The log left out parts of the event.
    case lossy
    /// The mail was delivered several times.
    case duplicate
    /// From or subject hold controls, reordering or invisible characters, or invalid bytes.
    case hostile
    /// Nobody decided what the mail is, or that was taken back.
    case untriaged
    /// Somebody decided what the mail is.
    case triaged
    /// Decided to be spam.
    case spam
    /// Decided to be ham.
    case ham
    /// Looked at and left open, as maybe.
    case maybe
    /// Tagged, for a step that takes several mails at once.
    case tagged
    /// There is a note about the mail.
    case noted
    /// What was decided is the opposite of what the spam check says (``RowMark/disagrees(with:)``).
    case disagrees
}

extension MailProperty {
    /// The word behind `is:`.
    public var word: String {
        switch self {
        case .malformed: "malformed"
        case .mismatch: "mismatch"
        case .truncated: "truncated"
        case .salvaged: "salvaged"
        case .derived: "derived"
        case .lossy: "lossy"
        case .duplicate: "duplicate"
        case .hostile: "hostile"
        case .untriaged: "untriaged"
        case .triaged: "triaged"
        case .spam: "spam"
        case .ham: "ham"
        case .maybe: "maybe"
        case .tagged: "tagged"
        case .noted: "noted"
        case .disagrees: "disagrees"
        }
    }
}

import SESCore

/// What is known of a mail beside its record: what was decided about it and about others like it.
struct MailTriage: Hashable, Sendable {
    /// All decisions about the mail, the first one first.
    let history: [StoredDecision]
    /// The mails of the same author; nil where the mail names none.
    let sender: Tally?
    /// The mails of the author's domain; nil where the mail names none.
    let domain: Tally?

    /// How some mails were decided.
    struct Tally: Hashable, Sendable {
        var seen = 0
        var spam = 0
        var ham = 0
        var maybe = 0
    }
}

extension MailTriage {
    /// The note of the mail; empty where there is none.
    var note: RawText { history.last?.note ?? "" }
}

extension MailTriage.Tally {
    /// The mails that nobody decided.
    var open: Int { seen - spam - ham - maybe }

    /// Counts a mail.
    mutating func count(_ mark: RowMark) {
        seen += 1
        switch mark.decided {
        case .spam: spam += 1
        case .ham: ham += 1
        case .maybe: maybe += 1
        case .no: break
        }
    }
}

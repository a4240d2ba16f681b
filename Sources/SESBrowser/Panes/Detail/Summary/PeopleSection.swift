import SESCore

extension SummarySection {
    /// Who wrote to whom, and about what: what is long is cut, so that the verdicts stay in sight.
    static let people = SummarySection { PeopleField.all($0).map(\.line) }

    /// The whole of what is cut above.
    static func longFields(_ facts: SummaryFacts) -> [DetailLine] {
        PeopleField.all(facts).compactMap(\.whole)
    }
}

/// A subject, an address or a list of addresses.
private struct PeopleField {
    /// The label; where it is empty, the line belongs to the one above.
    var label: String
    /// A word before the value, blanks after it included.
    var lead: RawText = ""
    /// The label that the whole has where the line is cut.
    var wholeLabel: String?
    var texts: [RawText]
    var remarks: [SenderRemark] = []
    var note: String?
}

extension PeopleField {
    /// The field, cut where it is long.
    var line: DetailLine {
        let shown = RawText.joined(Array(texts.prefix(Self.mostTexts)), by: ", ")
        let hidden = texts.count - Self.mostTexts
        let line = DetailLine.field(
            label,
            [
                .label(lead), DetailLine.Piece(text: shown, role: .plain, limit: Self.mostBytes),
            ]
        ).noting(hidden > 0 ? "+\(hidden) more below" : nil).noting(note)
        return remarks.reduce(line) { $0.remarking($1.words) }
    }

    /// The field in full; nil where ``line`` shows all of it.
    var whole: DetailLine? {
        let all = RawText.joined(texts, by: ", ")
        guard texts.count > Self.mostTexts || all.count > Self.mostBytes else { return nil }
        return .field(wholeLabel ?? label, all)
    }

    private static let mostTexts = 3
    private static let mostBytes = 240
}

extension PeopleField {
    /// The fields that a mail has, from the top down.
    static func all(_ facts: SummaryFacts) -> [PeopleField] {
        [subject(facts), from(facts)] + answers(facts) + envelope(facts) + addressees(facts)
    }

    private static func subject(_ facts: SummaryFacts) -> PeopleField {
        guard let subject = facts.mail?.subject else {
            return PeopleField(label: "Subject", texts: [], note: "none")
        }
        return PeopleField(
            label: "Subject", texts: [subject], note: subject.isEmpty ? "empty" : nil)
    }

    private static func from(_ facts: SummaryFacts) -> PeopleField {
        let from = facts.mail?.from ?? []
        return PeopleField(
            label: "From", texts: from, remarks: facts.senderRemarks.filter { $0.subject == .from },
            note: from.isEmpty ? "none" : nil)
    }

    private static func answers(_ facts: SummaryFacts) -> [PeopleField] {
        [
            PeopleField(
                label: "Reply-To", texts: facts.mail?.replyTo ?? [],
                remarks: facts.senderRemarks.filter { $0.subject == .replyTo }),
            PeopleField(label: "Sender", texts: facts.mail?.sender ?? []),
        ].filter { !$0.texts.isEmpty }
    }

    private static func envelope(_ facts: SummaryFacts) -> [PeopleField] {
        var fields: [PeopleField] = []
        if let mail = facts.mail {
            fields.append(
                envelopeSender(mail.source, facts.senderRemarks.filter { $0.subject == .envelope }))
        }
        if let path = facts.event.differingReturnPath {
            fields.append(
                PeopleField(
                    label: "", lead: "Return-Path ", wholeLabel: "Return-Path", texts: [path],
                    note: "not the envelope sender"))
        }
        if let recipients = facts.receipt?.recipients {
            fields.append(
                PeopleField(
                    label: fields.isEmpty ? "Envelope" : "", lead: "to   ", wholeLabel: "Env. to",
                    texts: recipients, note: recipients.isEmpty ? "none named" : nil))
        }
        return fields
    }

    private static func envelopeSender(
        _ source: RawText?, _ remarks: [SenderRemark]
    ) -> PeopleField {
        guard let source else {
            return PeopleField(
                label: "Envelope", lead: "from", texts: [], note: "not in the event")
        }
        let isNull = source.isEmpty || source == "<>"
        return PeopleField(
            label: "Envelope", lead: "from ", wholeLabel: "Env. from",
            texts: [isNull ? "<>" : source], remarks: remarks,
            note: isNull ? "null sender: a bounce or an automatic reply" : nil)
    }

    private static func addressees(_ facts: SummaryFacts) -> [PeopleField] {
        [
            PeopleField(label: "To", wholeLabel: "All To", texts: facts.mail?.to ?? []),
            PeopleField(label: "Cc", wholeLabel: "All Cc", texts: facts.mail?.cc ?? []),
            PeopleField(label: "Bcc", wholeLabel: "All Bcc", texts: facts.mail?.bcc ?? []),
            PeopleField(
                label: "Dest.", wholeLabel: "All dest.",
                texts: facts.event.differingDestination ?? []),
        ].filter { !$0.texts.isEmpty }
    }
}

extension SenderRemark {
    /// The field that a remark stands behind.
    fileprivate enum Subject { case from, envelope, replyTo }

    fileprivate var subject: Subject {
        switch self {
        case .severalAuthors, .displayNameHoldsAddress, .displayNameNamesDomain: .from
        case .envelopeSenderDiffers: .envelope
        case .replyToDiffers: .replyTo
        }
    }
}

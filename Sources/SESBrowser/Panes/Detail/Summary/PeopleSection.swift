import SESCore

extension SummarySection {
    /// Who wrote to whom, and about what.
    static let people = SummarySection { facts in
        [subject(facts), from(facts)] + replyTo(facts) + sender(facts) + envelope(facts)
            + addressees(facts)
    }

    private static func subject(_ facts: SummaryFacts) -> DetailLine {
        guard let subject = facts.mail?.subject else {
            return .field("Subject", []).noting("none")
        }
        return .field("Subject", subject).noting(subject.isEmpty ? "empty" : nil)
    }

    private static func from(_ facts: SummaryFacts) -> DetailLine {
        let from = facts.mail?.from ?? []
        return facts.senderRemarks.filter(\.isAboutAuthor).reduce(
            from.isEmpty ? .field("From", []).noting("none") : .field("From", list(from))
        ) { $0.remarking($1.words) }
    }

    private static func replyTo(_ facts: SummaryFacts) -> [DetailLine] {
        guard let replyTo = facts.mail?.replyTo, !replyTo.isEmpty else { return [] }
        let remark = facts.senderRemarks.first { $0.isAboutReplyTo }
        return [DetailLine.field("Reply-To", list(replyTo)).remarking(remark?.words)]
    }

    private static func sender(_ facts: SummaryFacts) -> [DetailLine] {
        guard let sender = facts.mail?.sender, !sender.isEmpty else { return [] }
        return [.field("Sender", list(sender))]
    }

    private static func envelope(_ facts: SummaryFacts) -> [DetailLine] {
        var lines: [DetailLine] = []
        if facts.mail != nil {
            let remark = facts.senderRemarks.first { $0.isAboutEnvelope }
            lines.append(envelopeSender(facts.mail?.source).remarking(remark?.words))
        }
        if let path = facts.event.differingReturnPath {
            lines.append(
                DetailLine.field("", [.label("Return-Path "), .plain(path)])
                    .remarking("differs from the envelope sender"))
        }
        if let receipt = facts.receipt {
            let to = receipt.recipients
            let line = DetailLine.field(
                lines.isEmpty ? "Envelope" : "", [.label("to   "), .plain(list(to))])
            lines.append(to.isEmpty ? line.noting("none named") : line)
        }
        return lines
    }

    private static func envelopeSender(_ source: RawText?) -> DetailLine {
        guard let source else {
            return DetailLine.field("Envelope", [.label("from")]).noting("not in the event")
        }
        let isNull = source.isEmpty || source == "<>"
        return DetailLine.field(
            "Envelope", [.label("from "), .plain(isNull ? "<>" : source)]
        ).noting(isNull ? "null sender: a bounce or an automatic reply" : nil)
    }

    private static func addressees(_ facts: SummaryFacts) -> [DetailLine] {
        addressLists(facts).map { label, texts in
            let hidden = texts.count - shown
            return DetailLine.field(label, list(Array(texts.prefix(shown))))
                .noting(hidden > 0 ? "+\(hidden) more below" : nil)
        }
    }

    /// The whole of the lists that are cut above.
    static func longLists(_ facts: SummaryFacts) -> [DetailLine] {
        addressLists(facts).filter { $0.texts.count > shown }.map { label, texts in
            .field("All " + label, list(texts))
        }
    }

    private static func addressLists(
        _ facts: SummaryFacts
    ) -> [(label: String, texts: [RawText])] {
        let mail = facts.mail
        return [
            ("To", mail?.to ?? []), ("Cc", mail?.cc ?? []), ("Bcc", mail?.bcc ?? []),
            ("Dest.", facts.event.differingDestination ?? []),
        ].filter { !$0.1.isEmpty }
    }

    /// How many addresses of a list stand above the verdicts.
    private static let shown = 3

    private static func list(_ texts: [RawText]) -> RawText { .joined(texts, by: ", ") }
}

extension DetailLine.Piece {
    static func label(_ text: RawText) -> Self { Self(text: text, role: .label) }

    static func plain(_ text: RawText) -> Self { Self(text: text, role: .plain) }
}

extension SenderRemark {
    fileprivate var isAboutAuthor: Bool { !isAboutEnvelope && !isAboutReplyTo }

    fileprivate var isAboutEnvelope: Bool {
        if case .envelopeSenderDiffers = self { true } else { false }
    }

    fileprivate var isAboutReplyTo: Bool {
        if case .replyToDiffers = self { true } else { false }
    }
}

import SESCore

/// What a person wants to know of a mail, the reasons for its verdicts first.
struct SummaryLines: LineSource {
    private let lines: [DetailLine]

    init(_ loaded: LoadedEvent, _ triage: MailTriage? = nil) {
        let facts = SummaryFacts(loaded, triage)
        let sections = SummarySection.all.map { $0.lines(facts) }.filter { !$0.isEmpty }
        lines = Array(sections.joined(separator: [.blank]))
    }

    var lineCount: Int { lines.count }

    func line(_ index: Int) -> DetailLine { lines[index] }
}

/// A part of the summary; parts are set off by a blank line, and one without lines is left out.
struct SummarySection: Sendable {
    let lines: @Sendable (SummaryFacts) -> [DetailLine]
}

extension SummarySection {
    /// The parts from the top down. Verdicts come second, so that they are seen without scrolling
    /// on a screen of 24 rows.
    static let all: [SummarySection] = [
        .people, .verdicts, .decisions, .remarks, .deliveries, .particulars, .weededHeaders,
        .extras,
    ]
}

/// A mail and what several parts of its summary draw from it.
struct SummaryFacts: Sendable {
    let loaded: LoadedEvent
    /// What was decided about it; nil where that is not known.
    let triage: MailTriage?
    let senderRemarks: [SenderRemark]
    let trustedHeaders: TrustedHeaders

    init(_ loaded: LoadedEvent, _ triage: MailTriage? = nil) {
        self.loaded = loaded
        self.triage = triage
        senderRemarks = SenderRemark.all(in: loaded.event)
        trustedHeaders = TrustedHeaders(loaded.event.mail?.headers)
    }

    var event: MailEvent { loaded.event }
    var mail: Mail? { loaded.event.mail }
    var receipt: Receipt? { loaded.event.receipt }
}

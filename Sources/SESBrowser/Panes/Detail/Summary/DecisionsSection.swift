import SESCore

extension SummarySection {
    /// What was decided about the mail, by whom and when, and about others of its sender.
    static let decisions = SummarySection { facts in
        guard let triage = facts.triage else { return [] }
        var lines = [
            DetailLine.field("Triage", told(triage.history).last ?? "none yet")
        ]
        lines += note(triage.note)
        for (label, tally) in [("Sender", triage.sender), ("Domain", triage.domain)] {
            if let tally, tally.seen > 1 { lines.append(.field(label, RawText(tally.words))) }
        }
        return lines + earlier(told(triage.history).dropLast())
    }

    /// The note, line by line.
    private static func note(_ note: RawText) -> [DetailLine] {
        guard !note.isEmpty else { return [] }
        let shown = note.bytes.prefix(mostNote)
        return shown.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().map {
            DetailLine.field($0 == 0 ? "Note" : "", RawText($1))
        }
    }

    private static func earlier(_ history: ArraySlice<RawText>) -> [DetailLine] {
        let told = history.suffix(mostEarlier).reversed().enumerated().map {
            DetailLine.field($0 == 0 ? "Before" : "", $1)
        }
        let more = history.count - told.count
        return told + (more > 0 ? [.field("", RawText("and \(Count(more).grouped) before"))] : [])
    }

    private static let mostEarlier = 20
    private static let mostNote = 4096

    /// Each decision as `spam by ann@host, 2026-11-22 09:41:07 UTC`; one that only brought a note is
    /// `noted`.
    private static func told(_ history: [StoredDecision]) -> [RawText] {
        var isDecided = false
        return history.map { decision in
            var what = decision.decision.word
            if decision.decision == .clear { what = isDecided ? "cleared" : "noted" }
            isDecided = decision.decision != .clear
            return RawText(what) + " by " + decision.author.name + "@" + decision.author.host
                + RawText(", \(TimeForm.full.text(decision.time)) UTC")
        }
    }
}

extension MailTriage.Tally {
    /// `41 seen: 38 spam, 1 ham, 2 open`.
    var words: String {
        let parts = [(spam, "spam"), (ham, "ham"), (maybe, "maybe"), (open, "open")]
        let told = parts.filter { $0.0 > 0 }.map { "\(Count($0.0).grouped) \($0.1)" }
        return "\(Count(seen).grouped) seen: " + told.joined(separator: ", ")
    }
}

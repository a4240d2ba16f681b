import SESCore

extension SummarySection {
    /// What deserves a second look and belongs to no other line.
    static let remarks = SummarySection { facts in
        let findings = HeaderFinding.all(in: facts.event)
        var words = findings.prefix(mostFindings).map(\.words)
        if findings.count > mostFindings {
            words.append(
                RawText("\(findings.count - mostFindings) more such headers: see view Headers"))
        }
        words += marks(facts).map(\.words)
        return words.map { DetailLine("(!) " + $0, .warning, hanging: 4) }
    }

    private static let mostFindings = 5

    private static func marks(_ facts: SummaryFacts) -> [MarkWords] {
        var marks = facts.event.marks
        if facts.receipt == nil { marks.insert(.noReceipt) }
        if facts.mail?.headersTruncated == true { marks.insert(.headersTruncated) }
        return MarkWords.all.filter { marks.contains($0.mark) }
    }
}

/// A mark of a record and what it means to a person.
private struct MarkWords: Sendable {
    let mark: Marks
    let words: RawText

    static let all: [MarkWords] = [
        MarkWords(mark: .noReceipt, words: "the event has no receipt: no verdict can be known"),
        MarkWords(
            mark: .malformed,
            words: "a part of the record is no valid JSON; views JSON and Raw show all of it"),
        MarkWords(
            mark: .repeatedKey, words: "a key stands twice in the record; the last one counts here"),
        MarkWords(
            mark: .salvaged, words: "the record was found in or across a broken region of the file"),
        MarkWords(
            mark: .differing,
            words: "the deliveries of this mail have different verdicts; each verdict has a row"),
        MarkWords(
            mark: .headersTruncated,
            words: "SES left headers out: the header block is larger than 10 KB"),
        MarkWords(
            mark: .hostileText,
            words: "From or Subject hold characters that an honest mail has no use for"),
    ]
}

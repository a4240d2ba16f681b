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
            mark: .headersTruncated,
            words: "SES left headers out: the header block is larger than 10 KB"),
        MarkWords(
            mark: .hostileText,
            words: "From or Subject hold characters that an honest mail has no use for"),
        MarkWords(
            mark: .handlerFailed,
            words: "the program that handled this mail failed; Lambda kept the event"),
        MarkWords(
            mark: .lossy, words: "the log left out parts of the event; more than this is not in it"),
        MarkWords(
            mark: .truncated,
            words: "the record was cut at a size limit; mail and receipt are whole"),
        MarkWords(
            mark: .derived,
            words: "no receipt: the verdicts are those of the headers that SES put on top"),
        MarkWords(
            mark: .differing,
            words: "the mail was delivered several times, and not with the same verdicts"),
    ]
}

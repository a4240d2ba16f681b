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
        if let undecoded = undecoded(facts) { words.append(undecoded) }
        words += marks(facts).map(\.words)
        return words.map { DetailLine("(!) " + $0, .warning, hanging: 4) }
    }

    private static let mostFindings = 5
    private static let longestName = 40

    /// Headers whose RFC 2047 words could not all be decoded.
    private static func undecoded(_ facts: SummaryFacts) -> RawText? {
        let names = (facts.mail?.headers ?? []).filter(\.decoded.hasBadEncoding).map(\.name)
        guard let first = names.first else { return nil }
        let others = names.count > 1 ? RawText(" and \(names.count - 1) more") : ""
        let name = RawText(first.bytes.prefix(longestName))
        return name + others + " could not be decoded in full: !enc marks it in view Headers"
    }

    private static func marks(_ facts: SummaryFacts) -> [MarkWords] {
        var marks = facts.event.marks
        if facts.receipt == nil { marks.insert(.noReceipt) }
        if facts.mail?.headersTruncated == true { marks.insert(.headersTruncated) }
        var words: [MarkWords] = []
        if marks.contains([.derived, .noReceipt]) {
            marks.subtract([.derived, .noReceipt])
            words = [.nothingDerived]
        }
        return words + MarkWords.all.filter { marks.contains($0.mark) }
    }
}

/// A mark of a record and what it means to a person.
private struct MarkWords: Sendable {
    let mark: Marks
    let words: RawText

    /// For a raw mail on top of which SES put no headers.
    static let nothingDerived = MarkWords(
        mark: .derived, words: "a raw mail without SES's headers on top: no verdict can be known")

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
            words: "a raw mail: the verdicts are derived from the headers that SES put on top"),
    ]
}

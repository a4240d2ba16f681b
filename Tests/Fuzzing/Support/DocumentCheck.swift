@testable package import SESCore

/// What unwrapping and decoding promise of a document.
package enum DocumentCheck {
    /// Unwraps a document, decodes every mail in it and comes back to each by its carrier.
    package static func check(_ input: [UInt8], _ document: Range<Int>, _ form: DocumentForm) {
        for finding in Unwrapper.findings(input.span, in: document, form: form) {
            promise(
                document.lowerBound <= finding.carrier.lowerBound
                    && finding.carrier.upperBound <= document.upperBound,
                "the carrier \(finding.carrier) is not in the document \(document)")
            guard case .record(let decoded) = finding.what else { continue }
            let carrier = Array(input[finding.carrier])
            let record = decoded ?? carrier
            let again = finding.route.record(in: carrier)
            promise(again == record, "\(finding.route) leads to \(text(again)): \(text(record))")
            decode(record)
        }
    }

    /// Decodes a record for the list and for the detail, which must not contradict each other.
    private static func decode(_ record: [UInt8]) {
        let event = EventDecoder.event(record.span)
        let detail = EventSummary(event, isSalvaged: false)
        let list = EventSummary(
            EventDecoder.event(record.span, extent: .index), isSalvaged: false)
        promise(
            list.facts.statuses == detail.facts.statuses
                && list.facts.policy == detail.facts.policy,
            "the list's verdicts are not the detail's: \(text(record))")
        promise(list.from == detail.from, "the list's author is not the detail's: \(text(record))")
        promise(
            list.subject == detail.subject,
            "the list's subject is not the detail's: \(text(record))")
        promise(
            list.time == detail.time && list.mailKey == detail.mailKey,
            "the list's mail is not the detail's: \(text(record))")
        // The list skips what it does not show, so it cannot know all that is wrong.
        promise(
            list.facts.marks.union(.malformed) == detail.facts.marks.union(.malformed)
                && list.facts.marks.isSubset(of: detail.facts.marks),
            "marks \(list.facts.marks) and \(detail.facts.marks): \(text(record))")
        GateCheck.check(detail.from)
        GateCheck.check(detail.subject)
    }

    private static func text(_ bytes: [UInt8]?) -> String {
        bytes.map { String(decoding: $0, as: UTF8.self) } ?? "nothing"
    }
}

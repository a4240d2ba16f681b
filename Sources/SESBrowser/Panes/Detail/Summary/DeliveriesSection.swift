import SESCore

extension SummarySection {
    /// The deliveries of a mail that has several: what each did, for whom, when, and its place.
    static let deliveries = SummarySection { facts in
        let loaded = facts.loaded
        guard loaded.deliveryCount > 1 else { return [] }
        let heading = RawText("DELIVERIES OF THIS MAIL: \(Count(loaded.deliveryCount).grouped)")
        let more = loaded.deliveryCount - loaded.deliveries.count
        let widest = loaded.deliveries.map { word(of: $0).count }.max() ?? 0
        let shown = loaded.deliveries.first { $0.isShown }?.facts
        return [DetailLine(heading, .heading)]
            + loaded.deliveries.map { delivery in
                line(
                    delivery, actionWidth: min(widest, longestAction), in: loaded.provenance.file,
                    judged: shown)
            }
            + (more > 0 ? [DetailLine(RawText("  and \(Count(more).grouped) more"), .label)] : [])
    }

    private static let longestAction = 9
    private static let mostRecipients = 3
    private static let mostBytes = 120

    private static func line(
        _ delivery: Delivery, actionWidth: Int, in file: RawText, judged: Facts?
    ) -> DetailLine {
        let action = word(of: delivery)
        let padding = String(repeating: " ", count: max(0, actionWidth - action.count) + 2)
        let line = DetailLine(
            pieces: [
                .label(delivery.isShown ? "> " : "  "),
                DetailLine.Piece(text: action, role: .plain, limit: mostBytes),
                .label(RawText(padding)),
                DetailLine.Piece(text: recipients(delivery), role: .plain, limit: mostBytes),
                .label("  "),
                DetailLine.Piece(text: delivery.time ?? "no time", role: .label, limit: 40),
                .label("  " + place(delivery, in: file)),
            ], hanging: 4)
        return line.remarking(delivery.failure.map { RawText($0) })
            .remarking(difference(delivery.facts, judged))
    }

    private static func word(of delivery: Delivery) -> RawText {
        delivery.action ?? (delivery.failure == nil ? "no action" : "?")
    }

    private static func recipients(_ delivery: Delivery) -> RawText {
        guard !delivery.recipients.isEmpty else { return "nobody named" }
        let more = delivery.recipients.count - mostRecipients
        return .joined(Array(delivery.recipients.prefix(mostRecipients)), by: ", ")
            + RawText(more > 0 ? " +\(more) more" : "")
    }

    /// The line where it was counted, or else the offset; the file where it is another one.
    private static func place(_ delivery: Delivery, in file: RawText) -> RawText {
        let place = RawText(delivery.line.map { "line \($0)" } ?? "offset \(delivery.offset)")
        return delivery.file == file ? place : delivery.file + ", " + place
    }

    private static func difference(_ facts: Facts, _ judged: Facts?) -> RawText? {
        guard let judged else { return nil }
        let checks = Check.allCases.filter { facts[$0] != judged[$0] }
        let words = checks.map { "\($0.name) \(facts[$0].name)" }
        let policy = facts.policy == judged.policy ? [] : ["another policy"]
        return words.isEmpty && policy.isEmpty
            ? nil : RawText((words + policy).joined(separator: ", "))
    }
}

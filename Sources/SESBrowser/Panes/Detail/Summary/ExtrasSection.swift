import SESCore

extension SummarySection {
    /// Members of the event that this version has no field for, as they stand in the record.
    static let extras = SummarySection { facts in
        let extras = facts.event.extras
        guard !extras.isEmpty else { return [] }
        return [DetailLine("OTHER MEMBERS OF THE EVENT", .heading)]
            + extras.map { extra in
                DetailLine(
                    pieces: [
                        .label("  " + extra.path + ": "),
                        DetailLine.Piece(text: extra.source, role: .plain, isRaw: true),
                    ],
                    hanging: 4)
            }
    }
}

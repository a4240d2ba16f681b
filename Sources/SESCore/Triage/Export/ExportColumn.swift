/// A column of an export: its name, and what stands there for a mail.
///
/// The order of ``all`` is the order of the columns; new ones go to the end, since scripts count.
struct ExportColumn: Sendable {
    let name: String
    let value: @Sendable (ExportRow) -> RawText

    static let all =
        [
            ExportColumn(name: "messageId") { $0.messageID ?? "" },
            ExportColumn(name: "timestamp") { $0.loaded.event.mail?.timestamp ?? "" },
            ExportColumn(name: "from") { joined($0.loaded.event.mail?.from ?? []) },
            ExportColumn(name: "address") { $0.address ?? "" },
            ExportColumn(name: "source") { $0.loaded.event.mail?.source ?? "" },
            ExportColumn(name: "recipients") { joined($0.loaded.event.receipt?.recipients ?? []) },
            ExportColumn(name: "subject") { $0.loaded.event.mail?.subject ?? "" },
        ] + Check.allCases.map(verdict) + [
            ExportColumn(name: "dmarcPolicy") {
                $0.loaded.event.receipt?.dmarcPolicySpelled ?? ""
            },
            ExportColumn(name: "decision") { RawText($0.decided?.decision.word ?? "") },
            ExportColumn(name: "note") { $0.decision?.note ?? "" },
            ExportColumn(name: "decidedBy") { $0.decided?.author.name ?? "" },
            ExportColumn(name: "decidedOn") { $0.decided?.author.host ?? "" },
            ExportColumn(name: "decidedAt") { $0.decided?.time.iso ?? "" },
            ExportColumn(name: "file") { $0.loaded.provenance.file },
            ExportColumn(name: "offset") { RawText(String($0.loaded.provenance.offset)) },
            ExportColumn(name: "length") { RawText(String($0.loaded.provenance.length)) },
        ]

    private static func verdict(_ check: Check) -> ExportColumn {
        ExportColumn(name: check.word) {
            $0.loaded.event.receipt?.verdicts[check].spelled ?? ""
        }
    }

    private static func joined(_ texts: [RawText]) -> RawText {
        RawText(texts.map(\.bytes).joined(separator: Array("; ".utf8)))
    }
}

extension ExportRow {
    /// The decision, unless it was taken back.
    var decided: StoredDecision? { decision?.decision == .clear ? nil : decision }
}

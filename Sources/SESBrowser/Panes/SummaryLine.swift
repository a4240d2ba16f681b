import SESCore

/// One line about a mail, for screens that have no room for the detail.
struct SummaryLine {
    private let mail: Row

    init(_ mail: Row) { self.mail = mail }
}

extension SummaryLine {
    /// The worst first.
    private static let order: [VerdictStatus] = [
        .fail, .gray, .processingFailed, .other, .missing, .disabled,
    ]

    /// The sender and every verdict that is not PASS.
    var line: ScreenLine {
        var line = ScreenLine()
        line.append(Gate.glyphs(of: Gate.visible(mail.from), in: 28, cut: .address))
        for status in Self.order {
            let checks = Check.allCases.filter { mail.facts[$0] == status }
            guard !checks.isEmpty else { continue }
            let names = checks.map(\.name).joined(separator: " ")
            line.append(" \(names) ")
            line.append(status.name, role(status))
        }
        if Check.allCases.allSatisfy({ mail.facts[$0] == .pass }) { line.append(" all PASS") }
        return line
    }

    private func role(_ status: VerdictStatus) -> Role {
        VerdictStrip.glyph(for: status, check: .spam).role
    }
}

import SESCore

/// Draws the lines of a report for a width.
struct ReportLines {
    private let report: TriageReport
    private let columns: Int

    init(_ report: TriageReport, columns: Int) {
        self.report = report
        self.columns = columns
    }
}

extension ReportLines {
    /// A line, the sign of the cursor before it where a cell of it is chosen.
    func line(_ line: ReportPage.Line, cell: Int?) -> ScreenLine {
        switch line {
        case .blank: return ScreenLine()
        case .heading(let section): return heading(section)
        case .note(let text): return ScreenLine(" " + text, .label)
        case .status(let status):
            let counts = ReportPage.decisions.map { report[.spam][status, $0] }
            return row(start(status.name, cell), counts.map { Count($0).grouped }, numbers, cell)
        case .check(let check):
            let table = report[check]
            return row(
                start(check.name, cell),
                words([table.falsePositives, table.falseNegatives]), shares, cell)
        case .preset(let preset): return self.preset(preset, cell)
        case .domain(let domain): return self.domain(domain, cell)
        }
    }

    private var isNarrow: Bool { columns < 60 }

    private func heading(_ section: ReportPage.Section) -> ScreenLine {
        switch section {
        case .verdicts:
            row(
                ScreenLine(isNarrow ? " SPAM CHECK" : " SES SPAM CHECK", .columnHeading),
                [isNarrow ? "SPAM" : "YOU: SPAM", "HAM", "MAYBE"], numbers, nil, .columnHeading)
        case .checks:
            row(
                ScreenLine(" CHECK", .columnHeading),
                isNarrow ? ["FALSE POS", "FALSE NEG"] : ["FALSE POSITIVES", "FALSE NEGATIVES"],
                shares, nil, .columnHeading)
        case .presets:
            row(
                ScreenLine(" PRESET", .columnHeading),
                ["AGREES WITH YOU", "SPAM FOUND", "HAM TAKEN FOR SPAM"], presetEnds, nil,
                .columnHeading)
        case .domains: domainHeading
        }
    }

    private func start(_ label: String, _ cell: Int?) -> ScreenLine {
        var line = ScreenLine(cell == nil ? " " : ">")
        line.append(label, .label)
        return line
    }

    /// Cells whose texts end at the given columns; the chosen one is reversed.
    private func row(
        _ start: ScreenLine, _ cells: [String], _ ends: [Int], _ chosen: Int?,
        _ role: Role = .plain
    ) -> ScreenLine {
        var line = start
        for (index, (text, end)) in zip(cells, ends).enumerated() {
            line.cut(to: end - text.utf8.count - 1)
            line.pad(to: end - text.utf8.count, role)
            line.append(text, index == chosen ? .cursorBar : role)
        }
        return line
    }
}

// MARK: - Widths

extension ReportLines {
    private var numbers: [Int] { isNarrow ? [24, 32, 40] : [36, 48, 60] }
    private var shares: [Int] { isNarrow ? [23, 40] : [40, 68] }
    private var presetEnds: [Int] { isNarrow ? [40] : [37, 58, 79] }

    /// Shares in the longest form in which all of them fit into their cells.
    private func words(_ shares: [SESCore.Share]) -> [String] {
        let room = isNarrow ? 16 : 25
        let forms = shares.map { share in
            let (count, total) = (Count(share.count).grouped, Count(share.total).grouped)
            let percent = share.permille.map { " \(($0 + 5) / 10)%" } ?? ""
            return [share.words, "\(count)/\(total)\(percent)", "\(count)/\(total)"]
        }
        let fitting = (0..<3).first { form in forms.allSatisfy { $0[form].utf8.count <= room } }
        guard let fitting else { return shares.map { Count($0.count).fitting(room) } }
        return forms.map { $0[fitting] }
    }
}

// MARK: - Presets and domains

extension ReportLines {
    private func preset(_ preset: TriageReport.PresetResult, _ cell: Int?) -> ScreenLine {
        let spam = (preset.foundSpam, preset.foundSpam + preset.missedSpam)
        let ham = (preset.foundHam, preset.foundHam + preset.passedHam)
        let parts = [spam, ham].map { "\(Count($0.0).grouped) of \(Count($0.1).grouped)" }
        var line = ScreenLine(cell == nil ? " " : ">")
        line.append(Gate.glyphs(of: Gate.visible(preset.name.bytes), in: 14), .label)
        return row(line, words([preset.agreement]) + parts, presetEnds, nil)
    }

    private var domainEnds: [Int] { isNarrow ? [6, 12] : [11, 22, 30, 38, 46] }

    private var domainHeading: ScreenLine {
        let heads =
            isNarrow ? ["F.POS", "F.NEG"] : ["FALSE POS", "FALSE NEG", "SPAM", "HAM", "MAYBE"]
        var line = row(ScreenLine(" ", .columnHeading), heads, domainEnds, nil, .columnHeading)
        line.append("  DOMAIN OF SENDER", .columnHeading)
        return line
    }

    private func domain(_ domain: TriageReport.DomainResult, _ cell: Int?) -> ScreenLine {
        let counts =
            [domain.falsePositives, domain.falseNegatives]
            + ReportPage.decisions.map { domain.decisions[$0] ?? 0 }
        let widths = zip(domainEnds, [0] + domainEnds).map { $0 - $1 - 1 }
        var line = row(
            ScreenLine(cell == nil ? " " : ">"),
            zip(counts, widths).map { Count($0).fitting($1) }, domainEnds, nil)
        line.append("  ")
        guard !domain.domain.isEmpty else {
            line.append("(none)", .label)
            return line
        }
        let name = Gate.visible(domain.domain.bytes)
        line.append(Gate.glyphs(of: name, in: max(0, columns - line.columns), cut: .middle))
        return line
    }
}

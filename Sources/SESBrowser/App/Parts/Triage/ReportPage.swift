import SESCore

/// The lines that a report is shown in.
struct ReportPage: Hashable, Sendable {
    let lines: [Line]

    /// A part of the report.
    enum Section: Hashable, Sendable {
        case verdicts
        case checks
        case presets
        case domains
    }

    /// A line; those that count something can be chosen.
    enum Line: Hashable, Sendable {
        case blank
        case heading(Section)
        /// What was decided about mails of a status of the spam check.
        case status(VerdictStatus)
        /// The false positives and negatives of a check.
        case check(Check)
        /// How a preset would have done.
        case preset(TriageReport.PresetResult)
        case domain(TriageReport.DomainResult)
        case note(String)
    }

    /// A page without lines.
    init() { lines = [] }

    /// The lines of a report.
    init(_ report: TriageReport) {
        guard report.decided > 0 else {
            lines = [.blank, .note("nothing is decided yet: S, H, M decide")]
            return
        }
        let statuses = VerdictStatus.allCases.filter { status in
            Self.decisions.contains { report[.spam][status, $0] > 0 }
        }
        let parts: [[Line]] = [
            [.heading(.verdicts)] + statuses.map(Line.status),
            [.heading(.checks)] + Check.allCases.map(Line.check),
            [.heading(.presets)] + report.presets.map(Line.preset),
            [.heading(.domains)] + Self.domains(of: report),
        ]
        lines = Array(parts.joined(separator: [.blank]))
    }
}

extension ReportPage {
    /// The decisions that are counted, in the order of their columns.
    static let decisions: [Decision] = [.spam, .ham, .maybe]

    /// No more domains are listed.
    static let mostDomains = 200

    private static func domains(of report: TriageReport) -> [Line] {
        let wrong = report.domains.filter { $0.wrong > 0 }
        guard !wrong.isEmpty else { return [.note("none")] }
        let rest = wrong.count - mostDomains
        let more = rest > 0 ? [Line.note("and \(Count(rest).grouped) more domains")] : []
        return wrong.prefix(mostDomains).map(Line.domain) + more
    }
}

extension ReportPage.Line {
    /// How many cells of the line can be chosen; 0 where it cannot be.
    var choices: Int {
        switch self {
        case .blank, .heading, .note: 0
        case .status: ReportPage.decisions.count
        case .check: 2
        case .preset, .domain: 1
        }
    }

    /// What the line is about, whatever its counts.
    var subject: Subject? {
        switch self {
        case .blank, .heading, .note: nil
        case .status(let status): .status(status)
        case .check(let check): .check(check)
        case .preset(let result): .preset(result.name)
        case .domain(let result): .domain(result.domain)
        }
    }

    enum Subject: Hashable {
        case status(VerdictStatus)
        case check(Check)
        case preset(RawText)
        case domain(RawText)
    }
}

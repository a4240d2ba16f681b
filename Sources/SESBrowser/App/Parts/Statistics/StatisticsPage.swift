import SESCore

/// The lines that statistics are shown in: one column of them, or two where the screen is wide.
struct StatisticsPage: Hashable, Sendable {
    let columns: [[Line]]

    /// A part of the statistics.
    enum Section: Hashable, Sendable {
        case verdicts
        case timeline
        case ranking(RankedField)
    }

    /// A line; those of a check, a stretch of time or a text can be chosen.
    enum Line: Hashable, Sendable {
        case blank
        case heading(Section)
        case check(Check)
        case stretch(Timeline.Stretch)
        case entry(RankedField, Ranking.Entry)
        /// A time without a mail that is left out, in milliseconds.
        case gap(Int64)
        /// How many mails have no time.
        case untimed(Int)
        /// There is nothing to list in the section.
        case nothing(Section)
    }

    /// The lines of statistics.
    init(_ statistics: Statistics, isWide: Bool) {
        let left: [Section] = [.verdicts, .timeline]
        let right = RankedField.allCases.map(Section.ranking)
        columns = (isWide ? [left, right] : [left + right]).map { sections in
            Array(
                sections.map { [.heading($0)] + Self.lines($0, statistics) }
                    .joined(separator: [.blank]))
        }
    }
}

extension StatisticsPage {
    /// The fewest columns of a screen that shows two columns of lines.
    static let wide = 140

    private static func lines(_ section: Section, _ statistics: Statistics) -> [Line] {
        switch section {
        case .verdicts: return Check.allCases.map(Line.check)
        case .timeline:
            let untimed = statistics.timeline.untimedCount
            return stretches(statistics.timeline) + (untimed > 0 ? [.untimed(untimed)] : [])
        case .ranking(let field):
            let entries = statistics[field].entries.map { Line.entry(field, $0) }
            return entries.isEmpty ? [.nothing(section)] : entries
        }
    }
}

extension StatisticsPage {
    private static func stretches(_ timeline: Timeline) -> [Line] {
        var lines: [Line] = []
        var end: Timestamp?
        for stretch in timeline.stretches {
            if let end, end != stretch.start {
                lines.append(.gap(stretch.start.milliseconds - end.milliseconds))
            }
            lines.append(.stretch(stretch))
            end = stretch.end
        }
        return lines
    }
}

extension StatisticsPage.Line {
    /// True where the line can be chosen.
    var isChoice: Bool {
        switch self {
        case .check, .stretch, .entry: true
        case .blank, .heading, .gap, .untimed, .nothing: false
        }
    }

    /// What the line is about, whatever its counts.
    var subject: Subject? {
        switch self {
        case .check(let check): .check(check)
        case .stretch(let stretch): .moment(stretch.start)
        case .entry(let field, let entry): .text(field, entry.text)
        case .blank, .heading, .gap, .untimed, .nothing: nil
        }
    }

    enum Subject: Hashable {
        case check(Check)
        case moment(Timestamp)
        case text(RankedField, RawText)
    }
}

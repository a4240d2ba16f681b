import SESCore

/// What `stats` writes.
enum StatisticsReport {
    /// How wide the text is; only addresses go beyond.
    private static let columns = 80

    /// The lines that the screen shows, without their sign for the cursor.
    static func text(_ statistics: Statistics, isMerged: Bool) -> [UInt8] {
        let noun =
            statistics.count == 1 ? (isMerged ? "mail" : "event") : isMerged ? "mails" : "events"
        let title = StatisticsTitle(statistics, noun: noun).line(.max)
        let drawing = StatisticsLines(
            statistics, columns: columns, charset: .ascii, isUncut: true)
        let page = StatisticsPage(statistics, isWide: false)
        let lines = page.columns.joined().map { drawing.line($0, status: nil) }
        return ([title, ScreenLine()] + lines).flatMap { line in
            var bytes: [UInt8] = []
            for glyph in line.glyphs { glyph.glyph.append(to: &bytes) }
            return bytes.trimmedAtEnd + [0x0A]
        }
    }

    /// One object.
    static func json(_ statistics: Statistics, isMerged: Bool) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member(isMerged ? "mails" : "events", statistics.count)
            writer.member("fail", statistics.failing)
            writer.member("first", statistics.timeline.first.iso)
            writer.member("last", statistics.timeline.last.iso)
            writer.key("verdicts")
            writer.object { writer in write(statistics.verdicts, to: &writer) }
            writer.key("timeline")
            writer.object { writer in write(statistics.timeline, to: &writer) }
            for field in RankedField.allCases {
                writer.key(field.key)
                writer.object { writer in write(statistics[field], field.key, to: &writer) }
            }
            let inexact = writer.inexact
            if !inexact.isEmpty {
                writer.key("inexact")
                writer.array { writer in inexact.forEach { writer.word($0) } }
            }
        }
        writer.lineFeed()
        return writer.bytes
    }
}

extension StatisticsReport {
    private static func write(_ matrix: VerdictMatrix, to writer: inout JSONWriter) {
        for check in Check.allCases {
            writer.key(check.word)
            writer.object { writer in
                for status in FilterBar.statuses {
                    writer.member(status.name, matrix[check, status])
                }
            }
        }
    }

    private static func write(_ timeline: Timeline, to writer: inout JSONWriter) {
        writer.key("unit")
        writer.word(timeline.unit.key)
        writer.member("withoutTime", timeline.untimedCount)
        writer.key("stretches")
        writer.array { writer in
            for stretch in timeline.stretches {
                writer.object { writer in
                    writer.member("start", stretch.start.iso)
                    writer.member("count", stretch.count)
                    writer.member("fail", stretch.failing)
                }
            }
        }
    }

    private static func write(_ ranking: Ranking, _ key: String, to writer: inout JSONWriter) {
        writer.member("different", ranking.differentCount)
        writer.key("isComplete")
        writer.flag(ranking.isComplete)
        writer.key("top")
        writer.array { writer in
            for entry in ranking.entries {
                writer.object { writer in
                    writer.key("text")
                    writer.text(entry.text, field: key)
                    writer.member("count", entry.count)
                    writer.member("fail", entry.failing)
                }
            }
        }
    }
}

extension RankedField {
    /// The key in headless output.
    fileprivate var key: String {
        switch self {
        case .sender: "senders"
        case .domain: "domains"
        case .recipient: "recipients"
        case .ip: "ips"
        }
    }
}

extension TimelineUnit {
    /// The word in headless output.
    fileprivate var key: String {
        switch self {
        case .minute: "minute"
        case .tenMinutes: "10-minutes"
        case .hour: "hour"
        case .sixHours: "6-hours"
        case .day: "day"
        case .week: "week"
        case .month: "month"
        case .year: "year"
        case .decade: "decade"
        case .century: "century"
        }
    }
}

extension [UInt8] {
    /// The bytes without blanks at their end.
    fileprivate var trimmedAtEnd: ArraySlice<UInt8> {
        self[..<((lastIndex { $0 != 0x20 } ?? -1) + 1)]
    }
}

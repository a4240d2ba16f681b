@testable import SESCore

/// The slow and obvious matcher: one row and one term at a time, as the comments of ``Term`` and
/// ``TextField`` say it.
struct ReferenceMatcher {
    let log: RandomLog
    let now: Timestamp
    /// Of how many rows late columns, records and deliveries are known.
    var lateRows: Int
    var recordRows: Int
    var linkedRows: Int

    /// Regular expressions and what they mean.
    static let regexes: [(pattern: RawText, meaning: @Sendable ([UInt8]) -> Bool)] = [
        ("^IN", { SearchFold.fold($0).starts(with: Array("in".utf8)) }),
        (
            "e$",
            { text in
                let folded = SearchFold.fold(text.last == 0x0A ? text.dropLast() : text[...])
                return folded.last == UInt8(ascii: "e") || text.last == UInt8(ascii: "e")
            }
        ),
        ("^$", { $0.isEmpty || $0 == [0x0A] }),
        (
            "[0-9]{2}",
            { text in
                zip(text, text.dropFirst()).allSatisfy { !(0x30...0x39 ~= $0 && 0x30...0x39 ~= $1) }
                    == false
            }
        ),
        ("É", { ReferenceMatcher.holds($0, "é") }),
        ("voice|юГ", { ReferenceMatcher.holds($0, "voice") || ReferenceMatcher.holds($0, "юг") }),
    ]
}

extension ReferenceMatcher {
    /// True, false, or nil where it is not known.
    func matches(_ query: Query, _ row: Int) -> Bool? {
        switch query {
        case .all: return true
        case .term(let term): return matches(term, row)
        case .negation(let inner): return matches(inner, row).map { !$0 }
        case .conjunction(let members):
            let answers = members.map { matches($0, row) }
            return answers.contains(false) ? false : answers.contains(nil) ? nil : true
        case .disjunction(let members):
            let answers = members.map { matches($0, row) }
            return answers.contains(true) ? true : answers.contains(nil) ? nil : false
        }
    }

    private func matches(_ term: Term, _ row: Int) -> Bool? {
        let shown = log.table[row]
        let time = shown.time.isMissing ? nil : shown.time.milliseconds
        switch term {
        case .verdict(let check, let statuses): return statuses.contains(shown.facts[check])
        case .anyVerdict(let statuses):
            return Check.allCases.contains { statuses.contains(shown.facts[$0]) }
        case .policy(let policies): return policies.contains(shown.facts.policy)
        case .property(let properties):
            let answers = properties.map { has($0, row) }
            return answers.contains(true) ? true : answers.contains(nil) ? nil : false
        case .time(.newer(let age)):
            return time.map { now.milliseconds - $0 <= age.milliseconds } ?? false
        case .time(.older(let age)):
            return time.map { now.milliseconds - $0 > age.milliseconds } ?? false
        case .time(.days(let first, let last)):
            guard let date = shown.time.utc?.date else { return false }
            let day = date.daysSince1970
            return first.map { $0.daysSince1970 <= day } ?? true
                && last.map { day <= $0.daysSince1970 } ?? true
        case .timeOfDay(let range):
            guard let utc = shown.time.utc else { return false }
            let minute = utc.hour * 60 + utc.minute
            return range.first <= range.last
                ? (range.first...range.last).contains(minute)
                : !(range.last + 1..<range.first).contains(minute)
        case .took(let range):
            guard row < lateRows else { return nil }
            guard let took = log.late[row].took.map(Int64.init) else { return false }
            switch range {
            case .longer(let amount): return took > amount.milliseconds
            case .shorter(let amount): return took < amount.milliseconds
            case .between(let first, let last):
                return first.milliseconds <= took && took <= last.milliseconds
            }
        case .text(let field, let patterns):
            let answers = patterns.map { pattern in
                texts(field, row, pattern)?.contains { Self.matches($0.bytes, field, pattern) }
            }
            return answers.contains(true) ? true : answers.contains(nil) ? nil : false
        }
    }

    private func has(_ property: MailProperty, _ row: Int) -> Bool? {
        let shown = log.table[row]
        let marks = shown.facts.marks
        switch property {
        case .malformed: return marks.contains(.malformed)
        case .mismatch: return row < lateRows ? log.late[row].isMismatched : nil
        case .truncated: return marks.contains(.truncated) || marks.contains(.headersTruncated)
        case .salvaged: return marks.contains(.salvaged)
        case .derived: return marks.contains(.derived)
        case .lossy: return marks.contains(.lossy)
        case .duplicate: return row < linkedRows ? log.deliveries.mailCount(of: row) > 1 : nil
        case .hostile: return marks.contains(.hostileText) || shown.isHostile
        default: return isSaid(property, log.marks[row], shown.facts[.spam])
        }
    }

    private func isSaid(
        _ property: MailProperty, _ mark: RowMark, _ spam: VerdictStatus
    ) -> Bool {
        let isTriaged = 1...3 ~= mark.rawValue & 7
        switch property {
        case .untriaged: return !isTriaged
        case .triaged: return isTriaged
        case .spam: return mark.rawValue & 7 == 1
        case .ham: return mark.rawValue & 7 == 2
        case .maybe: return mark.rawValue & 7 == 3
        case .noted: return mark.rawValue & 8 != 0
        case .tagged: return mark.rawValue & 16 != 0
        case .disagrees:
            return mark.decided == .spam && spam == .pass || mark.decided == .ham && spam == .fail
        default: return false
        }
    }

    /// The texts of a field that a pattern may match; nil where they are not known.
    private func texts(_ field: TextField, _ row: Int, _ pattern: TextPattern) -> [RawText]? {
        let shown = log.table[row]
        let (from, name) = (RawText(shown.from), RawText(shown.name))
        var isDomain = false
        if case .domain = pattern { isDomain = true }
        if isDomain, field == .any || field == .from { return [from] }
        switch field {
        case .any: return [from, name, RawText(shown.subject)]
        case .from: return [from, name]
        case .domain: return Self.domain(of: from).map { [$0] } ?? []
        case .subject: return [RawText(shown.subject)]
        case .file: return [log.table.files[0].path]
        case .source: return row < lateRows ? [log.late[row].source] : nil
        case .recipient: return row < lateRows ? log.late[row].recipients : nil
        case .ip: return row < lateRows ? [log.late[row].ip] : nil
        case .action: return row < lateRows ? [log.late[row].action] : nil
        default: break
        }
        guard row < recordRows else { return nil }
        let mail = log.events[row].mail
        switch field {
        case .to: return mail?.to ?? []
        case .cc: return mail?.cc ?? []
        case .id: return mail?.messageID.map { [$0] } ?? []
        case .header(let wanted):
            let headers = (mail?.headers ?? []).filter { header in
                header.name.description.lowercased() == wanted.description
            }
            return headers.flatMap { [$0.decoded.text] + (isDomain ? [] : [$0.value]) }
        default: return []
        }
    }

    private static func matches(
        _ text: [UInt8], _ field: TextField, _ pattern: TextPattern
    ) -> Bool {
        switch pattern {
        case .words(let words):
            if field == .domain { return isDomain(RawText(text), of: words) }
            return holds(text, words)
        case .regex(let regex):
            return regexes.first { $0.pattern == regex }?.meaning(text) ?? false
        case .domain(let domain):
            switch field {
            case .subject, .ip, .action, .file, .id: return false
            case .domain: return isDomain(RawText(text), of: domain)
            case .header:
                return MailboxText.list(RawText(text)).contains {
                    isDomain(self.domain(of: $0.address), of: domain)
                }
            case .any, .from:
                return isDomain(self.domain(of: RawText(text)), of: domain)
            default:
                return isDomain(self.domain(of: MailboxText(RawText(text)).address), of: domain)
            }
        }
    }

    /// What follows the last `@`, without a closing dot.
    static func domain(of address: RawText) -> RawText? {
        let parts = address.bytes.split(separator: 0x40, omittingEmptySubsequences: false)
        guard parts.count > 1, var domain = parts.last else { return nil }
        if domain.last == 0x2E { domain.removeLast() }
        return domain.isEmpty ? nil : RawText(domain)
    }

    /// True where one domain is the other or lies below it.
    static func isDomain(_ domain: RawText?, of other: RawText) -> Bool {
        func labels(_ text: RawText) -> [[UInt8]] {
            SearchFold.fold(text.bytes).split(separator: 0x2E, omittingEmptySubsequences: false)
                .map(Array.init)
        }
        guard let domain else { return false }
        var wanted = labels(other)[...]
        if wanted.first == [] { wanted.removeFirst() }
        if wanted.last == [] { wanted.removeLast() }
        let found = labels(domain)
        return !wanted.isEmpty && found.suffix(wanted.count) == wanted
    }

    /// True where a text holds another one, letter case aside.
    static func holds(_ text: [UInt8], _ words: RawText) -> Bool {
        let (text, words) = (SearchFold.fold(text), SearchFold.fold(words.bytes))
        guard words.count <= text.count else { return false }
        return (0...text.count - words.count).contains { start in
            text[start..<start + words.count].elementsEqual(words)
        }
    }
}

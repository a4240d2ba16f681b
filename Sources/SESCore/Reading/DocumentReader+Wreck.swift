extension DocumentReader {
    private static let longestText = 64 << 10
    /// The longest line on which a record that was cut off is looked for: CloudWatch Logs takes 1 MiB.
    private static let longestCut = 4 << 20

    /// A run of text up to the end of its line or to a document on it.
    mutating func text(_ first: UInt8, _ window: borrowing Window) -> ReaderItem {
        let limit = position + Self.longestText
        guard let isTorn = window.isTorn(at: position, limit: limit) else { return .more }
        var line = TornLine(limit: limit)
        var end = isTorn && TornLine.isQuote(first) ? position : position + 1
        var meetsDocument = false
        scan: while true {
            end = Self.endOfWords(window, from: end, to: limit)
            guard end < limit else { break }
            guard let byte = window[end] else {
                guard window.isFinal else { return .more }
                break
            }
            if isTorn, !line.take(byte, at: end, window) { return .more }
            switch byte {
            case 0x0A, 0x0D: break scan
            case UInt8(ascii: "\\") where line.quote != nil:
                end = min(limit, end + 2)
                continue
            case UInt8(ascii: "{") where line.hidesJSON: break
            case UInt8(ascii: "[") where line.quote != nil: break
            case UInt8(ascii: "{"):
                guard let opens = window.opensObject(at: end) else { return .more }
                meetsDocument = opens
                if opens { break scan }
                if line.quote != nil { break }
                fallthrough
            case UInt8(ascii: "["):
                guard let opens = opensLiteral(at: end, behind: position, window) else {
                    return .more
                }
                meetsDocument = opens
                if opens { break scan }
            default: break
            }
            end += 1
        }
        let range = position..<end
        let isDebris = Self.isDebris(first)
        position = end
        if meetsDocument, isDebris { isSalvaging = true }
        if range.count == Self.longestText {
            let reason = "a line of text is longer than 64 KiB"
            state = .wreck(resumes: !line.hasHiddenText, reason: reason)
            return .broken(range, reason: reason)
        }
        if isDebris {
            return .broken(range, reason: "the rest of a document that has no beginning")
        }
        guard TextLine.isPrintable(window.bytes, window.index(range.lowerBound)..<window.index(end))
        else { return .broken(range, reason: "bytes that are no text") }
        let isEnvelope =
            meetsDocument
            || TextLine.isColourAlone(
                window.bytes, window.index(range.lowerBound)..<window.index(end))
        return isEnvelope ? .envelope(range) : .text(range)
    }

    /// Behind the bytes that begin and end nothing.
    private static func endOfWords(
        _ window: borrowing Window, from start: Int, to limit: Int
    ) -> Int {
        let end = min(window.bytes.count, window.index(limit))
        guard window.index(start) < end else { return start }
        return window.position(
            ByteScan.endOfWords(window.bytes, from: window.index(start), to: end))
    }

    /// True for what a line begins with that was torn out of a document.
    private static func isDebris(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","),
            UInt8(ascii: ":"), UInt8(ascii: "{"):
            true
        default: false
        }
    }

    /// Gives a document up: its first line is broken, and reading goes on behind it, or at a
    /// document that begins on it.
    mutating func fail(
        _ failure: ScanFailure, _ window: borrowing Window, resumes: Bool = true
    ) -> ReaderItem {
        let start = pending ?? position
        let scanned = window.position(failure.position)
        let resume =
            resumes
            ? window.resumption(after: position + 1) : window.endOfLine(after: position + 1)
        let next: Int
        switch resume {
        case .document(let found):
            // A line whose failures cannot be paid for is given up, or each of its documents would
            // cost the bytes that are free to look at.
            let isPaid = account.balance >= scanned - found
            next = isPaid ? found : position + 1
            if !isPaid { state = .wreck(resumes: false, reason: failure.reason.description) }
        case .lineEnd(let end): next = end
        case .none(let end):
            // What is paid must not depend on where the window happens to end.
            guard end >= scanned else { return .more }
            if resumes, end - start <= Self.longestCut { return .more }
            next = end
            state = .wreck(
                resumes: resumes && account.balance > 0, reason: failure.reason.description)
        }
        lostClosers = frames.count
        forgetContainers()
        isSalvaging = true
        if case .lineEnd = resume { isSalvaging = false }
        account.pay(max(0, scanned - next))
        position = next
        let range = window.index(start)..<window.index(next)
        if resumes, range.count <= Self.longestCut, Repair.mayHelp(window.bytes, range) {
            return .document(start..<next, form: .cut(failure.reason), isSalvaged: false)
        }
        return .broken(start..<next, reason: failure.reason.description)
    }

    /// The rest of a line that is broken, or of it what stands before a document.
    mutating func wreckLine(
        _ window: borrowing Window, resumes: Bool, reason: String
    ) -> ReaderItem {
        let start = position
        if window[position] == nil, window.isFinal {
            state = .fresh
            return .envelope(position..<position)
        }
        switch window.resumption(after: position) {
        case .document(let found) where resumes:
            position = found
            isSalvaging = true
            state = .fresh
        case .document(let found): position = found + 1
        case .lineEnd(let end):
            position = end
            isSalvaging = false
            state = .fresh
        case .none(let end):
            guard end > position else { return .more }
            position = end
        }
        return .broken(start..<position, reason: reason)
    }
}

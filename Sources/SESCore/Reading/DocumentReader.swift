/// Cuts input into documents, text and broken regions.
///
/// What it answers depends on the bytes and their positions alone, never on how many of them are
/// at hand: where that could matter it asks for ``ReaderItem/more``. Arrays and the arrays under
/// ``containerKeys`` are entered, so that each of their elements is a document of its own and
/// their size does not matter.
struct DocumentReader {
    /// Where the next item begins, in bytes from the start of the input.
    private(set) var position = 0
    /// Where the window has to begin for the next call.
    var needed: Int { min(position, pending ?? position) }

    private var frames: [Frame] = []
    /// The start of what opens a container, as long as no element of it has been read.
    private var pending: Int?
    /// How many containers were given up; so many closing brackets are expected yet.
    private var lostClosers = 0
    private var account = LookAheadAccount()
    private var state = State.fresh
    private var isSalvaging = false

    private enum Frame { case array, object }

    private enum State {
        /// At the start of a line.
        case fresh
        /// Behind a document on its line.
        case afterDocument
        /// Inside a line that is broken; `resumes` tells whether a document may begin in it.
        case wreck(resumes: Bool, reason: String)
    }

    private static let deepestFrames = 32
    private static let longestPending = 64 << 10
    private static let longestText = 64 << 10

    /// Keys whose arrays are entered.
    static let containerKeys: [StaticString] = ["Records"]
}

extension DocumentReader {
    /// The next item, seen through a window that begins at `base`, which is ``needed`` or before,
    /// and is final where it reaches the end of the input.
    mutating func next(_ bytes: Span<UInt8>, base: Int, isFinal: Bool) -> ReaderItem {
        let window = Window(bytes: bytes, base: base, isFinal: isFinal)
        let before = position
        let item = step(window)
        if position > before { account.earn(progress: position - before) }
        return item
    }

    private mutating func step(_ window: borrowing Window) -> ReaderItem {
        if case .wreck(let resumes, let reason) = state {
            return wreckLine(window, resumes: resumes, reason: reason)
        }
        if let pending, position - pending > Self.longestPending, !frames.isEmpty {
            self.pending = nil
            return .envelope(pending..<position)
        }
        guard let byte = window[position] else {
            guard window.isFinal else { return .more }
            return finish(window)
        }
        if JSONStructure.isSpace(byte) { return space(window) }
        if byte == 0xEF, let mark = byteOrderMark(window) { return mark }
        switch frames.last {
        case nil: return topLevel(byte, window)
        case .array: return inArray(byte, window)
        case .object: return inObject(byte, window)
        }
    }

    private mutating func space(_ window: borrowing Window) -> ReaderItem {
        var end = position
        while let byte = window[end], JSONStructure.isSpace(byte) {
            if byte == 0x0A || byte == 0x0D { state = .fresh }
            end += 1
        }
        return consume(to: end)
    }

    private mutating func byteOrderMark(_ window: borrowing Window) -> ReaderItem? {
        guard let second = window[position + 1], let third = window[position + 2] else {
            return window.isFinal ? nil : .more
        }
        return second == 0xBB && third == 0xBF ? consume(to: position + 3) : nil
    }

    /// Moves on over envelope bytes; they are kept back while a container has had no element.
    private mutating func consume(to end: Int) -> ReaderItem {
        defer { position = end }
        return pending == nil || frames.isEmpty ? .envelope(position..<end) : .envelope(end..<end)
    }

    private mutating func finish(_ window: borrowing Window) -> ReaderItem {
        guard !frames.isEmpty else { return .end }
        let start = pending ?? position
        frames = []
        pending = nil
        return .broken(
            start..<position, reason: ScanFailure.Reason.endOfInput.description)
    }
}

// MARK: - Inside and outside of containers

extension DocumentReader {
    private mutating func topLevel(_ byte: UInt8, _ window: borrowing Window) -> ReaderItem {
        switch byte {
        case UInt8(ascii: "{"):
            switch window.opensObject(at: position) {
            case nil: return .more
            case true: return document(window)
            case false: break
            }
        case UInt8(ascii: "["):
            switch window.opensContainer(at: position) {
            case nil: return .more
            case true:
                pending = position
                frames.append(.array)
                return consume(to: position + 1)
            case false: break
            }
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            if lostClosers > 0 {
                lostClosers -= 1
                return consume(to: position + 1)
            }
        case UInt8(ascii: ","):
            if case .afterDocument = state { return consume(to: position + 1) }
            if lostClosers > 0 { return consume(to: position + 1) }
        default: break
        }
        return text(byte, window)
    }

    private mutating func inArray(_ byte: UInt8, _ window: borrowing Window) -> ReaderItem {
        switch byte {
        case UInt8(ascii: ","): return consume(to: position + 1)
        case UInt8(ascii: "]"): return closeFrame(window)
        case UInt8(ascii: "{"): return document(window)
        case UInt8(ascii: "["):
            guard let opens = window.opensContainer(at: position) else { return .more }
            if opens, frames.count < Self.deepestFrames {
                frames.append(.array)
                return consume(to: position + 1)
            }
            return value(window)
        default: return value(window)
        }
    }

    private mutating func inObject(_ byte: UInt8, _ window: borrowing Window) -> ReaderItem {
        switch byte {
        case UInt8(ascii: ","): return consume(to: position + 1)
        case UInt8(ascii: "}"): return closeFrame(window)
        case UInt8(ascii: "\""):
            var limit = window.lookAhead(from: position, account: account)
            switch DocumentScan.member(window.bytes, from: window.index(position), limit: &limit) {
            case .whole(let end): return consume(to: window.position(end))
            case .container(let bracket):
                guard frames.count < Self.deepestFrames else {
                    return fail(ScanFailure(position: bracket, reason: .tooDeep), window)
                }
                frames.append(.array)
                return consume(to: window.position(bracket) + 1)
            case .more:
                return window.isFinal
                    ? fail(.atEnd(of: window), window) : .more
            case .bad(let failure): return fail(failure, window)
            }
        default: return leaveContainers()
        }
    }

    /// Takes the containers that are open for cut off where something stands that cannot be in
    /// them, and reads on from there as outside of any: it may be the next document or its line.
    private mutating func leaveContainers() -> ReaderItem {
        let start = pending ?? position
        lostClosers = frames.count
        frames = []
        pending = nil
        isSalvaging = false
        return .broken(start..<position, reason: ScanFailure.Reason.endOfInput.description)
    }

    private mutating func closeFrame(_ window: borrowing Window) -> ReaderItem {
        frames.removeLast()
        guard frames.isEmpty else { return consume(to: position + 1) }
        state = .afterDocument
        isSalvaging = false
        guard let start = pending else { return consume(to: position + 1) }
        pending = nil
        position += 1
        return .value(start..<position)
    }

    /// A value inside an array that is no object.
    private mutating func value(_ window: borrowing Window) -> ReaderItem {
        var limit = window.lookAhead(from: position, account: account)
        let index = window.index(position)
        switch DocumentScan.value(window.bytes, from: index, limit: &limit) {
        case .ok(let end) where !JSONStructure.isValue(window.bytes, index..<end):
            return leaveContainers()
        case .bad(let failure) where failure.position == index: return leaveContainers()
        case .ok(let end):
            if let item = flushPending() { return item }
            let start = position
            position = window.position(end)
            return .value(start..<position)
        case .more: return window.isFinal ? fail(.atEnd(of: window), window) : .more
        case .bad(let failure): return fail(failure, window)
        }
    }

    private mutating func document(
        _ window: borrowing Window, allowsLineFeedInText: Bool = false
    ) -> ReaderItem {
        var limit = LookAhead(
            from: window.index(position), account: account.balance,
            allowsLineFeedInText: allowsLineFeedInText)
        let mayEnter = frames.count + 2 <= Self.deepestFrames
        switch DocumentScan.object(
            window.bytes, from: window.index(position), mayEnter: mayEnter, limit: &limit)
        {
        case .whole(let end):
            if let item = flushPending() { return item }
            let start = position
            position = window.position(end)
            if frames.isEmpty { state = .afterDocument }
            defer { if frames.isEmpty { isSalvaging = false } }
            return .document(start..<position, isSalvaged: isSalvaging)
        case .container(let bracket):
            if frames.isEmpty { pending = position }
            frames.append(.object)
            frames.append(.array)
            return consume(to: window.position(bracket) + 1)
        case .more: return window.isFinal ? fail(.atEnd(of: window), window) : .more
        case .bad(let failure):
            if failure.reason == .lineFeedInString, !allowsLineFeedInText, account.balance > 0 {
                return documentWithLineFeeds(failure, window)
            }
            return fail(failure, window)
        }
    }

    /// A document that cannot be read because a text in it holds a raw line feed, as samples that
    /// were pasted by hand do; it counts only if it can be read whole that way.
    private mutating func documentWithLineFeeds(
        _ failure: ScanFailure, _ window: borrowing Window
    ) -> ReaderItem {
        var limit = LookAhead(
            from: window.index(position), account: account.balance, allowsLineFeedInText: true)
        switch DocumentScan.object(
            window.bytes, from: window.index(position), mayEnter: false, limit: &limit)
        {
        case .whole: return document(window, allowsLineFeedInText: true)
        case .more where !window.isFinal: return .more
        case .more: account.pay(window.bytes.count - window.index(position))
        case .bad(let other): account.pay(other.position - window.index(position))
        case .container: break
        }
        return fail(failure, window)
    }

    /// What opened the container, once its first element is known to be whole.
    private mutating func flushPending() -> ReaderItem? {
        guard let start = pending else { return nil }
        pending = nil
        return start < position ? .envelope(start..<position) : nil
    }
}

// MARK: - Text and broken lines

extension DocumentReader {
    /// A run of text up to the end of its line or to a document on it.
    private mutating func text(_ first: UInt8, _ window: borrowing Window) -> ReaderItem {
        var end = position + 1
        var meetsDocument = false
        scan: while end - position < Self.longestText {
            guard let byte = window[end] else {
                guard window.isFinal else { return .more }
                break
            }
            switch byte {
            case 0x0A, 0x0D: break scan
            case UInt8(ascii: "{"):
                guard let opens = window.opensObject(at: end) else { return .more }
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
            state = .wreck(resumes: true, reason: "a line of text is longer than 64 KiB")
            return .broken(range, reason: "a line of text is longer than 64 KiB")
        }
        if isDebris {
            return .broken(range, reason: "the rest of a document that has no beginning")
        }
        guard TextLine.isPrintable(window.bytes, window.index(range.lowerBound)..<window.index(end))
        else { return .broken(range, reason: "bytes that are no text") }
        return meetsDocument ? .envelope(range) : .text(range)
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
    private mutating func fail(_ failure: ScanFailure, _ window: borrowing Window) -> ReaderItem {
        let start = pending ?? position
        let scanned = window.position(failure.position)
        let resume = window.resumption(after: position + 1)
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
            next = end
            state = .wreck(resumes: account.balance > 0, reason: failure.reason.description)
        }
        lostClosers = frames.count
        frames = []
        pending = nil
        isSalvaging = true
        if case .lineEnd = resume { isSalvaging = false }
        account.pay(max(0, scanned - next))
        position = next
        return .broken(start..<next, reason: failure.reason.description)
    }

    private mutating func wreckLine(
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

extension ScanFailure {
    fileprivate static func atEnd(of window: borrowing Window) -> ScanFailure {
        ScanFailure(position: window.bytes.count, reason: .endOfInput)
    }
}

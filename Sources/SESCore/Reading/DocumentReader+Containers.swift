extension DocumentReader {
    /// An item outside of any container.
    mutating func topLevel(_ byte: UInt8, _ window: borrowing Window) -> ReaderItem {
        if let linePrefix { return literal(.prefixed(linePrefix), window) }
        switch byte {
        case UInt8(ascii: "{"):
            switch window.opensObject(at: position) {
            case nil: return .more
            case true: return document(window)
            case false: break
            }
            switch window.literal(at: position) {
            case .form(let form): return literal(form, window)
            case .more: return .more
            case .none: break
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
            switch window.literal(at: position) {
            case .form(let form): return literal(form, window)
            case .more: return .more
            case .none: break
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

    /// An item inside an array.
    mutating func inArray(_ byte: UInt8, _ window: borrowing Window) -> ReaderItem {
        switch byte {
        case UInt8(ascii: ","): return consume(to: position + 1)
        case UInt8(ascii: "]"): return closeFrame(window)
        case UInt8(ascii: "{"):
            switch window.opensObject(at: position) {
            case nil: return .more
            case true: return document(window)
            case false: return leaveContainers()
            }
        case UInt8(ascii: "["):
            guard let isRow = window.opensRow(at: position),
                let opens = window.opensContainer(at: position)
            else { return .more }
            if isRow { return row(window) }
            if opens, frames.count < Self.deepestFrames {
                frames.append(.array)
                return consume(to: position + 1)
            }
            return value(window)
        default: return value(window)
        }
    }

    /// An item inside an object of which a member was entered.
    mutating func inObject(_ byte: UInt8, _ window: borrowing Window) -> ReaderItem {
        switch byte {
        case UInt8(ascii: ","): return consume(to: position + 1)
        case UInt8(ascii: "}"): return closeFrame(window)
        case UInt8(ascii: "\""):
            var limit = window.lookAhead(from: position, account: account)
            switch DocumentScan.member(window.bytes, from: window.index(position), limit: &limit) {
            case .whole(let end): return member(to: window.position(end), window)
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
        forgetContainers()
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
        defer { remark = nil }
        return remark.map { .remark(start..<position, $0) } ?? .value(start..<position)
    }

    /// A member of a container that is no container itself.
    private mutating func member(to end: Int, _ window: borrowing Window) -> ReaderItem {
        let range = window.index(position)..<window.index(end)
        return consume(to: end, saying: DocumentScan.remark(ofMember: range, window.bytes))
    }

    /// Moves on over envelope bytes in which the log may say something of itself.
    private mutating func consume(to end: Int, saying found: FileRemark?) -> ReaderItem {
        guard let found else { return consume(to: end) }
        guard pending == nil else {
            remark = remark ?? found
            return consume(to: end)
        }
        let start = position
        position = end
        return .remark(start..<end, found)
    }

    /// A row of CloudWatch Logs Insights, which is an array of its columns.
    private mutating func row(_ window: borrowing Window) -> ReaderItem {
        var limit = window.lookAhead(from: position, account: account)
        switch DocumentScan.value(window.bytes, from: window.index(position), limit: &limit) {
        case .ok(let end):
            if let item = flushPending() { return item }
            let start = position
            position = window.position(end)
            return .document(start..<position, form: .json, isSalvaged: isSalvaging)
        case .more: return window.isFinal ? fail(.atEnd(of: window), window) : .more
        case .bad(let failure): return fail(failure, window)
        }
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
            return .document(start..<position, form: .json, isSalvaged: isSalvaging)
        case .container(let bracket):
            if frames.isEmpty { pending = position }
            frames.append(.object)
            frames.append(.array)
            let range = window.index(position)..<bracket
            let end = window.position(bracket) + 1
            return consume(to: end, saying: DocumentScan.remark(before: range, window.bytes))
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
    mutating func flushPending() -> ReaderItem? {
        guard let start = pending else { return nil }
        pending = nil
        guard start < position else { return nil }
        defer { remark = nil }
        return remark.map { .remark(start..<position, $0) } ?? .envelope(start..<position)
    }
}

extension ScanFailure {
    fileprivate static func atEnd(of window: borrowing Window) -> ScanFailure {
        ScanFailure(position: window.bytes.count, reason: .endOfInput)
    }
}

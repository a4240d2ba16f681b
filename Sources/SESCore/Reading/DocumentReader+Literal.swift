extension DocumentReader {
    /// A literal of Python or the output of `console.log`, which begins at the position.
    mutating func literal(_ form: DocumentForm, _ window: borrowing Window) -> ReaderItem {
        switch end(of: form, window) {
        case .ok(let end):
            linePrefix = nil
            if let failure = form.failure(window.bytes, window.index(position)..<end) {
                return fail(failure, window, resumes: false)
            }
            let start = position
            position = window.position(end)
            state = .afterDocument
            defer { isSalvaging = false }
            return .document(start..<position, form: form, isSalvaged: isSalvaging)
        case .more where !window.isFinal: return .more
        case .more:
            linePrefix = nil
            return fail(
                ScanFailure(position: window.bytes.count, reason: .endOfInput), window,
                resumes: false)
        // In a text in single quotes a brace and a key may stand as they are, so that reading cannot
        // go on before the next line.
        case .bad(let failure):
            linePrefix = nil
            return fail(form.inWords(failure), window, resumes: false)
        }
    }

    private func end(of form: DocumentForm, _ window: borrowing Window) -> ScanResult {
        var limit = window.lookAhead(from: position, account: account)
        let start = window.index(position)
        if case .prefixed(let prefix) = form {
            return prefix.endOfDocument(
                window.bytes, from: start, isFinal: window.isFinal, limit: &limit)
        }
        return LiteralStructure.end(
            window.bytes, from: start, isPython: form == .python, limit: &limit)
    }

    /// Whether a document that is no JSON on lines of its own begins at a bracket behind words.
    mutating func opensLiteral(
        at bracket: Int, behind start: Int, _ window: borrowing Window
    ) -> Bool? {
        switch window.literal(at: bracket) {
        case .form: return true
        case .more: return nil
        case .none: break
        }
        guard case .fresh = state,
            let prefix = LinePrefix(window.bytes, window.index(start)..<window.index(bracket))
        else { return false }
        switch prefix.opens(window, at: bracket) {
        case .form:
            linePrefix = prefix
            return true
        case .more: return nil
        case .none: return false
        }
    }
}

extension DocumentForm {
    /// A failure whose reason speaks of the form and not of JSON.
    fileprivate func inWords(_ failure: ScanFailure) -> ScanFailure {
        guard self == .python || self == .inspect, case .misplaced(let byte) = failure.reason
        else { return failure }
        let words = LiteralFailure.misplaced(
            byte, at: failure.position,
            in: self == .python ? "a Python literal" : "the output of console.log")
        return ScanFailure(position: failure.position, reason: .unreadable(words.reason))
    }

    /// Why a literal over several lines, whose quotes and brackets are in order, is none all the same;
    /// then those lines may hold documents of their own.
    fileprivate func failure(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ScanFailure? {
        guard range.contains(where: { bytes[$0] == 0x0A || bytes[$0] == 0x0D }) else { return nil }
        let literal = bytes.extracting(range)
        var failure: LiteralFailure?
        switch self {
        case .python:
            if case .failure(let found) = PythonLiteral.json(of: literal) { failure = found }
        case .inspect:
            if case .failure(let found) = InspectText.json(of: literal) { failure = found }
        case .prefixed(let prefix):
            guard let json = prefix.json(of: literal) else { return nil }
            var walker = JSONWalker(json.span)
            if walker.skipValue() == nil || walker.position < json.count {
                failure = .cutOff(at: 0)
            }
        default: break
        }
        guard let failure, !failure.isAdvice else { return nil }
        // All of it was looked at to see that quotes and brackets are in order.
        return ScanFailure(position: range.upperBound, reason: .unreadable(failure.reason))
    }
}

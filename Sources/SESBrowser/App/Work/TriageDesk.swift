import SESCore

/// The open store, what is known of it, and what is not on the disk yet. Every call blocks.
struct TriageDesk: ~Copyable {
    private let location: StoreLocation
    private let author: Author
    private let post: @Sendable (TriageNews) -> Void
    private var store: TriageStore?
    /// What was decided, what is not on the disk yet included.
    private var index = DecisionIndex()
    private var pending = PendingDecisions()
    /// The changes of the steps that are not on the disk.
    private var kinds: [DecisionID: (kind: TriageStep.Kind, changes: [UndoHistory.Change])] = [:]
    private var reader = RecordReader()
    private var reading = 0
    /// How many rows of the table have their marks.
    private var markedCount = 0

    init(
        _ location: StoreLocation, as author: Author, post: @escaping @Sendable (TriageNews) -> Void
    ) {
        self.location = location
        self.author = author
        self.post = post
    }
}

extension TriageDesk {
    /// Does what is asked and posts what comes of it.
    ///
    /// - Parameters:
    ///   - request: What is asked.
    ///   - isAlone: Asked by work that others should not wait for; false gives it up.
    /// - Returns: False where it was given up.
    mutating func answer(_ request: TriageRequest, while isAlone: () -> Bool = { true }) -> Bool {
        if request.reading != reading {
            reading = request.reading
            markedCount = 0
            reader = RecordReader()
        }
        switch request.task {
        case .open: open()
        case .mark: mark(request)
        case .decide(let order): decide(order, request)
        case .step(let decisions, let kind): take(decisions, kind, request)
        case .retry: save(request)
        case .settle(let step, let saves): settle(step, saves: saves, request)
        case .refresh: refresh(request)
        case .describe(let row): return describe(row, request, while: isAlone)
        case .stopWriting(let reason):
            store?.stopWriting(because: reason)
            post(.stopped(reason))
        case .remember(let filter, let row, let wasCut):
            remember(filter, row, wasCut: wasCut, request)
        }
        return true
    }

    private mutating func open() {
        do throws(StoreError) {
            let opened = try TriageStore(location, as: author)
            index = try opened.index() ?? DecisionIndex()
            let visit = try opened.lastVisit()
            post(
                .opened(
                    TriageOpening(
                        author: author, obstacle: opened.obstacle,
                        isOnNetwork: opened.isOnNetwork, seen: index.lastRow, visit: visit)))
            store = consume opened
        } catch {
            post(.unusable(error))
        }
    }

    private mutating func mark(_ request: TriageRequest) {
        let rows = markedCount..<request.table.count
        guard store != nil, !rows.isEmpty else { return }
        markedCount = rows.upperBound
        guard index.count > 0 else { return }
        let marks = request.table.decisionMarks(rows, in: index, with: &reader)
        post(.marks(reading: reading, from: rows.lowerBound, marks.map(\.rawValue)))
    }
}

// MARK: - Deciding

extension TriageDesk {
    private mutating func decide(_ order: TriageOrder, _ request: TriageRequest) {
        guard store != nil else { return }
        var decisions: [NewDecision] = []
        var keys: Set<TriageKey> = []
        var unread = 0
        var reason: String?
        for row in order.rows where row < request.table.count {
            do throws(SourceError) {
                let decision = try request.table.newDecision(
                    order.decision ?? .clear, note: order.note, about: row, with: &reader)
                guard keys.insert(decision.key).inserted else { continue }
                // Where nothing is decided there is nothing to take back.
                let isVoid =
                    order.decision == .clear && index.mark(of: decision.key).decision == nil
                if isVoid, order.note == nil { continue }
                decisions.append(decision)
            } catch {
                unread += 1
                reason = error.message
            }
        }
        var changes: [UndoHistory.Change] = []
        for place in decisions.indices {
            let change = change(of: decisions[place], keepsDecision: order.decision == nil)
            decisions[place].decision = change.after ?? .clear
            changes.append(change)
        }
        let step = DecisionStep(decisions)
        begin(step, .decided, changes, seen: order.seen)
        save(request, of: order.rows, unread: unread, reason: reason, newest: step.id)
    }

    /// What a decision changes about a mail.
    private func change(
        of new: NewDecision, keepsDecision: Bool
    ) -> UndoHistory.Change {
        let before = index.mark(of: new.key).decision
        let after = keepsDecision ? before : new.decision == .clear ? nil : new.decision
        let note = new.note.map { note in
            UndoHistory.Note(before: self.note(of: new.key), after: note)
        }
        return UndoHistory.Change(
            key: new.key, content: new.content, before: before, after: after, note: note)
    }

    private func note(of key: TriageKey) -> RawText {
        if let unsaved = pending.unsaved[key]?.note { return unsaved }
        return (try? store?.current(of: key))??.note ?? ""
    }

    private mutating func take(
        _ decisions: [NewDecision], _ kind: TriageStep.Kind, _ request: TriageRequest
    ) {
        let step = DecisionStep(decisions)
        begin(step, kind, [], seen: nil)
        save(request, newest: step.id)
    }

    private mutating func begin(
        _ step: DecisionStep, _ kind: TriageStep.Kind, _ changes: [UndoHistory.Change],
        seen: Int64?
    ) {
        guard !step.decisions.isEmpty else { return }
        kinds[step.id] = (kind, changes)
        pending.add(step, seen: seen)
        for decision in step.decisions { index.apply(decision) }
    }

    /// Saves what is not on the disk, first the oldest, until something is in the way.
    private mutating func save(
        _ request: TriageRequest, of rows: [Int] = [], unread: Int = 0, reason: String? = nil,
        newest: DecisionID? = nil
    ) {
        if let newest, kinds[newest] == nil {
            report(.saved, nil, [], request, of: rows, unread: unread, reason: reason)
        }
        while let next = pending.next, store != nil {
            let id = next.step.id
            let keys = next.step.decisions.map(\.key)
            let isNewest = id == newest
            do throws(StoreError) {
                guard let outcome = try store?.append(next.step, unlessChangedSince: next.seen)
                else { return }
                switch outcome {
                case .saved(let stored):
                    let seen = index.lastRow
                    pending.saved(id)
                    for decision in stored { index.apply(decision) }
                    report(
                        .saved, id, keys, request, of: isNewest ? rows : [],
                        unread: isNewest ? unread : 0, reason: reason, isLate: !isNewest)
                    kinds[id] = nil
                    // Others wrote between what was known and the step.
                    if let first = stored.first, first.row > seen + 1 { takeIn(seen, request) }
                case .overtaken(let others):
                    report(.overtaken(id, by: others), id, keys, request)
                    reportWaiting(newest, after: id, request)
                    return
                }
            } catch {
                pending.failed(error)
                report(
                    .failed(error, retryAfter: pending.delay), id, keys, request,
                    isLate: !isNewest)
                reportWaiting(newest, after: id, request)
                return
            }
        }
    }

    /// Tells of a new step that stands behind one that is not saved.
    private mutating func reportWaiting(
        _ newest: DecisionID?, after first: DecisionID, _ request: TriageRequest
    ) {
        guard let newest, newest != first, let changes = kinds[newest]?.changes else { return }
        report(.waiting, newest, changes.map(\.key), request)
    }

    private mutating func report(
        _ outcome: TriageStep.Outcome, _ id: DecisionID?, _ keys: [TriageKey],
        _ request: TriageRequest, of rows: [Int] = [], unread: Int = 0, reason: String? = nil,
        isLate: Bool = false
    ) {
        let known = id.flatMap { kinds[$0] }
        var marks = marks(of: keys, request)
        for row in rows where marks[row] == nil && row < request.table.count {
            marks[row] = request.table.decisionMark(row, in: index, with: &reader).rawValue
        }
        post(
            .step(
                TriageStep(
                    kind: isLate ? .saved : known?.kind ?? .decided, outcome: outcome,
                    changes: isLate ? [] : known?.changes ?? [], rows: marks, reading: reading,
                    seen: index.lastRow, unsaved: pending.count, unread: unread,
                    reason: reason)))
    }

    /// The marks of the rows that tell of some mails.
    private mutating func marks(
        of keys: [TriageKey], _ request: TriageRequest
    ) -> [Int: UInt8] {
        let unsaved = pending.isEmpty ? [:] : pending.unsaved
        var found: [Int: UInt8] = [:]
        let isUnsaved = keys.contains { unsaved[$0] != nil }
        for row in request.table.rows(about: keys) {
            var mark = RowMark(
                rawValue: request.table.decisionMark(row, in: index, with: &reader).rawValue)
            if isUnsaved, let key = try? request.table.triageKey(of: row, with: &reader) {
                mark.isUnsaved = unsaved[key] != nil
            }
            found[row] = mark.rawValue
        }
        return found
    }

    private mutating func settle(_ id: DecisionID, saves: Bool, _ request: TriageRequest) {
        if let step = pending.answer(overtaken: id, saves: saves) {
            let keys = step.decisions.map(\.key)
            for key in keys {
                guard let current = try? store?.current(of: key) else { continue }
                index.apply(current)
            }
            kinds[id] = nil
            post(
                .step(
                    TriageStep(
                        kind: .givenUp, outcome: .saved, rows: marks(of: keys, request),
                        reading: reading, seen: index.lastRow, unsaved: pending.count)))
        }
        save(request, newest: saves ? id : nil)
    }
}

// MARK: - Others, history, visits

extension TriageDesk {
    private mutating func refresh(_ request: TriageRequest) {
        guard (try? store?.wasChangedByOthers()) == true else { return }
        takeIn(index.lastRow, request)
    }

    /// Takes in what was decided after a row of the store.
    private mutating func takeIn(_ row: Int64, _ request: TriageRequest) {
        guard let changes = try? store?.changes(since: row) else { return }
        let unsaved = pending.unsaved
        for decision in changes.current where unsaved[decision.key] == nil {
            index.apply(decision)
        }
        index.noteRow(changes.lastRow)
        let others = changes.current.filter { store?.isOwn($0) == false }
        guard !others.isEmpty else { return }
        post(
            .others(
                others, rows: marks(of: others.map(\.key), request), reading: reading,
                seen: index.lastRow))
    }

    private mutating func describe(
        _ row: Int, _ request: TriageRequest, while isAlone: () -> Bool
    ) -> Bool {
        guard row < request.table.count,
            let key = try? request.table.triageKey(of: row, with: &reader)
        else { return true }
        let history = (try? store?.history(of: key)) ?? []
        let alike = LikeThis(request.table[row])
        guard let sender = tally(alike.sender, request, while: isAlone),
            let domain = tally(alike.domain, request, while: isAlone)
        else { return false }
        post(
            .described(
                row: row, reading: reading,
                MailTriage(
                    history: history, sender: sender.seen > 0 ? sender : nil,
                    domain: domain.seen > 0 ? domain : nil)))
        return true
    }

    /// Counts the mails of a query; none without one, nil where it was given up.
    private func tally(
        _ query: Query?, _ request: TriageRequest, while isAlone: () -> Bool
    ) -> MailTriage.Tally? {
        var tally = MailTriage.Tally()
        guard let query, let compiled = try? CompiledQuery(query, now: .missing) else {
            return tally
        }
        let rows = 0..<request.table.count
        guard let found = compiled.rows(of: request.table, range: rows, while: isAlone) else {
            return nil
        }
        found.rows.forEach { row in
            if !request.deliveries.isFolded(row) { tally.count(request.marks[row]) }
        }
        return tally
    }

    private mutating func remember(
        _ filter: RawText, _ row: Int?, wasCut: Bool, _ request: TriageRequest
    ) {
        let key = row.flatMap { row in
            row < request.table.count
                ? try? request.table.triageKey(of: row, with: &reader) : nil
        }
        try? store?.remember(
            Visit(time: SystemClock.now, wasCut: wasCut, filter: filter, key: key))
    }
}

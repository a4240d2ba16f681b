import SESCore

/// The open store, what is known of it, and what is not on the disk yet. Every call blocks.
struct TriageDesk: ~Copyable {
    private let location: StoreLocation
    private let author: Author
    let post: @Sendable (TriageNews) -> Void
    var store: TriageStore?
    /// What was decided, what is not on the disk yet included.
    var index = DecisionIndex()
    var pending = PendingDecisions()
    /// What is known of the steps that are not on the disk.
    private var known: [DecisionID: Known] = [:]
    var reader = RecordReader()
    var reading = 0
    /// How many rows of the table have their marks.
    private var markedCount = 0

    /// Why there is a step, and what it changes.
    private struct Known {
        let kind: TriageStep.Kind
        let keys: [TriageKey]
        var changes: [UndoHistory.Change]
        /// True once the changes were told, so that they can be undone.
        var isTold = false
    }

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
        case .decide(let order):
            decide(order, request)
            post(.answered)
        case .step(let decisions, let kind, let seen):
            take(decisions, kind, seen: seen, request)
            post(.answered)
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
        var marks = request.table.decisionMarks(rows, in: index, with: &reader).map(\.rawValue)
        for row in unsavedRows(request) where rows.contains(row) {
            var mark = RowMark(rawValue: marks[row - rows.lowerBound])
            mark.isUnsaved = true
            marks[row - rows.lowerBound] = mark.rawValue
        }
        post(.marks(reading: reading, from: rows.lowerBound, marks))
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
        _ decisions: [NewDecision], _ kind: TriageStep.Kind, seen: Int64, _ request: TriageRequest
    ) {
        let step = DecisionStep(decisions)
        begin(step, kind, [], seen: seen)
        save(request, newest: step.id)
    }

    private mutating func begin(
        _ step: DecisionStep, _ kind: TriageStep.Kind, _ changes: [UndoHistory.Change],
        seen: Int64?
    ) {
        guard !step.decisions.isEmpty else { return }
        known[step.id] = Known(
            kind: kind, keys: step.decisions.map(\.key), changes: changes)
        pending.add(step, seen: seen)
        for decision in step.decisions { index.apply(decision) }
    }

    /// Saves what is not on the disk, first the oldest, until something is in the way.
    mutating func save(
        _ request: TriageRequest, of rows: [Int] = [], unread: Int = 0, reason: String? = nil,
        newest: DecisionID? = nil
    ) {
        if let newest, known[newest] == nil {
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
                    applyUnsaved(keys)
                    report(
                        .saved, id, keys, request, of: isNewest ? rows : [],
                        unread: isNewest ? unread : 0, reason: reason, isLate: !isNewest)
                    known[id] = nil
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
        guard let newest, newest != first, let keys = known[newest]?.keys else { return }
        report(.waiting, newest, keys, request)
    }

    private mutating func report(
        _ outcome: TriageStep.Outcome, _ id: DecisionID?, _ keys: [TriageKey],
        _ request: TriageRequest, of rows: [Int] = [], unread: Int = 0, reason: String? = nil,
        isLate: Bool = false
    ) {
        let known = id.flatMap { self.known[$0] }
        let isLate = isLate || known?.isTold == true && outcome.isMade
        if let id, outcome.isMade { self.known[id]?.isTold = true }
        let marks = marks(of: request.table.rows(about: keys) + rows, request)
        post(
            .step(
                TriageStep(
                    kind: isLate ? .saved : known?.kind ?? .decided, outcome: outcome,
                    changes: isLate ? [] : known?.changes ?? [], rows: marks, reading: reading,
                    seen: index.lastRow, unsaved: pending.count, unread: unread,
                    reason: reason)))
    }

    /// The marks of rows.
    mutating func marks(of rows: [Int], _ request: TriageRequest) -> [Int: UInt8] {
        let unsaved = unsavedRows(request)
        var found: [Int: UInt8] = [:]
        for row in rows where row < request.table.count && found[row] == nil {
            var mark = RowMark(
                rawValue: request.table.decisionMark(row, in: index, with: &reader).rawValue)
            mark.isUnsaved = unsaved.contains(row)
            found[row] = mark.rawValue
        }
        return found
    }

    /// The rows of mails whose decision is not on the disk.
    private mutating func unsavedRows(_ request: TriageRequest) -> Set<Int> {
        guard !pending.isEmpty else { return [] }
        let unsaved = pending.unsaved
        return Set(
            request.table.rows(about: unsaved.keys).filter { row in
                // One that cannot be read is rather taken for unsaved than for saved.
                (try? request.table.triageKey(of: row, with: &reader))
                    .map { unsaved[$0] != nil } ?? true
            })
    }

    /// What was decided last about mails counts, though it is not on the disk.
    private mutating func applyUnsaved(_ keys: [TriageKey]) {
        guard !pending.isEmpty else { return }
        let unsaved = pending.unsaved
        for key in keys {
            if let decision = unsaved[key] { index.apply(decision) }
        }
    }

    /// Saves a step although others decided about its mails, or gives it up for what they decided.
    private mutating func settle(_ id: DecisionID, saves: Bool, _ request: TriageRequest) {
        if let step = pending.answer(overtaken: id, saves: saves) {
            let keys = step.decisions.map(\.key)
            let seen = index.lastRow
            for key in keys {
                if let current = try? store?.current(of: key) {
                    index.apply(current)
                } else {
                    index.forget(key)
                }
            }
            applyUnsaved(keys)
            let wasTold = known[id]?.isTold == true
            report(.givenUp(wasMade: wasTold), id, keys, request)
            known[id] = nil
            takeIn(seen, request)
        } else if var changes = known[id]?.changes {
            for place in changes.indices { changes[place] = followingOthers(changes[place]) }
            known[id]?.changes = changes
        }
        save(request, newest: saves ? id : nil)
    }

    /// The same change, but from what others decided meanwhile.
    private func followingOthers(_ change: UndoHistory.Change) -> UndoHistory.Change {
        guard let current = try? store?.current(of: change.key) else { return change }
        return UndoHistory.Change(
            key: change.key, content: change.content, before: current.mark.decision,
            after: change.after,
            note: change.note.map { UndoHistory.Note(before: current.note, after: $0.after) })
    }
}

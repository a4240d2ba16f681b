/// Picks, sorts, counts and searches the rows of a list, and keeps what it had to read again for that.
public struct Selector: Sendable {
    private var reading = 0
    /// What rows say that the index skips, as far as it was needed.
    public private(set) var late = LateColumns()
    private var fewLate = ChosenLate()
    private var records = RecordAnswers()
    private var picked: Picked?
    private var counted: Counted?
    private let threads: ThreadStarter

    /// Facets, and the moment they were made for.
    private struct Counted: Sendable {
        let basis: Picked.Basis
        let now: Timestamp
        var facets: QueryFacets
    }

    /// Nothing is known yet; a second thread that helps with reading again is started by the given
    /// starter.
    public init(threads: ThreadStarter = .plain) { self.threads = threads }
}

extension Selector {
    /// Picks rows and sorts them; where records have to be read again, `publish` is given what there is
    /// about four times a second, and the whole at the end.
    ///
    /// `isWanted` is asked every now and then, by any thread; where it says no, the work is given up and
    /// the answer is false.
    public mutating func select(
        _ request: SelectionRequest, while isWanted: @escaping @Sendable () -> Bool,
        publish: (Selection) -> Void
    ) -> Bool {
        begin(request)
        guard let compiled = try? CompiledQuery(request.query, now: request.now) else {
            publish(Selection(rows: ShownRows([], folds: request.folds), late: late))
            return true
        }
        var needs = compiled.needs
        if request.order.needsLateColumns { needs.lateColumns = true }
        let isRead = read(needs, compiled, request, while: isWanted) { selector, fraction in
            guard var part = selector.pick(compiled, request, while: isWanted) else { return }
            part.fraction = min(fraction, 0.999)
            publish(part)
        }
        guard isRead, let whole = pick(compiled, request, while: isWanted) else { return false }
        publish(whole)
        return true
    }

    /// The rows from `first` on that a query lets through, in reading order; blocks until all that is
    /// needed was read again.
    public mutating func rows(_ request: SelectionRequest, from first: Int) -> [Int] {
        guard first < request.table.count,
            let bits = bits(request, from: first, while: { true })
        else { return [] }
        var rows: [Int] = []
        bits.forEach { rows.append($0) }
        return rows
    }

    /// Which rows from one on a query lets through, folded ones left out, once all that is needed was
    /// read again; nil where it was given up.
    mutating func bits(
        _ request: SelectionRequest, from first: Int = 0,
        while isWanted: @escaping @Sendable () -> Bool
    ) -> RowBits? {
        begin(request)
        guard let compiled = try? CompiledQuery(request.query, now: request.now) else { return nil }
        guard read(compiled.needs, compiled, request, while: isWanted, { _, _ in }) else {
            return nil
        }
        let found = match(compiled, request, from: first, while: isWanted)
        guard var rows = found?.rows else { return nil }
        request.folds.removeFolded(from: &rows)
        return rows
    }

    private mutating func begin(_ request: SelectionRequest) {
        guard reading != request.reading else { return }
        self = Selector(threads: threads)
        reading = request.reading
    }

    private func match(
        _ compiled: CompiledQuery, _ request: SelectionRequest, from first: Int,
        while isWanted: () -> Bool
    ) -> MatchResult? {
        compiled.rows(
            of: request.table, range: first..<request.table.count, late: late, records: records,
            deliveries: request.deliveries, marks: request.marks, while: isWanted)
    }

    /// Reads again what is in no column, for some rows: for them alone where they are few, else for every
    /// row of the table.
    ///
    /// - Parameters:
    ///   - rows: Rows of the table; nil for all of them.
    ///   - request: Of which table.
    ///   - isWanted: Asked by every thread, every now and then; false gives up.
    ///   - publish: Is given what is known so far.
    /// - Returns: What is known of these rows; nil where it was given up.
    mutating func lateColumns(
        of rows: RowBits?, _ request: SelectionRequest,
        while isWanted: @escaping @Sendable () -> Bool,
        _ publish: (LateColumns) -> Void = { _ in }
    ) -> LateColumns? {
        begin(request)
        guard late.rowCount < request.table.count else { return late }
        defer { FreedMemory.giveBack() }
        let pass = LatePass(threads: threads)
        if let rows, ChosenLate.isWorthIt(rows, beside: request.table.count - late.rowCount) {
            fewLate.ask(rows, beside: late)
            let done = pass.run(
                request.table, only: rows, from: fewLate.columns, while: isWanted
            ) { publish($0.columns) }
            fewLate.take(done.columns)
            return done.isDone ? done.columns : nil
        }
        fewLate = ChosenLate()
        let done = pass.run(request.table, from: late, while: isWanted) { publish($0.columns) }
        late = done.columns
        return done.isDone ? late : nil
    }

    /// Reads again what a query needs besides the table; false where it was given up.
    private mutating func read(
        _ needs: QueryNeeds, _ compiled: CompiledQuery, _ request: SelectionRequest,
        while isWanted: @escaping @Sendable () -> Bool,
        _ publish: (inout Selector, Double) -> Void
    ) -> Bool {
        let table = request.table
        guard needs.recordTerms.contains(where: { (records[$0]?.count ?? 0) < table.count }) else {
            guard needs.lateColumns, late.rowCount < table.count else { return true }
            let done = LatePass(threads: threads).run(table, from: late, while: isWanted) {
                late = $0.columns
                publish(&self, $0.fraction)
            }
            late = done.columns
            FreedMemory.giveBack()
            return done.isDone
        }
        let conditions = Dictionary(
            compiled.recordConditions.map { ($0.term, $0) }, uniquingKeysWith: { first, _ in first }
        )
        let scan = RecordScan(
            needs.recordTerms, fillsColumns: needs.lateColumns, threads: threads
        ) { term, event in
            conditions[term]?.holds(for: event) ?? false
        }
        let done = scan.run(table, from: records, columns: late, while: isWanted) {
            (records, late) = ($0.answers, $0.columns)
            publish(&self, $0.fraction)
        }
        (records, late) = (done.answers, done.columns)
        FreedMemory.giveBack()
        return done.isDone
    }
}

extension Selector {
    /// Picks the rows of which enough is known; nil where it was given up.
    private mutating func pick(
        _ compiled: CompiledQuery, _ request: SelectionRequest, while isWanted: () -> Bool
    ) -> Selection? {
        var rows = Picked(request, compiled.needs)
        if let picked, picked.isLasting, picked.basis == rows.basis,
            picked.count <= request.table.count
        {
            rows = picked
        }
        guard let found = match(compiled, request, from: rows.count, while: isWanted) else {
            return nil
        }
        rows.append(found, folds: request.folds)
        let shown = rows.shown(request, late, while: isWanted)
        picked = rows
        guard let shown else { return nil }
        var selection = Selection(rows: shown, late: late)
        selection.notJudged = rows.notJudged
        selection.missed = missed(compiled.needs)
        guard request.countsFacets else { return selection }
        selection.facets = count(request, while: isWanted)
        return selection.facets == nil ? nil : selection
    }

    private func missed(_ needs: QueryNeeds) -> Int {
        let inRecords = needs.recordTerms.map { records.missedCount($0) }.max() ?? 0
        return max(inRecords, needs.lateColumns ? late.missedCount : 0)
    }

    /// The facets; those of a query that differs only in what is counted are kept for a minute.
    private mutating func count(
        _ request: SelectionRequest, while isWanted: () -> Bool
    ) -> FacetCounts? {
        let basis = Picked.Basis(request, needsMarks: true)
        if !isKept(request, basis) {
            let facets = try? QueryFacets(
                request.query, now: request.now, isFolded: !request.isUnfolded)
            counted = facets.map { Counted(basis: basis, now: request.now, facets: $0) }
        }
        let isCounted = counted?.facets.extend(
            to: request.table, late: late, records: records, deliveries: request.deliveries,
            marks: request.marks, while: isWanted)
        return isCounted == true ? counted?.facets.counts(of: request.query) : nil
    }

    private func isKept(_ request: SelectionRequest, _ basis: Picked.Basis) -> Bool {
        guard let counted, counted.basis.folded == basis.folded,
            counted.basis.linked == basis.linked, counted.basis.marks == basis.marks
        else { return false }
        return request.now.milliseconds - counted.now.milliseconds < 60_000
            && counted.facets.counts(of: request.query) != nil
    }
}

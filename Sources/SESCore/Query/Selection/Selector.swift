/// Picks, sorts, counts and searches the rows of a list, and keeps what it had to read again for that.
public struct Selector: Sendable {
    private var reading = 0
    private(set) var knowledge: RecordKnowledge
    private var picked: Picked?
    private var counted: Counted?
    /// What was asked last.
    private var asked: (query: Query, order: RowOrder)?
    private let threads: ThreadStarter

    /// Facets, and the moment they were made for.
    private struct Counted: Sendable {
        let basis: Picked.Basis
        let now: Timestamp
        var facets: QueryFacets
    }

    /// Nothing is known yet; a second thread that helps with reading again is started by the given
    /// starter.
    public init(threads: ThreadStarter = .plain) {
        self.threads = threads
        knowledge = RecordKnowledge(threads: threads)
    }
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
            publish(
                Selection(rows: ShownRows([], folds: request.folds), late: knowledge.late))
            return true
        }
        var needs = compiled.needs
        if request.order.needsLateColumns { needs.lateColumns = true }
        // What an order needs is asked of the mail under the cursor too.
        let isLateKnown = knowledge.late.rowCount >= request.table.count
        let isForAll = request.order.needsLateColumns && !isLateKnown
        let isAskedAgain = asked.map { $0 == (request.query, request.order) } ?? false
        asked = (request.query, request.order)
        let known = read(
            needs, compiled, request, isForAll: isForAll, isAskedAgain: isAskedAgain,
            while: isWanted
        ) { selector, known, fraction in
            let part = selector.pick(compiled, request, known, while: isWanted)
            part.map { publish($0.part(fraction)) }
        }
        guard let known, let list = pick(compiled, request, known, while: isWanted) else {
            return false
        }
        guard request.countsFacets, !known.isOfAll else {
            publish(list)
            return true
        }
        // Facets count rows that the query does not let through.
        publish(list.part(0))
        let all = read(
            needs, compiled, request, isForAll: true, isAskedAgain: isAskedAgain, while: isWanted
        ) { selector, all, fraction in
            let part = selector.adding(facetsOf: request, all, to: list, while: isWanted)
            part.map { publish($0.part(fraction)) }
        }
        let whole = all.flatMap { adding(facetsOf: request, $0, to: list, while: isWanted) }
        guard let whole else { return false }
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
        let known = read(
            compiled.needs, compiled, request, from: first, isForAll: false, while: isWanted,
            { _, _, _ in })
        let found = known?.match(compiled, request, from: first, while: isWanted)
        guard var rows = found?.rows else { return nil }
        request.folds.removeFolded(from: &rows)
        return rows
    }

    /// Reads again what late columns tell of some rows; see
    /// ``RecordKnowledge/lateColumns(of:_:while:_:)``.
    mutating func lateColumns(
        of rows: RowBits?, _ request: SelectionRequest,
        while isWanted: @escaping @Sendable () -> Bool,
        _ publish: (LateColumns) -> Void = { _ in }
    ) -> LateColumns? {
        begin(request)
        return knowledge.lateColumns(of: rows, request.table, while: isWanted, publish)
    }

    private mutating func begin(_ request: SelectionRequest) {
        guard reading != request.reading else { return }
        self = Selector(threads: threads)
        reading = request.reading
    }

    /// Reads again what a query needs besides the table; nil where it was given up.
    private mutating func read(
        _ needs: QueryNeeds, _ compiled: CompiledQuery, _ request: SelectionRequest,
        from first: Int = 0, isForAll: Bool, isAskedAgain: Bool = false,
        while isWanted: @escaping @Sendable () -> Bool,
        _ publish: (inout Selector, KnownRecords, Double) -> Void
    ) -> KnownRecords? {
        // What publishes uses the selector too, but for what is being read.
        var reading = RecordKnowledge(threads: threads)
        swap(&reading, &knowledge)
        defer { swap(&reading, &knowledge) }
        return reading.read(
            needs, compiled, request, from: first, isForAll: isForAll, isAskedAgain: isAskedAgain,
            while: isWanted
        ) { publish(&self, $0, $1) }
    }
}

extension Selector {
    /// Picks the rows of which enough is known, and counts facets where nothing was left out for the query;
    /// nil where it was given up.
    private mutating func pick(
        _ compiled: CompiledQuery, _ request: SelectionRequest, _ known: KnownRecords,
        while isWanted: () -> Bool
    ) -> Selection? {
        var rows = Picked(request, compiled.needs)
        if let picked, picked.isLasting, picked.basis == rows.basis,
            picked.count <= request.table.count
        {
            rows = picked
        }
        guard let found = known.match(compiled, request, from: rows.count, while: isWanted) else {
            return nil
        }
        rows.append(found, folds: request.folds)
        let shown = rows.shown(request, known.late, while: isWanted)
        picked = rows
        guard let shown else { return nil }
        var selection = Selection(rows: shown, late: known.lateOfAll)
        selection.notJudged = rows.notJudged
        selection.missed = known.missedCount(compiled.needs)
        guard request.countsFacets, known.isOfAll else { return selection }
        return adding(facetsOf: request, known, to: selection, while: isWanted)
    }

    /// The same rows with facets; nil where counting was given up.
    private mutating func adding(
        facetsOf request: SelectionRequest, _ known: KnownRecords, to selection: Selection,
        while isWanted: () -> Bool
    ) -> Selection? {
        var selection = selection
        selection.late = known.lateOfAll
        selection.facets = count(request, known, while: isWanted)
        return selection.facets == nil ? nil : selection
    }

    /// The facets; those of a query that differs only in what is counted are kept for a minute.
    private mutating func count(
        _ request: SelectionRequest, _ known: KnownRecords, while isWanted: () -> Bool
    ) -> FacetCounts? {
        let basis = Picked.Basis(request, needsMarks: true)
        if !isKept(request, basis) {
            let facets = try? QueryFacets(
                request.query, now: request.now, isFolded: !request.isUnfolded)
            counted = facets.map { Counted(basis: basis, now: request.now, facets: $0) }
        }
        let isCounted = counted?.facets.extend(
            to: request.table, late: known.late, records: known.answers,
            deliveries: request.deliveries, marks: request.marks, while: isWanted)
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

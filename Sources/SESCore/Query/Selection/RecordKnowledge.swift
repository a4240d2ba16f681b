/// Reads records of a table again, as far as questions need it, and keeps what it found for the next ones.
///
/// Where few rows decide, as under a narrow filter, they alone are read.
struct RecordKnowledge: Sendable {
    /// What is known of all rows up to some row.
    private(set) var late = LateColumns()
    private var answers = RecordAnswers()
    /// What goes on filling ``late``, where it has grown by little.
    private var builder: LateBuilder?
    private var fewLate = ChosenLate()
    private var fewAnswers = ChosenAnswers()
    private let threads: ThreadStarter

    /// Nothing is known yet.
    init(threads: ThreadStarter) { self.threads = threads }
}

extension RecordKnowledge {
    /// What is known of all rows up to some row.
    private var all: KnownRecords {
        KnownRecords(late: late, answers: answers, lateOfAll: late)
    }

    /// Reads late columns of some rows: of them alone where they are few, else of every row of the table.
    ///
    /// - Parameters:
    ///   - rows: Rows of the table; nil for all of them.
    ///   - table: The table.
    ///   - isWanted: Asked by every thread, every now and then; false gives up.
    ///   - publish: Is given what is known so far.
    /// - Returns: What is known of these rows; nil where it was given up.
    mutating func lateColumns(
        of rows: RowBits?, _ table: EventTable, while isWanted: @escaping @Sendable () -> Bool,
        _ publish: (LateColumns) -> Void = { _ in }
    ) -> LateColumns? {
        guard late.rowCount < table.count else {
            builder = nil
            return late
        }
        defer { FreedMemory.giveBack() }
        let pass = LatePass(threads: threads)
        if let rows, ChosenRows.areFew(rows, beside: table.count - late.rowCount) {
            fewLate.ask(rows, beside: late)
            let done = pass.run(table, only: rows, from: fewLate.columns, while: isWanted) {
                publish($0.columns)
            }
            fewLate.take(done.columns)
            return done.isDone ? done.columns : nil
        }
        let done = fill { builder in
            pass.run(table, with: &builder, while: isWanted) { publish($0.columns) }
        }
        return done.isDone ? late : nil
    }

    /// Reads what a query needs besides the table.
    ///
    /// - Parameters:
    ///   - needs: What that is, and what the order needs.
    ///   - compiled: The query.
    ///   - request: The question.
    ///   - first: The row from which on it is asked.
    ///   - isForAll: True where more is asked than which rows the query lets through.
    ///   - isAskedAgain: True where the same was asked of fewer rows, so that what is known already is
    ///     published at once: else a table that grows fast would never see any of it.
    ///   - isWanted: Asked by every thread, every now and then; false gives up.
    ///   - publish: Is given what is known so far, and the share of the table that was gone through.
    /// - Returns: What is known now; nil where it was given up.
    mutating func read(
        _ needs: QueryNeeds, _ compiled: CompiledQuery, _ request: SelectionRequest,
        from first: Int, isForAll: Bool, isAskedAgain: Bool,
        while isWanted: @escaping @Sendable () -> Bool,
        _ publish: (KnownRecords, Double) -> Void
    ) -> KnownRecords? {
        let count = request.table.count
        var unread = needs
        unread.deliveries = false
        let known = unread.known(of: count, late, answers, Deliveries())
        guard known < count else {
            builder = nil
            return all
        }
        if !isForAll {
            guard let found = all.match(compiled, request, from: first, while: isWanted) else {
                return nil
            }
            var open = found.pending
            open.grow(to: count)
            request.folds.removeFolded(from: &open)
            if ChosenRows.areFew(open, beside: count - max(first, known)) {
                return readFew(open, needs, compiled, request, while: isWanted, publish)
            }
        }
        if isAskedAgain, known > 0 { publish(all, Double(known) / Double(count)) }
        return needs.recordTerms.isEmpty
            ? readLate(request, while: isWanted, publish)
            : scan(needs, compiled, request, while: isWanted, publish)
    }
}

extension RecordKnowledge {
    private mutating func readLate(
        _ request: SelectionRequest, while isWanted: @escaping @Sendable () -> Bool,
        _ publish: (KnownRecords, Double) -> Void
    ) -> KnownRecords? {
        let answers = answers
        let known = lateColumns(of: nil, request.table, while: isWanted) { late in
            publish(
                KnownRecords(late: late, answers: answers, lateOfAll: late),
                Double(late.rowCount) / Double(request.table.count))
        }
        return known == nil ? nil : all
    }

    private mutating func scan(
        _ needs: QueryNeeds, _ compiled: CompiledQuery, _ request: SelectionRequest,
        while isWanted: @escaping @Sendable () -> Bool, _ publish: (KnownRecords, Double) -> Void
    ) -> KnownRecords? {
        fewAnswers = ChosenAnswers()
        let scan = compiled.scan(needs, fillsColumns: needs.lateColumns, threads)
        let answers = answers
        let done = fill { builder in
            scan.run(request.table, from: answers, with: &builder, while: isWanted) {
                publish(
                    KnownRecords(late: $0.columns, answers: $0.answers, lateOfAll: $0.columns),
                    $0.fraction)
            }
        }
        self.answers = done.answers
        FreedMemory.giveBack()
        return done.isDone ? all : nil
    }

    /// Reads all rows; late columns are filled where the reading does that.
    private mutating func fill<Progress>(_ run: (inout LateBuilder) -> Progress) -> Progress {
        let count = late.rowCount
        var filling = builder ?? LateBuilder(late)
        builder = nil
        let progress = run(&filling)
        late = filling.columns
        let added = late.rowCount - count
        if added > 0 { fewLate = ChosenLate() }
        if added < count / 8 { builder = filling }
        return progress
    }

    /// Reads the rows alone on which the answer depends.
    private mutating func readFew(
        _ rows: RowBits, _ needs: QueryNeeds, _ compiled: CompiledQuery,
        _ request: SelectionRequest, while isWanted: @escaping @Sendable () -> Bool,
        _ publish: (KnownRecords, Double) -> Void
    ) -> KnownRecords? {
        let table = request.table
        var known = all
        known.isOfAll = false
        if needs.lateColumns {
            let isAllOfIt = needs.recordTerms.isEmpty
            let read = lateColumns(of: rows, table, while: isWanted) { late in
                guard isAllOfIt else { return }
                known.late = late
                publish(known, Double(late.rowCount) / Double(table.count))
            }
            guard let read else { return nil }
            (known.late, known.lateOfAll) = (read, late)
        }
        guard !needs.recordTerms.isEmpty else { return known }
        fewAnswers.ask(rows, needs.recordTerms, beside: answers)
        let scan = compiled.scan(needs, fillsColumns: false, threads)
        let done = scan.run(table, only: rows, from: fewAnswers.answers, while: isWanted) {
            known.answers = $0.answers
            publish(known, $0.fraction)
        }
        fewAnswers.take(done.answers)
        FreedMemory.giveBack()
        known.answers = done.answers
        return done.isDone ? known : nil
    }
}

extension CompiledQuery {
    /// A scan for what only the records answer.
    fileprivate func scan(
        _ needs: QueryNeeds, fillsColumns: Bool, _ threads: ThreadStarter
    ) -> RecordScan {
        let conditions = Dictionary(
            recordConditions.map { ($0.term, $0) }, uniquingKeysWith: { first, _ in first })
        return RecordScan(needs.recordTerms, fillsColumns: fillsColumns, threads: threads) {
            term, event in conditions[term]?.holds(for: event) ?? false
        }
    }
}

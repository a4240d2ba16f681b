extension EventTable {
    /// The marks of rows, one each, in order.
    ///
    /// Rows without an id of SES are read again where another mail of their kind was decided; one that cannot be
    /// read has no mark.
    public func decisionMarks(
        _ rows: Range<Int>, in index: DecisionIndex, with reader: inout RecordReader
    ) -> [DecisionMark] {
        var marks: [DecisionMark] = []
        marks.reserveCapacity(rows.count)
        for row in rows { marks.append(decisionMark(row, in: index, with: &reader)) }
        return marks
    }

    /// The mark of a row.
    public func decisionMark(
        _ row: Int, in index: DecisionIndex, with reader: inout RecordReader
    ) -> DecisionMark {
        switch index.answer(for: mailKey(row)) {
        case .mark(let mark): mark
        case .dependsOnKey: (try? triageKey(of: row, with: &reader)).map(index.mark) ?? .none
        }
    }

    /// The key that a decision about a row is filed under.
    ///
    /// - Throws: ``SourceError`` where the file cannot be read any more, or is another one.
    public func triageKey(
        of row: Int, with reader: inout RecordReader
    ) throws(SourceError) -> TriageKey {
        let record = try record(of: row, with: &reader).record
        return TriageKey(EventDecoder.event(record.span, extent: .index), record: record)
    }

    /// A decision about a row that can be saved.
    ///
    /// - Throws: ``SourceError`` where the file cannot be read any more, or is another one.
    public func newDecision(
        _ decision: Decision, note: RawText? = nil, about row: Int,
        with reader: inout RecordReader
    ) throws(SourceError) -> NewDecision {
        let record = try record(of: row, with: &reader).record
        let event = EventDecoder.event(record.span)
        return NewDecision(
            key: TriageKey(event, record: record), content: ContentHash(event),
            decision: decision, note: note)
    }
}

extension EventTable {
    /// The rows that tell of some mails, ascending; those without an id of SES may tell of others too.
    ///
    /// Every row of the table is looked at, which takes about 1 ms for a million.
    public func rows(about keys: some Sequence<TriageKey>) -> [Int] {
        var hashes: Set<UInt64> = []
        for key in keys {
            if let (hash, _) = TriageKey.tableHash(of: key.bytes.span) { hashes.insert(hash) }
        }
        return rows(ofMails: hashes)
    }

    /// The rows whose ``Row/mailKey`` is one of some, ascending.
    public func rows(ofMails hashes: Set<UInt64>) -> [Int] {
        guard let first = hashes.first else { return [] }
        var rows: [Int] = []
        if hashes.count == 1 {
            forEachMailKey { row, hash in if hash == first { rows.append(row) } }
        } else {
            forEachMailKey { row, hash in if hashes.contains(hash) { rows.append(row) } }
        }
        return rows
    }

    /// How many mails SES accepted after a moment.
    public func mailCount(after moment: Timestamp) -> Int {
        var mails: Set<UInt64> = []
        _ = forEachBlock(in: 0..<count) { block in
            for row in block.rows {
                let time = block.piece.times[row]
                guard !time.isMissing, time.milliseconds > moment.milliseconds else { continue }
                mails.insert(block.piece.mailKeys[row])
            }
            return true
        }
        return mails.count
    }
}

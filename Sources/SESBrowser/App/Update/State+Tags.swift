import SESCore

extension State {
    /// Tags mails, or takes their tags off.
    mutating func tag(_ action: Action) -> [Effect] {
        switch action {
        case .tag:
            guard let row = cursorRow else { return message.show("there is no mail to tag") }
            setTag(!triage.marks[row].isTagged, rows: [row])
            list.wanted = nil
            list.position += 1
            return tagsChanged()
        case .tagRange: return tagRange()
        default:
            prompt = PromptState(action == .tagMatching ? .tagMatching : .untagMatching)
            return []
        }
    }

    /// The tagged rows, each mail once, in the order of the table.
    var taggedRows: [Int] {
        guard !triage.tagged.isEmpty else { return [] }
        return (0..<min(table.count, triage.marks.count)).filter {
            triage.marks[$0].isTagged && !folds.isFolded($0)
        }
    }

    private mutating func tagRange() -> [Effect] {
        guard let row = cursorRow else { return message.show("there is no mail to tag") }
        guard let start = triage.rangeStart.take() else {
            triage.rangeStart = row
            return message.show("a range begins here; V at its other end tags it")
        }
        let ends = [rows.nearestPosition(to: start), list.position].sorted()
        let positions = ends[0]...max(ends[0], min(ends[1], rows.count - 1))
        let count = setTag(true, rows: positions.map { rows[$0] })
        return tagsChanged() + sayTagged(count, "tagged")
    }

    /// Tags the listed mails that a query lets through, or takes their tags off.
    mutating func tag(matching text: String, _ isTagged: Bool) -> [Effect] {
        if text.isEmpty, !isTagged {
            let count = triage.tagged.count
            untagAll()
            return tagsChanged() + sayTagged(count, "untagged")
        }
        do throws(QueryError) {
            let query = try saved.read(text)
            return [.findRows(isTagged ? .tag : .untag, query.narrowed(to: self.query))]
        } catch {
            return message.show(error.text, isError: true)
        }
    }

    /// Takes the rows that were found for it.
    mutating func take(_ found: [Int], for purpose: RowsPurpose, reading: Int) -> [Effect] {
        guard reading == self.reading else { return [] }
        switch purpose {
        case .decide(let decision): return decideMany(decision, found, "such")
        case .tag, .untag:
            let count = setTag(purpose == .tag, rows: found)
            return tagsChanged() + sayTagged(count, purpose == .tag ? "tagged" : "untagged")
        }
    }

    private mutating func sayTagged(_ count: Int, _ word: String) -> [Effect] {
        message.show("\(Count(count).grouped) \(count == 1 ? "mail" : "mails") \(word)")
    }

    /// Takes the tags of rows off.
    mutating func untag(_ rows: [Int]) {
        setTag(false, rows: rows.filter { triage.marks[$0].isTagged })
    }

    /// Takes all tags off.
    mutating func untagAll() {
        setTag(false, rows: taggedRows)
        triage.tagged = []
    }

    /// Tags are kept by mail, so that they are on the same mails when the files are read again; all rows
    /// of a mail have them.
    ///
    /// - Returns: How many mails that are.
    @discardableResult
    private mutating func setTag(_ isTagged: Bool, rows: [Int]) -> Int {
        let mails = Set(rows.map { table[$0].mailKey })
        if isTagged {
            triage.tagged.formUnion(mails)
        } else {
            triage.tagged.subtract(mails)
        }
        for row in table.rows(ofMails: mails) { triage.marks[row].isTagged = isTagged }
        return mails.count
    }

    /// How many mails some rows tell of.
    func mailCount(of rows: [Int]) -> Int { Set(rows.map { table[$0].mailKey }).count }

    /// Tags rows that have come and tell of tagged mails.
    mutating func tagAgain(from first: Int) {
        guard !triage.tagged.isEmpty else { return }
        for row in table.rows(ofMails: triage.tagged) where row >= first {
            triage.marks[row].isTagged = true
        }
    }

    private mutating func tagsChanged() -> [Effect] { marksChanged() }
}

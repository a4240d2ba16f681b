import Testing

@testable import SESCore

/// Sorting against a plain stable sort by what the doc comments of ``RowOrder`` say.
@Suite struct RowOrderTests {
    /// A table whose rows are often equal in what they are sorted by, and all that orders depend on.
    struct Scene {
        var table = EventTable(files: [FileReport(path: "a")])
        var late = LateColumns()
        var deliveries = Deliveries()

        init(_ random: inout SeededRandom, count: Int, lateCount: Int? = nil) {
            func pick(_ words: [String], _ random: inout SeededRandom) -> RawText {
                RawText(words[Int(random.next() % UInt64(words.count))])
            }
            var batch = LateBatch()
            var rest = count
            while rest > 0 {
                var builder = PieceBuilder(file: 0)
                for _ in 0..<min(rest, Int(random.next() % 60) + 1) {
                    var summary = EventSummary()
                    let time = Int64(random.next() % 50) - 20
                    summary.time =
                        random.next() % 6 == 0 ? .missing : Timestamp(milliseconds: time * 100_000)
                    summary.facts = Facts(bits: UInt32(random.next() & 0x3FFFF))
                    summary.mailKey = random.next() % UInt64(count)
                    summary.from = pick(RowOrderTests.texts, &random).bytes
                    summary.subject = pick(RowOrderTests.texts, &random).bytes
                    builder.append(summary, offset: 0, length: 2, route: 0)
                    var row = RowParticulars()
                    row.recipients = pick(RowOrderTests.texts, &random)
                    row.ip = pick(RowOrderTests.addresses + ["", "::1"], &random)
                    row.took = random.next() % 5 == 0 ? nil : Int(random.next() % 30)
                    batch.append(row)
                }
                rest -= builder.count
                table.append(Piece(builder))
            }
            var builder = LateBuilder(LateColumns())
            builder.append(batch)
            late = builder.columns
            if let lateCount {
                var short = LateBuilder(LateColumns())
                var part = LateBatch()
                for row in 0..<lateCount { part.append(late.particulars(row)) }
                short.append(part)
                late = short.columns
            }
            let table = table
            deliveries =
                Deliveries.linking(table, while: { true }) { row in
                    .record(table.mailKey(row), 0)
                } ?? Deliveries()
        }
    }

    private static let texts = [
        "", "a", "A", "b", "B@x", "a@x", "ä", "Ä", "zz", "noreply@example.com",
        "noreply@example.org",
        "NOREPLY@example.com", "noreply@example.com.", "a\0", "a\0b", "漢字", "\u{10FFFF}", "a\n",
    ]

    /// In their order.
    private static let addresses = [
        "9.0.0.1", "10.0.0.1", "10.0.0.10", "192.0.2.1", "::", "::2", "::1:0", "2001:db8::1",
        "2001:DB8:0:1::", "2001:db8:0:1::1.2.3.4", "IPv6:fe80::1", "1.2.3", "1.2.3.256", "x::1",
    ]

    /// What a row tells, so that rows can be compared: nothing where it tells nothing.
    private func value(_ row: Int, _ key: RowOrder.Key, _ scene: Scene) -> [Int]? {
        func fold(_ text: some Collection<UInt8>) -> [Int]? {
            text.isEmpty ? nil : SearchFold.fold(text).map(Int.init)
        }
        let shown = scene.table[row]
        let late = row < scene.late.rowCount ? scene.late.particulars(row) : RowParticulars()
        switch key {
        case .reading: return [row]
        case .time: return shown.time.isMissing ? nil : [-Int(shown.time.milliseconds)]
        case .severity: return [Severity.rank(shown.facts)]
        case .from: return fold(shown.from)
        case .subject: return fold(shown.subject)
        case .recipient: return fold(late.recipients.bytes)
        case .ip:
            let text = "\(late.ip)"
            if text.isEmpty { return nil }
            // Stands between `::` and `::2`.
            if text == "::1" { return [4, 3] }
            return Self.addresses.firstIndex(of: text).map { [$0, 2] }
        case .took: return late.took.map { [-$0] }
        case .deliveries: return [-scene.deliveries.mailCount(of: row)]
        }
    }

    private func precedes(_ first: Int, _ second: Int, _ order: RowOrder, _ scene: Scene) -> Bool {
        let value = value(first, order.key, scene)
        let other = self.value(second, order.key, scene)
        guard let value, let other else {
            return value == nil && other == nil ? first < second : value != nil
        }
        if value != other { return value.lexicographicallyPrecedes(other) != order.isReversed }
        if order.key == .severity { return precedes(first, second, .newest, scene) }
        return first < second
    }

    private func sorted(_ rows: [UInt32], _ order: RowOrder, _ scene: Scene) -> [UInt32] {
        rows.sorted { precedes(Int($0), Int($1), order, scene) }
    }

    private func some(_ count: Int, _ random: inout SeededRandom) -> [UInt32] {
        (0..<UInt32(count)).filter { _ in random.next() % 4 > 0 }
    }

    @Test(arguments: RowOrder.allCases, 0..<6 as Range<UInt64>)
    func `every order is that of a plain stable sort`(order: RowOrder, seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let count = [0, 1, 40, 120, 200, 300][Int(seed)]
        let scene = Scene(&random, count: count, lateCount: seed % 2 == 0 ? count / 2 : nil)
        let rows = some(count, &random)
        let expected = sorted(rows, order, scene)
        let found = RowSorter.sort(
            rows, by: order, scene.table, late: scene.late, deliveries: scene.deliveries)
        #expect(found == expected)
        let list = try #require(
            SortedRows(
                rows, by: order, scene.table, late: scene.late, deliveries: scene.deliveries))
        #expect(list.rows == expected)
        for row in stride(from: 0, to: count, by: 9) {
            let place = expected.firstIndex(of: UInt32(row))
            #expect(list.position(of: row) == place)
            let nearest =
                expected.firstIndex { !precedes(Int($0), row, order, scene) } ?? rows.count
            #expect(list.insertionPosition(of: row) == nearest)
        }
        #expect(list.position(of: count) == nil && list.insertionPosition(of: count) == rows.count)
    }

    @Test(arguments: RowOrder.allCases, 0..<2 as Range<UInt64>)
    func `rows that are merged one part after the other stand as if sorted at once`(
        order: RowOrder, seed: UInt64
    ) throws {
        var random = SeededRandom(seed: seed &+ 10)
        let scene = Scene(&random, count: 150)
        let rows = some(150, &random)
        var list = try #require(SortedRows([], by: order, EventTable()))
        var rest = rows[...]
        var late = LateBuilder(LateColumns())
        while !rest.isEmpty || late.columns.rowCount < 150 {
            let part = Array(rest.prefix(Int(random.next() % 40)))
            rest = rest.dropFirst(part.count)
            if random.next() % 2 == 0 || rest.isEmpty {
                var batch = LateBatch()
                let known = late.columns.rowCount
                for row in known..<min(150, known + Int(random.next() % 80)) {
                    batch.append(scene.late.particulars(row))
                }
                late.append(batch)
            }
            list = try #require(
                list.merging(
                    part, scene.table, late: late.columns, deliveries: scene.deliveries))
            var partly = scene
            partly.late = late.columns
            #expect(list.rows == sorted(Array(rows.prefix(rows.count - rest.count)), order, partly))
        }
    }

    @Test(arguments: RowOrder.allCases)
    func `a sort that nobody wants gives nothing`(order: RowOrder) {
        var random = SeededRandom(seed: 3)
        let scene = Scene(&random, count: 50)
        guard order.key != .reading else { return }
        let found = RowSorter.sort(
            Array(0..<50), by: order, scene.table, late: scene.late, deliveries: scene.deliveries,
            while: { false })
        #expect(found == nil)
    }

    @Test func `the orders of the command line are what they were`() {
        #expect(RowOrder.newest.words == "time, newest first")
        #expect(RowOrder.time.words == "time, oldest first")
        #expect(RowOrder.severity.words == "severity, worst first")
        #expect(RowOrder.reading.words == "as read")
        #expect(RowOrder.newest.reversed == .time && RowOrder.time.reversed == .newest)
        #expect(Set(RowOrder.allCases.map(\.words)).count == RowOrder.allCases.count)
    }
}

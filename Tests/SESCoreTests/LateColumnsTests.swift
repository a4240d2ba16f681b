import Foundation
import Testing

@testable import SESCore

/// Late columns against decoding every record whole.
@Suite struct LateColumnsTests {
    private func expected(_ table: EventTable) throws -> [RowParticulars] {
        var reader = RecordReader()
        return try (0..<table.count).map {
            expectedParticulars(try table.load($0, with: &reader, countsLine: false).event)
        }
    }

    @Test func `every fixture gives what its records say`() throws {
        for name in try Expectation.all().keys.sorted() {
            let table = load(Expectation.folder.appending(path: name))
            let expected = try expected(table)
            for way in [SweepSettings.ways[0], SweepSettings.ways[3]] {
                let progress = LatePass(way).run(table)
                #expect(progress.isDone && progress.fraction == 1)
                for (row, expected) in expected.enumerated() {
                    #expect(progress.columns.particulars(row) == expected, "\(name) \(row)")
                }
                #expect(progress.columns.missedCount == 0)
            }
        }
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func `random logs give what their records say, whatever threads and windows`(
        seed: UInt64
    ) throws {
        var log = LateLog(seed: seed)
        try withLog(log.bytes(mails: 80)) { url in
            let table = load(url)
            #expect(table.count >= 80)
            let expected = try expected(table)
            let first = SeenLate(LatePass(SweepSettings.ways[0]).run(table).columns)
            #expect(first.rows.count == expected.count)
            for (row, (found, expected)) in zip(first.rows, expected).enumerated() {
                #expect(found == expected, "\(row)")
            }
            for way in SweepSettings.ways.dropFirst() {
                #expect(SeenLate(LatePass(way).run(table).columns) == first)
            }
        }
    }

    @Test func `the random logs meet what they are made for`() throws {
        var log = LateLog(seed: 3)
        try withLog(log.bytes(mails: 600)) { url in
            let rows = SeenLate(
                LatePass().run(load(url)).columns
            ).rows
            #expect(rows.contains { $0.isMismatched } && rows.contains { !$0.isMismatched })
            #expect(rows.contains { $0.ip.isEmpty } && Set(rows.map(\.ip)).count > 10)
            #expect(Set(rows.map(\.took)).count >= 5)
            #expect(rows.contains { $0.recipients.bytes.contains(0x0A) })
            #expect(rows.contains { $0.recipients == "line feed@corp.example\nü@corp.example" })
        }
    }

    @Test func `texts are numbered as they come, and equal texts share a number`() throws {
        var log = LateLog(seed: 5)
        try withLog(log.bytes(mails: 400)) { url in
            let table = load(url)
            let seen = SeenLate(LatePass().run(table).columns)
            for field in LateField.allCases {
                var numbers: [RawText: UInt32] = [:]
                for row in 0..<table.count {
                    let text = seen.rows[row][field]
                    let number = numbers[text] ?? UInt32(numbers.count)
                    numbers[text] = number
                    #expect(seen.numbers[Int(field.rawValue)][row] == number)
                }
                #expect(seen.texts[Int(field.rawValue)].count == numbers.count)
            }
        }
    }

    @Test(arguments: 0..<3 as Range<UInt64>)
    func `a pass that is given up and taken up again gives what one pass gives`(
        seed: UInt64
    ) throws {
        var log = LateLog(seed: seed &+ 100)
        var random = SeededRandom(seed: seed)
        try withLog(log.bytes(mails: 70)) { url in
            let table = load(url)
            let whole = SeenLate(LatePass().run(table).columns)
            for way in SweepSettings.ways {
                var columns = LateColumns()
                var isDone = false
                while !isDone {
                    let before = columns.rowCount
                    let progress = LatePass(way).run(
                        table, from: columns, while: patience(Int(random.next() % 40) + 12))
                    #expect(progress.columns.rowCount >= before)
                    (columns, isDone) = (progress.columns, progress.isDone)
                }
                #expect(SeenLate(columns) == whole)
            }
        }
    }

    @Test func `a pass that nobody wants reads nothing`() throws {
        var log = LateLog(seed: 9)
        try withLog(log.bytes(mails: 20)) { url in
            let progress = LatePass().run(load(url)) { false }
            #expect(progress.columns.rowCount == 0 && !progress.isDone)
        }
    }

    @Test func `columns go on where the table has grown, and snapshots stay as they were`() throws {
        var log = LateLog(seed: 11)
        try withLog(log.bytes(mails: 300)) { url in
            let tables = snapshots(RawText(url))
            let last = try #require(tables.last)
            let whole = SeenLate(LatePass().run(last).columns)
            var columns = LateColumns()
            var snapshots: [LateColumns] = []
            for table in tables {
                let settings = SweepSettings(rows: 16, pace: .zero)
                columns =
                    LatePass(settings).run(
                        table, from: columns, publish: { snapshots.append($0.columns) }
                    ).columns
                #expect(columns.rowCount == table.count)
            }
            #expect(SeenLate(columns) == whole)
            #expect(snapshots.count > 10)
            for snapshot in snapshots {
                #expect(SeenLate(snapshot).rows[...] == whole.rows[..<snapshot.rowCount])
            }
            #expect(zip(snapshots, snapshots.dropFirst()).allSatisfy { $0.rowCount < $1.rowCount })
        }
    }

    @Test func `many rows and many different texts fill chunks and blocks`() throws {
        let count = 2 * LateChunk.size + 100
        let lines = (0..<count).map { row in
            #"{"mail":{"source":"s\#(row % 9000)@x"},"receipt":{"processingTimeMillis":\#(row)}}"#
        }
        try withLog(Array(lines.joined(separator: "\n").utf8)) { url in
            let table = load(url)
            let columns = LatePass().run(table).columns
            #expect(columns.distinctCount(.source) == 9000)
            for row in 0..<count {
                #expect(columns.took(row) == row)
                #expect(columns.number(.source, of: row) == UInt32(row % 9000))
            }
            for number in 0..<9000 as Range<UInt32> {
                let text = RawText(columns.text(.source, number))
                guard text != RawText("s\(number)@x") else { continue }
                Issue.record("\(number) is \(text)")
            }
        }
    }

    @Test func `what is longer than any honest text is cut, at the end of a recipient`() throws {
        let long = String(repeating: "a", count: 5000)
        let line =
            #"{"mail":{"source":"\#(long)"},"receipt":{"recipients":["\#(long)","b","\#(long)","c"],"#
            + #""action":{"type":"\#(long)"}}}"#
        try withLog(Array(line.utf8)) { url in
            let table = load(url)
            let row = LatePass().run(table).columns.particulars(0)
            #expect(row.source == RawText(String(long.prefix(RowParticulars.longestSource))))
            #expect(row.action == RawText(String(long.prefix(RowParticulars.longestAction))))
            #expect(row.recipients == RawText(long + "\nb"))
        }
    }

    @Test func `particulars of some rows are those of the columns`() throws {
        var log = LateLog(seed: 13)
        try withLog(log.bytes(mails: 120)) { url in
            let table = load(url)
            let columns = LatePass().run(table).columns
            let rows = stride(from: table.count - 1, through: 0, by: -3).map { $0 }
            var reader = RecordReader()
            let expected = Dictionary(
                uniqueKeysWithValues: rows.map { ($0, columns.particulars($0)) })
            #expect(table.particulars(of: rows, with: &reader) == expected)
            try FileManager.default.removeItem(at: url)
            var late = RecordReader()
            #expect(table.particulars(of: rows, with: &late).isEmpty)
            #expect(table.particulars(of: rows, late: columns, with: &late) == expected)
        }
    }
}

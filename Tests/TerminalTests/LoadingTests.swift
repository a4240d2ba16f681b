import Foundation
import PtyHarness
import Testing

/// The screen while a log is being read.
@Suite(.serialized) struct LoadingTests {
    private let ten: String = {
        let path = "\(Program.folder)/ten.jsonl"
        let log = (try? String(contentsOfFile: Program.fixture, encoding: .utf8)) ?? ""
        let lines = log.split(separator: "\n").prefix(10).joined(separator: "\n") + "\n"
        Logs.write(Data(lines.utf8), to: path)
        return path
    }()

    /// Milliseconds from the start of the program until its screen shows `words`.
    private func milliseconds(_ path: String, until words: String) throws -> Double {
        let clock = ContinuousClock()
        let times = try (0..<3).map { _ in
            let start = clock.now
            let process = try PtyProcess(
                [Program.path, path], environment: Program.environment)
            #expect(process.read(until: words, quiet: 0))
            let time = clock.now - start
            process.send("Q")
            _ = process.waitForEnd(seconds: 5)
            return time / .milliseconds(1)
        }
        return times.sorted()[times.count / 2]
    }

    @Test func `the first list does not wait for the end of the log`() throws {
        let small = try milliseconds(ten, until: Program.firstScreen)
        let large = try milliseconds(Logs.large, until: "11-1")
        print("exec to first list: \(small) ms for 10 events, \(large) ms for 30 MB")
    }

    @Test func `keys act while a log is read`() throws {
        let process = try Program.start(files: [Logs.large], showing: Program.detailWords)
        process.send("?")
        #expect(process.read(until: "close", limit: 2000))
        process.send("\u{1B}")
        process.readUntilQuiet(100, limit: 300)
        process.send(String(repeating: Program.down, count: 30))
        process.readUntilQuiet(100, limit: 500)
        process.send("\u{03}")
        let isStopped = process.read(until: "reading stopped", limit: 1000)
        // A release build may have read it all by now.
        #expect(isStopped || process.output.contains("nothing is running"))
        process.send("Q")
        #expect(process.waitForEnd(seconds: 2)?.status == 0)
        #expect(WireRules.findings(in: process.output).isEmpty)
    }

    @Test func `a storm of resizes while a log is read is survived`() throws {
        let process = try Program.start(files: [Logs.large], showing: Program.detailWords)
        let sizes = [
            (10, 40), (4, 20), (1, 1), (1, 80), (24, 1), (2, 2), (60, 200), (3, 7), (48, 160),
        ]
        for round in 0..<6 {
            for (rows, columns) in sizes {
                process.resize(rows: rows, columns: columns)
                if round % 2 == 1 { process.send(Program.down) }
                if round % 3 == 2 { process.readUntilQuiet(5, limit: 10) }
            }
        }
        process.resize(rows: 24, columns: 80)
        process.readUntilQuiet(200, limit: 1000)
        let mark = process.output.count
        process.send(Program.redraw)
        #expect(process.read(until: Program.detailWords, from: mark))
        process.send("Q")
        #expect(process.waitForEnd(seconds: 2)?.status == 0)
        #expect(process.terminalIsCooked)
        #expect(WireRules.findings(in: process.output).isEmpty)
    }
}

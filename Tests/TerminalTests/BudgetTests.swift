import Foundation
import PtyHarness
import Testing

/// What the keys of a person cost on a slow line, at 80x24 on the sample log.
///
/// The figures are printed, so that a change that makes them worse is seen before it breaks a
/// budget.
@Suite(.serialized) struct BudgetTests {
    private func start(changing changes: [String: String] = [:]) throws -> PtyProcess {
        let process = try PtyProcess(
            [Program.path, Logs.sample],
            environment: Program.environment.merging(changes) { $1 })
        process.read(until: Program.detailWords)
        process.readUntilQuiet(400)
        return process
    }

    private func expect(_ name: String, _ bytes: Int, atMost budget: Int) {
        print("bytes on the wire: \(name) \(bytes), budget \(budget)")
        #expect(bytes > 0, "\(name) sends something")
        #expect(bytes <= budget, "\(name)")
    }

    @Test func `the first screen fits its budget, and rest costs nothing`() throws {
        let process = try start()
        expect("start", process.output.count, atMost: 2500)
        // The announcement of the unreadable part ends after four seconds; then there is rest.
        process.readUntilQuiet(4500, limit: 10_000)
        let idle = process.readUntilQuiet(2000, limit: 2000).count
        print("bytes on the wire: idle \(idle), budget 0")
        #expect(idle == 0)
    }

    @Test func `a move in the list fits its budget`() throws {
        let process = try start()
        let down = process.framesPerKey(Program.down, presses: 7, isFollowed: true)
        let up = process.framesPerKey(Program.up, presses: 6, isFollowed: true)
        let moves = ByteCount(perPress: down.answer.perPress + up.answer.perPress)
        expect("move", moves.median, atMost: 70)
    }

    @Test func `a move costs the same with chosen columns, of which some are read again`() throws {
        let config = "\(Program.folder)/budget"
        try FileManager.default.createDirectory(
            atPath: "\(config)/ses-browser", withIntermediateDirectories: true)
        Logs.write(
            Data("columns time verdicts recipient took subject\n".utf8),
            to: "\(config)/ses-browser/settings")
        let process = try start(changing: ["XDG_CONFIG_HOME": config])
        #expect(WireRules.text(in: process.output).contains("RECIPIENT"))
        let down = process.framesPerKey(Program.down, presses: 7, isFollowed: true)
        let up = process.framesPerKey(Program.up, presses: 6, isFollowed: true)
        let moves = ByteCount(perPress: down.answer.perPress + up.answer.perPress)
        expect("move, chosen columns", moves.median, atMost: 70)
    }

    @Test func `a scroll by a row, and the detail behind it, fit their budgets`() throws {
        let process = try start()
        process.send(String(repeating: Program.down, count: 9))
        let frames = process.framesPerKey(Program.down, presses: 30, isFollowed: true)
        expect("scroll", frames.answer.median, atMost: 200)
        expect("detail", frames.following.median, atMost: 400)
    }

    @Test func `a held key fits its budget, detail included`() throws {
        let process = try start()
        expect("held key", process.bytesPerHeldKey(Program.down, presses: 75), atMost: 300)
    }

    @Test func `a page fits its budget, detail included`() throws {
        let process = try start()
        let down = process.framesPerKey(" ", presses: 7).total
        let up = process.framesPerKey("b", presses: 7).total
        expect("page down", down.median, atMost: 2000)
        expect("page up", up.median, atMost: 2000)
    }

    @Test func `the open filter bar keeps to the budgets of a move, a page and a screen`() throws {
        let process = try start()
        process.send("f")
        process.readUntilQuiet(400)
        process.send("\u{1B}[B")
        let right = process.framesPerKey("\u{1B}[C", presses: 3).total
        let left = process.framesPerKey("\u{1B}[D", presses: 3).total
        expect("move in the grid", max(right.median, left.median), atMost: 70)
        let ticks = process.framesPerKey(" ", presses: 6).total
        // A tick that replaces the whole list, and all counts, is a screen of its own.
        expect("tick in the grid", ticks.median, atMost: 2500)
        process.send("\t\u{15}")
        process.readUntilQuiet(400)
        let letters = ["d", "e", "l", "i"].flatMap {
            process.framesPerKey($0, presses: 1).total.perPress
        }
        expect("letter in the filter", ByteCount(perPress: letters).median, atMost: 2000)
    }
}

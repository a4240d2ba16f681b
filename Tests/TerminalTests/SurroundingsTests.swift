import Glibc
import PtyHarness
import Testing

/// What the environment says of the terminal, and what is made of it.
@Suite(.serialized) struct SurroundingsTests {
    @Test(arguments: ["xterm-nosuch", "nosuch", ""])
    func `an unknown TERM has a stand-in, and the status line says so`(type: String) throws {
        let process = try Program.start(changing: ["TERM": type])
        #expect(WireRules.text(in: process.output).contains(Program.firstScreen))
        #expect(WireRules.text(in: process.output).contains("treated as"))
        process.send(Program.quit)
        #expect(process.waitForEnd(seconds: 5)?.status == 0)
        #expect(process.terminalIsCooked)
    }

    @Test func `a terminal that cannot place its cursor is refused in one line`() throws {
        let process = try Program.start(changing: ["TERM": "dumb"])
        let end = try #require(process.waitForEnd(seconds: 5))
        #expect(end.status != 0)
        #expect(process.output.contains("TERM=dumb"))
        #expect(!process.output.contains(0x1B))
        #expect(process.terminalIsCooked)
    }

    @Test(arguments: [
        ["LANG": ""], ["LANG": "xx_YY.UTF-8"], ["LANG": nil], ["LC_ALL": "zz_ZZ.ISO-8859-1"],
    ])
    func `a locale of no use is replaced, and the status line says so`(
        changes: [String: String?]
    ) throws {
        let process = try Program.start(changing: changes)
        #expect(WireRules.text(in: process.output).contains("UTF-8 is assumed"))
        process.send(Program.quit)
        #expect(process.waitForEnd(seconds: 5)?.status == 0)
    }

    @Test func `a locale that is asked for by name is not replaced`() throws {
        let process = try Program.start(changing: ["LC_ALL": "C"])
        #expect(!WireRules.text(in: process.output).contains("assumed"))
        #expect(process.output.allSatisfy { $0 < 0x80 })
    }

    @Test func `colours are sent where the terminal has them`() throws {
        let process = try Program.start()
        #expect(!WireRules.colors(in: process.output).isEmpty)
    }

    @Test(arguments: [["NO_COLOR": "1"], ["TERM": "vt100"]])
    func `no colour is sent where none is wanted or possible`(changes: [String: String]) throws {
        let process = try Program.start(changing: changes)
        process.send(Program.down)
        process.readUntilQuiet()
        process.send(Program.quit)
        _ = process.waitForEnd(seconds: 5)
        #expect(WireRules.colors(in: process.output).isEmpty)
    }

    @Test func `an empty NO_COLOR asks for nothing`() throws {
        let process = try Program.start(changing: ["NO_COLOR": ""])
        #expect(!WireRules.colors(in: process.output).isEmpty)
    }

    @Test func `keys come from the terminal when standard input is something else`() throws {
        let process = try Program.start(input: "/dev/null")
        let start = process.mark
        process.send(Program.down)
        #expect(process.readUntilQuiet().count > 0)
        #expect(process.mark > start)
        process.send(Program.quit)
        let end = try #require(process.waitForEnd(seconds: 5))
        #expect(end.status == 0)
        #expect(end.processorMilliseconds < 500)
    }

    @Test(arguments: [(0, 0), (1, 1), (1, 80), (24, 1), (2, 2), (500, 1000)])
    func `a terminal of any size can be opened and left`(rows: Int, columns: Int) throws {
        let process = try PtyProcess(
            [Program.path, Program.fixture], rows: rows, columns: columns,
            environment: Program.environment)
        process.read(until: "\u{1B}[?2004h")
        process.readUntilQuiet(200)
        process.send(Program.down)
        process.readUntilQuiet()
        process.send(Program.quit)
        let end = try #require(process.waitForEnd(seconds: 10))
        #expect(end.status == 0)
        #expect(process.terminalIsCooked)
        #expect(WireRules.findings(in: process.output).isEmpty)
    }
}

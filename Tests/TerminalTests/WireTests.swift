import PtyHarness
import Testing

/// The bytes that the program sends.
@Suite(.serialized) struct WireTests {
    @Test func `nothing is worked while nothing happens`() throws {
        let process = try Program.start()
        process.readUntilQuiet(300)
        #expect(process.readUntilQuiet(1000, limit: 1000).isEmpty)
        process.send(Program.quit)
        let end = try #require(process.waitForEnd(seconds: 5))
        #expect(end.processorMilliseconds < 500)
    }

    @Test func `only what moves, sets and shows is sent`() throws {
        let process = try Program.start()
        for key in [Program.down, Program.up, Program.redraw, "\u{1B}[B", "\u{1B}OB"] {
            process.send(key)
            process.readUntilQuiet()
        }
        process.resize(rows: 10, columns: 40)
        process.readUntilQuiet(200)
        process.send(Program.quit)
        _ = process.waitForEnd(seconds: 5)
        #expect(WireRules.findings(in: process.output).isEmpty)
    }

    @Test func `arrows act in both of their forms, also in one burst`() throws {
        let process = try Program.start()
        let start = process.mark
        process.send("\u{1B}[B\u{1B}OB")
        #expect(process.readUntilQuiet(200).count > 0)
        let moved = process.mark - start
        #expect(moved > 0)
        process.send(Program.quit)
        #expect(process.waitForEnd(seconds: 5)?.status == 0)
    }

    @Test(arguments: [
        "\u{1B}[1;99q", "\u{1B}]11;rgb:ffff/ffff/ffff\u{07}", "\u{1B}[?64;1;9q",
        "\u{1B}Pqqqq\u{1B}\\", "\u{1B}q",
    ])
    func `an answer of the terminal is not taken for keys`(answer: String) throws {
        let process = try Program.start()
        process.send(answer)
        process.readUntilQuiet(200)
        #expect(process.waitForEnd(seconds: 0.3) == nil)
        process.send(Program.quit)
        #expect(process.waitForEnd(seconds: 5)?.status == 0)
    }

    @Test func `a paste outside a prompt does not act`() throws {
        let process = try Program.start()
        process.send("\u{1B}[200~" + Program.quit + Program.quit + "\r\u{1B}[201~")
        #expect(process.waitForEnd(seconds: 0.5) == nil)
        #expect(WireRules.text(in: process.output).contains(Program.pasteNote))
        process.send(Program.quit)
        #expect(process.waitForEnd(seconds: 5)?.status == 0)
    }
}

import Foundation
import Glibc
import PtyHarness
import Testing

/// The bridge under what the real program never does.
@Suite(.serialized) struct SceneTests {
    @Test(arguments: [
        (Scene.fault, SIGSEGV), (.overflow, SIGSEGV), (.abort, SIGABRT), (.trapOnThread, SIGILL),
        (.overflowOnThread, SIGSEGV),
    ])
    func `a real crash restores the terminal and ends by its signal`(
        scene: Scene, number: Int32
    ) throws {
        let process = try PtyProcess(scene: scene, environment: Program.environment)
        let end = try #require(process.waitForEnd(seconds: 10))
        #expect(end.signal == number)
        #expect(process.terminalIsCooked)
        #expect(process.hasRestoredScreen)
        #expect(process.output.contains("crashed"))
    }

    @Test func `an exit from anywhere restores the terminal and keeps its status`() throws {
        let process = try PtyProcess(scene: .exit, environment: Program.environment)
        #expect(process.waitForEnd(seconds: 10)?.status == 3)
        #expect(process.terminalIsCooked)
        #expect(process.hasRestoredScreen)
        #expect(!process.output.contains("crashed"))
    }

    @Test(arguments: ["xterm-256color", "vt100", "linux", "screen-256color"])
    func `what restores the terminal suits its type`(type: String) throws {
        let environment = Program.environment.merging(["TERM": type]) { $1 }
        let process = try PtyProcess(scene: .fault, environment: environment)
        #expect(process.waitForEnd(seconds: 10)?.signal == SIGSEGV)
        #expect(process.output.contains("\u{1B}[?1049l") == type.hasSuffix("256color"))
        #expect(!process.output.contains("$<"))
    }

    @Test func `standard error goes to the log while the screen is in use`() throws {
        let state = "\(Program.folder)/error-state"
        let environment = Program.environment.merging(["XDG_STATE_HOME": state]) { $1 }
        let process = try PtyProcess(scene: .error, environment: environment)
        #expect(process.waitForEnd(seconds: 10)?.status == 0)
        #expect(!process.output.contains("words of a library"))
        #expect(process.output.contains("words after all"))
        let log = try String(contentsOfFile: "\(state)/ses-browser/crash.log", encoding: .utf8)
        #expect(log == "words of a library\n")
    }

    @Test func `a log that cannot be made or is too long is no obstacle`() throws {
        let state = "\(Program.folder)/long-state"
        let folder = "\(state)/ses-browser"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        let path = "\(folder)/crash.log"
        try Data(repeating: 0x78, count: (1 << 20) + 1).write(to: URL(fileURLWithPath: path))
        for place in [state, "/proc/nowhere", ""] {
            let environment = Program.environment.merging(
                ["XDG_STATE_HOME": place, "HOME": "relative"]) { $1 }
            let process = try PtyProcess(scene: .error, environment: environment)
            #expect(process.waitForEnd(seconds: 10)?.status == 0)
            #expect(!process.output.contains("words of a library"))
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == 19)
    }

    @Test func `cells take the room they were given, whatever the C library thinks`() throws {
        let process = try PtyProcess(
            scene: .draw, rows: 7, columns: 6, environment: Program.environment)
        process.read(until: "45?")
        let text = WireRules.text(in: process.output)
        #expect(text.contains("漢字a|"))
        #expect(text.contains("?xn b|"))
        #expect(text.contains("??"))
        #expect(text.contains("e\u{323}\u{301}R") || text.contains("e\u{301}\u{323}R"))
        #expect(text.contains("┌─┐│e|"))
        #expect(text.contains("12345?"))
        #expect(process.output.contains("\u{1B}[1m") || process.output.contains("\u{1B}[0;1"))
        #expect(WireRules.findings(in: process.output).isEmpty)
        process.send("q")
        #expect(process.waitForEnd(seconds: 5)?.status == 0)
    }

    @Test func `without UTF-8 only ASCII is sent, and lines in the terminal's own set`() throws {
        let environment = Program.environment.merging(["LC_ALL": "C"]) { $1 }
        let process = try PtyProcess(scene: .draw, rows: 7, columns: 6, environment: environment)
        process.read(until: "45?")
        #expect(process.output.allSatisfy { $0 < 0x80 })
        #expect(process.output.contains("\u{1B}(0"))
        #expect(WireRules.text(in: process.output).contains("lqkxe|"))
        #expect(WireRules.text(in: process.output).contains("? ? a|"))
        #expect(WireRules.findings(in: process.output).isEmpty)
    }

    @Test func `ASCII that is asked for holds for lines too`() throws {
        let process = try PtyProcess(
            scene: .draw, rows: 7, columns: 6, environment: Program.environment, charset: 1)
        process.read(until: "45?")
        #expect(process.output.allSatisfy { $0 < 0x80 })
        #expect(!process.output.contains("\u{1B}(0"))
        #expect(WireRules.text(in: process.output).contains("+-+|e|"))
    }

    @Test(arguments: [(1, "", false), (0, "1", false), (2, "1", true), (0, "", true)])
    func `the person's choice of colours wins over NO_COLOR`(
        color: Int, refusal: String, isColored: Bool
    ) throws {
        let environment = Program.environment.merging(["NO_COLOR": refusal]) { $1 }
        let process = try PtyProcess(
            scene: .draw, rows: 7, columns: 6, environment: environment, color: color)
        process.read(until: "45?")
        process.send("q")
        _ = process.waitForEnd(seconds: 5)
        #expect(WireRules.colors(in: process.output).isEmpty != isColored)
    }
}

import Foundation
import PtyHarness
import Testing

/// The file of the settings, from one run to the next.
@Suite(.serialized) struct SettingsFileTests {
    private let home = "\(Program.folder)/home-\(UInt64.random(in: .min ... .max))"

    private var file: String { "\(home)/config/ses-browser/settings" }

    private func start(showing words: String) throws -> PtyProcess {
        try Program.start(
            changing: ["XDG_CONFIG_HOME": "\(home)/config"], showing: words)
    }

    private func leave(_ process: PtyProcess) {
        process.send("Q")
        #expect(process.waitForEnd(seconds: 5)?.status == 0)
        #expect(WireRules.findings(in: process.output).isEmpty)
    }

    @Test func `chosen columns are there the next time`() throws {
        let first = try start(showing: Program.firstScreen)
        first.send(":columns took recipient subject\r")
        #expect(first.read(until: "RECIPIENT"))
        #expect(first.read(until: "bob@example.org"))
        #expect(first.read(until: "500 ms"))
        leave(first)
        #expect(
            try String(contentsOfFile: file, encoding: .utf8) == "columns took recipient subject\n")
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let second = try start(showing: "500 ms")
        #expect(WireRules.text(in: second.output).contains("RECIPIENT"))
        leave(second)
    }

    @Test func `a line that is not understood is told, and stays`() throws {
        try FileManager.default.createDirectory(
            atPath: "\(home)/config/ses-browser", withIntermediateDirectories: true)
        try "colour red\n".write(toFile: file, atomically: true, encoding: .utf8)
        let process = try start(showing: "no setting colour")
        process.send(":columns subject\r")
        #expect(process.read(until: "columns: subject"))
        leave(process)
        #expect(
            try String(contentsOfFile: file, encoding: .utf8) == "colour red\ncolumns subject\n")
    }

    @Test func `where nothing can be kept the columns hold until the end`() throws {
        try FileManager.default.createDirectory(
            atPath: home, withIntermediateDirectories: true)
        // A file where the folder would have to be: no person can write below it.
        Logs.write(Data(), to: "\(home)/config")
        let process = try start(showing: Program.firstScreen)
        process.send(":columns ip subject\r")
        #expect(process.read(until: "not kept"))
        leave(process)
    }
}

import Foundation
import PtyHarness
import Testing

/// Exports from the running program.
@Suite(.serialized) struct ExportOnScreenTests {
    private let home = "\(Program.folder)/export-\(UInt64.random(in: .min ... .max))"

    init() throws {
        try FileManager.default.createDirectory(
            atPath: home, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
    }

    private func start(_ options: [String] = []) throws -> PtyProcess {
        try Program.start(
            changing: ["SES_BROWSER_STORE": "\(home)/triage.db"], options: options,
            showing: "100 mails")
    }

    /// What lies there beside the store.
    private func others() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: home).filter {
            !$0.hasPrefix("triage.db")
        }
    }

    private func leave(_ process: PtyProcess) {
        process.send("Q")
        #expect(process.waitForEnd(seconds: 5)?.status == 0)
        #expect(WireRules.findings(in: process.output).isEmpty)
    }

    @Test func `the file is that of the command, and is replaced after a yes alone`() throws {
        let store = ["--store", "\(home)/triage.db"]
        let decided = try CommandRun(
            Program.path,
            ["decide", "--as", "spam", "--note", "seen", "--filter", "virus:fail"] + store
                + [Program.fixture])
        #expect(decided.status == 0)
        let expected = try CommandRun(
            Program.path, ["export", "--filter", "virus:fail"] + store + [Program.fixture]
        ).output
        let target = "\(home)/out.csv"
        let process = try start(["--filter", "virus:fail"])
        process.send("X")
        #expect(process.read(until: "listed mails to:"))
        process.send("\u{15}\(target)\r")
        #expect(process.read(until: "written to"))
        #expect(try Data(contentsOf: URL(filePath: target)) == expected)
        #expect(Array(expected).contains("seen"))
        let attributes = try FileManager.default.attributesOfItem(atPath: target)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        try Data("mine".utf8).write(to: URL(filePath: target))
        process.send(":export \(target)\r")
        #expect(process.read(until: "exists"))
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "mine")
        let start = process.mark
        process.send("y")
        #expect(process.read(until: "written to", from: start))
        #expect(try Data(contentsOf: URL(filePath: target)) == expected)
        leave(process)
    }

    @Test(arguments: ["\u{3}", "Q"])
    func `an export that is stopped or left leaves nothing behind`(key: String) throws {
        let log = "\(home)/long.jsonl"
        let mails = try String(contentsOfFile: Program.fixture, encoding: .utf8)
        let all = (0..<200).map {
            mails.replacingOccurrences(of: "\"messageId\":\"", with: "\"messageId\":\"\($0)-")
        }
        Logs.write(Data(all.joined().utf8), to: log)
        let process = try Program.start(
            changing: ["SES_BROWSER_STORE": "\(home)/triage.db"], files: [log],
            showing: "20,000 mails")
        process.send(":export \(home)/out.csv\r")
        process.read(until: "writing: ")
        process.send(key)
        if key != "Q" { #expect(process.read(until: "nothing is written")) }
        leave(process)
        #expect(try others() == ["long.jsonl"])
    }

    @Test func `restricted, nothing is written`() throws {
        let process = try start(["--restricted"])
        process.send(":export \(home)/out.csv\r")
        #expect(process.read(until: "--restricted"))
        leave(process)
        #expect(try others() == [])
    }
}

import Foundation
import PtyHarness
import Testing

/// What the keys for copying send, and what they write.
@Suite(.serialized) struct CopyWireTests {
    private func texts(in bytes: [UInt8], wrapped: Bool = false) -> [String] {
        WireRules.copies(in: bytes, wrapped: wrapped).map {
            String(decoding: Data(base64Encoded: $0) ?? Data(), as: UTF8.self)
        }
    }

    private func press(_ keys: String, _ process: PtyProcess, until words: String = "sent") {
        let start = process.mark
        process.send(keys)
        #expect(process.read(until: words, from: start), "\(keys)")
    }

    @Test func `a subject reaches the terminal as base64, after the key and not before`() throws {
        let process = try Program.start()
        process.readUntilQuiet(200)
        let start = process.mark
        press("ys", process)
        #expect(texts(in: process.output) == ["mail number 0"])
        #expect(WireRules.findings(in: process.output, copiesFrom: start).isEmpty)
        #expect(WireRules.findings(in: process.output).count == 1)
        process.send("\u{1B}")
        process.readUntilQuiet(200)
        press("jym", process)
        #expect(texts(in: process.output) == ["mail number 0", "id1"])
        process.send("Q")
        #expect(process.waitForEnd(seconds: 5)?.status == 0)
    }

    @Test func `no mail breaks out of what is copied of it`() throws {
        let process = try Program.start(files: Logs.hostile, showing: Program.detailWords)
        process.readUntilQuiet(200)
        let start = process.mark
        for _ in 0..<121 {
            for key in ["s", "f", "v", "j"] {
                process.send("y" + key)
                process.readUntilQuiet(15)
            }
            process.send(Program.down)
        }
        process.readUntilQuiet(300)
        let copies = texts(in: process.output)
        #expect(copies.count > 300)
        for copy in copies {
            let isSafe = copy.unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse: false
                default: true
                }
            }
            #expect(isSafe, "\(copy.prefix(80))")
        }
        let findings = WireRules.findings(in: process.output, copiesFrom: start)
        #expect(findings.isEmpty, "\(findings.prefix(5))")
        process.send("Q")
        #expect(process.waitForEnd(seconds: 5)?.status == 0)
    }

    @Test func `inside tmux it is sent plain and wrapped`() throws {
        let process = try Program.start(changing: ["TMUX": "/tmp/none,1,0"])
        let start = process.mark
        press("ys", process)
        #expect(texts(in: process.output) == ["mail number 0"])
        #expect(texts(in: process.output, wrapped: true) == ["mail number 0"])
        #expect(WireRules.findings(in: process.output, copiesFrom: start).isEmpty)
        process.send("Q")
        _ = process.waitForEnd(seconds: 5)
    }

    @Test func `the console of Linux gets no sequence but the text`() throws {
        let process = try Program.start(changing: ["TERM": "linux"])
        press("ys", process, until: "no clipboard")
        #expect(WireRules.findings(in: process.output, type: "linux").isEmpty)
        process.send("Q")
        _ = process.waitForEnd(seconds: 5)
    }

    @Test func `a record that is too long goes to a file, for the person alone`() throws {
        let log = "\(Program.folder)/long.ndjson"
        let filler = String(repeating: "x", count: 90_000)
        let record =
            #"{"mail":{"messageId":"long1","timestamp":"2026-01-01T00:00:00Z","source":"a@b.example","#
            + #""commonHeaders":{"subject":"long record"}},"receipt":{"spamVerdict":{"status":"PASS"},"#
            + #""action":{"type":"S3","objectKey":"\#(filler)"}}}"#
        Logs.write(Data((record + "\n").utf8), to: log)
        let target = "\(Program.folder)/saved.json"
        try? FileManager.default.removeItem(atPath: target)
        let process = try Program.start(files: [log], showing: "long record")
        process.readUntilQuiet(200)
        press("yj", process, until: "ses-browser-copy-long1.json")
        press("\u{15}\(target)\r", process, until: "written to")
        let text = try String(contentsOfFile: target, encoding: .utf8)
        #expect(text == record + "\n")
        let attributes = try FileManager.default.attributesOfItem(atPath: target)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        try "mine".write(toFile: target, atomically: true, encoding: .utf8)
        press("yj", process, until: "ses-browser-copy-long1.json")
        press("\u{15}\(target)\r", process, until: "exists")
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "mine")
        press("y", process, until: "written to")
        #expect(try String(contentsOfFile: target, encoding: .utf8) == record + "\n")
        #expect(WireRules.findings(in: process.output).isEmpty)
        process.send("Q")
        #expect(process.waitForEnd(seconds: 5)?.status == 0)
    }
}

/// Copying in a real tmux.
@Suite(.serialized) struct CopyTmuxTests {
    @Test func `tmux holds what was copied where it lets programs set its clipboard`() throws {
        let session = try TmuxSession(
            environment: Program.folders)
        session.set("set-clipboard", "on")
        session.set("allow-passthrough", "on")
        session.enter("\(Program.path) \(Program.fixture)")
        #expect(session.screen(showing: "100 of 100").contains(Program.firstScreen))
        session.type("y", "s")
        #expect(session.screen(showing: "sent to the terminal").contains("tmux needs"))
        #expect(session.buffer == Program.firstScreen)
        // The text stands alone on its row, for a mouse to take.
        #expect(session.screen().split(separator: "\n").contains { $0 == Program.firstScreen })
        session.type("j", "y", "v")
        #expect(session.screen(showing: "verdict line sent").contains("id1"))
        #expect(session.buffer.hasPrefix("id1 2026-01-01T00:00:01.000Z spam=PASS"))
        session.type("Q")
    }
}

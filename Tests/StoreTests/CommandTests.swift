import Foundation
import Testing

/// The commands, on the sample log.
struct CommandTests {
    private let folder: TestFolder
    private static let log = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Samples/inbound.ndjson").path

    init() throws { folder = try TestFolder() }

    private func program(
        _ words: String...
    ) throws -> (output: String, errors: String, status: Int32) {
        try run([built("ses-browser")] + words)
    }

    private func decide(_ verdict: String, _ filter: String, _ more: String...) throws -> String {
        try run(
            [
                built("ses-browser"), "decide", "--as", verdict, "--filter", filter, "--store",
                folder.file("a.db"),
            ] + more + [Self.log]
        ).output
    }

    @Test func `decisions of a script are saved once and reported`() throws {
        #expect(try decide("spam", "spam:fail") == "39 decided spam\n")
        #expect(try decide("spam", "spam:fail") == "0 decided spam, 39 already\n")
        #expect(try decide("ham", "spam:fail dmarc:pass") == "7 decided ham\n")
        #expect(try decide("clear", "spam:fail dmarc:pass") == "7 decided clear\n")
        let info = try program("store", "info", "--store", folder.file("a.db"))
        #expect(info.output.contains("39 mails: 32 spam, 0 ham, 0 maybe, 7 taken back; 0 with"))
        #expect(info.output.contains("53 decisions in all"))
        let report = try program(
            "report", "--store", folder.file("a.db"), "--try", "spam:fail", Self.log)
        #expect(report.output.contains("32 of 194 mails decided: 32 spam, 0 ham, 0 maybe"))
        #expect(report.output.contains("spam:fail: 32 of 32 (100.0 %)"))
    }

    @Test func `an id names a mail`() throws {
        let id = "pi5l66wu0tjp98ovr1qpxmcgqltlmmz7zprz10bi"
        let store = folder.file("a.db")
        let result = try program(
            "decide", "--as", "ham", "--note", "known\u{1B}", "--id", id, "--store", store, Self.log
        )
        #expect(result.output == "1 decided ham\n")
        let export = try program(
            "export", "--decided", "--format", "ids", "--store", store, Self.log)
        #expect(export.output == "\(id)\n")
        let lines = try program(
            "export", "--decided", "--format", "ndjson", "--store", store, Self.log)
        #expect(lines.output.contains(#""decision":"ham","note":"known\u001b""#))
    }

    @Test func `a decision without mails or store is a mistake that is told`() throws {
        let result = try program("decide", "--as", "ham", Self.log)
        #expect(result.status == 64)
        #expect(result.errors.contains("--filter or --id"))
        let none = try program("report", "--store", folder.file("no.db"), Self.log)
        #expect(none.status == 2)
        #expect(none.errors.contains("no such file"))
        #expect(folder.names.isEmpty)
    }

    @Test func `an export is whole, private and takes no place unasked`() throws {
        _ = try decide("spam", "spam:fail")
        let target = folder.file("out.csv")
        let words = ["export", "--store", folder.file("a.db"), "--output", target, Self.log]
        #expect(try run([built("ses-browser")] + words).status == 1)
        let text = try String(contentsOfFile: target, encoding: .utf8)
        #expect(text.split(separator: "\r\n").count == 195)
        let again = try run([built("ses-browser")] + words)
        #expect(again.status == 3)
        #expect(again.errors.contains("there already"))
        #expect(try run([built("ses-browser")] + words + ["--replace"]).status == 1)
        let full = try run([
            "sh", "-c",
            "'\(built("ses-browser"))' export --store '\(folder.file("a.db"))' "
                + "'\(Self.log)' > /dev/full",
        ])
        #expect(full.status == 3)
    }

    @Test func `stores are checked, copied and merged`() throws {
        _ = try decide("spam", "spam:fail")
        let (store, copy) = (folder.file("a.db"), folder.file("b.db"))
        #expect(try program("store", "check", "--store", store).output == "\(store): sound\n")
        #expect(try program("store", "backup", "--store", store, copy).status == 0)
        #expect(try program("store", "backup", "--store", store, copy).status == 3)
        _ = try decide("ham", "spam:fail dmarc:pass")
        let merged = try program("store", "merge", "--store", copy, store)
        #expect(merged.output == "7 decisions added, 39 known already, 0 conflicts\n")
        let damaged = folder.file("c.db")
        try Data(repeating: 0x41, count: 9000).write(to: URL(filePath: damaged))
        #expect(try program("store", "check", "--store", damaged).status == 2)
        let other = try program("store", "merge", "--store", store, damaged)
        #expect(other.status == 2)
        #expect(other.errors.contains("it is no database"))
    }

    @Test func `the environment names a store`() throws {
        let result = try run([
            "env", "SES_BROWSER_STORE=\(folder.file("e.db"))", built("ses-browser"), "decide",
            "--as", "maybe", "--filter", "spam:gray", Self.log,
        ])
        #expect(result.output.hasSuffix("decided maybe\n"))
        let home = try run([
            "env", "-u", "SES_BROWSER_STORE", "XDG_STATE_HOME=\(folder.file("state"))",
            built("ses-browser"), "decide", "--as", "maybe", "--filter", "spam:gray", Self.log,
        ])
        #expect(home.output == result.output)
        #expect(folder.names.contains("state"))
        #expect(folder.names.contains("e.db"))
    }

    private func lines(_ words: String...) throws -> [Substring] {
        try run([built("ses-browser")] + words + ["--store", folder.file("a.db"), Self.log])
            .output.split(separator: "\n")
    }

    @Test func `filters ask what was decided`() throws {
        #expect(try lines("list", "--merged", "--filter", "is:triaged").isEmpty)
        #expect(folder.names.isEmpty)
        _ = try decide("spam", "spam:fail")
        _ = try decide("ham", "spam:fail dmarc:pass", "--note", "known")
        let spam = try lines("list", "--merged", "--filter", "is:spam")
        #expect(try spam == lines("list", "--merged", "--filter", "spam:fail -dmarc:pass"))
        #expect(spam.count == 32)
        #expect(
            try lines("list", "--filter", "is:ham") == lines("list", "--filter", "is:disagrees"))
        #expect(try lines("list", "--merged", "--filter", "is:noted").count == 7)
        #expect(try lines("list", "--merged", "--filter", "-is:untriaged").count == 39)
        let all = try lines("list", "--merged").count
        #expect(try lines("list", "--merged", "--filter", "is:untriaged").count == all - 39)
        let stats = try lines("stats", "--merged", "--filter", "is:spam", "--format", "json")
        #expect(stats.first?.hasPrefix(#"{"mails":32,"#) == true)
        #expect(try lines("export", "--format", "ids", "--filter", "is:ham").count == 7)
        let report = try lines("report", "--filter", "is:spam", "--try", "is:spam")
        #expect(report.contains { $0.contains("32 of 32 mails decided: 32 spam, 0 ham") })
        #expect(report.contains { $0.contains("is:spam: 32 of 32 (100.0 %)") })
        #expect(try decide("clear", "is:ham") == "7 decided clear\n")
        #expect(try lines("list", "--filter", "is:ham").isEmpty)
        let piped = try run([
            "env", "SES_BROWSER_STORE=\(folder.file("a.db"))", built("ses-browser"), "--filter",
            "is:spam", Self.log,
        ])
        #expect(piped.output.split(separator: "\n") == (try lines("list", "--filter", "is:spam")))
    }

    @Test func `a store that cannot be read is an error where the filter needs it`() throws {
        let damaged = folder.file("a.db")
        try Data(repeating: 0x41, count: 9000).write(to: URL(filePath: damaged))
        for command in ["list", "stats"] {
            let asked = try program(
                command, "--filter", "-is:spam", "--store", damaged, Self.log)
            #expect(asked.status == 2)
            #expect(asked.errors.contains("it is no database"))
            #expect(asked.output.isEmpty)
            let other = try program(
                command, "--filter", "spam:fail", "--store", damaged, Self.log)
            #expect(other.status == 1)
        }
        let behind = try program(
            "list", "--filter", "is:spam", "--store", damaged + "/x.db", Self.log)
        #expect(behind.status == 2)
    }
}

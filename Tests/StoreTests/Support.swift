import Foundation
import Testing

@testable import SESCore

/// A folder that is gone when the test is over.
final class TestFolder: Sendable {
    let path = FileManager.default.temporaryDirectory
        .appendingPathComponent("ses-store-\(UUID().uuidString)").path

    init(mode: Int = 0o700) throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false,
            attributes: [.posixPermissions: mode])
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { "\(path)/\(name)" }
    func location(_ name: String = "triage.db") -> StoreLocation {
        StoreLocation(chosen: RawText(file(name)))
    }

    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }
}

let ann = Author(name: "ann", host: "desk", version: "1")
let bob = Author(name: "bob", host: "desk", version: "1")

/// A mail with as much as a decision needs.
func mail(
    _ id: RawText?, source: RawText? = "a@x.example",
    at time: RawText? = "2026-11-18T09:41:07.250Z",
    from: RawText = "a@x.example", subject: RawText = "hello"
) -> MailEvent {
    var event = MailEvent()
    var mail = Mail()
    mail.messageID = id
    mail.source = source
    mail.timestamp = time
    mail.commonHeaders = CommonHeaders()
    mail.commonHeaders?.from = [from]
    mail.commonHeaders?.subject = subject
    event.mail = mail
    return event
}

func key(_ id: RawText?, record: [UInt8] = [], source: RawText? = "a@x.example") -> TriageKey {
    TriageKey(mail(id, source: source), record: record)
}

func decided(
    _ id: RawText, _ decision: Decision = .spam, note: RawText? = nil
) -> NewDecision {
    NewDecision(
        key: key(id), content: ContentHash(mail(id)), decision: decision, note: note)
}

extension AppendOutcome {
    var savedDecisions: [StoredDecision] {
        if case .saved(let decisions) = self { decisions } else { [] }
    }

    var overtaking: [StoredDecision] {
        if case .overtaken(let decisions) = self { decisions } else { [] }
    }
}

/// Runs a program to its end.
func run(
    _ words: [String], input: String? = nil
) throws -> (output: String, errors: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    let errors = FileManager.default.temporaryDirectory
        .appendingPathComponent("ses-store-errors-\(UUID().uuidString)")
    try Data().write(to: errors)
    defer { try? FileManager.default.removeItem(at: errors) }
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
        String(decoding: output, as: UTF8.self),
        String(decoding: try Data(contentsOf: errors), as: UTF8.self), process.terminationStatus
    )
}

/// Changes a database as another program would.
func change(_ path: String, _ sql: String) throws {
    let script = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(sys.argv[2])"
    let result = try run(["python3", "-c", script, path, sql])
    try #require(result.status == 0)
}

/// A program that was built beside the tests.
func built(_ name: String) -> String {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent(name).path
}

let canTrace: Bool = {
    let trial = try? run([
        "strace", "-o", "/dev/null", "-e", "inject=getppid:error=EPERM", "true",
    ])
    return trial?.status == 0
}()

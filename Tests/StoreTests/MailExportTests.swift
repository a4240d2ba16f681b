import Foundation
import Synchronization
import Testing

@testable import SESCore

/// Exports as the screen makes them.
struct MailExportTests {
    private let folder: TestFolder
    private let table: EventTable
    private static let log = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Samples/inbound.ndjson").path

    init() throws {
        folder = try TestFolder()
        table = LogLoader(paths: [RawText(Self.log)]).load()
    }

    private func export(
        _ name: String = "out.csv", as format: ExportFormat = .csv, replaces: Bool = false,
        store: StoreLocation? = nil
    ) -> MailExport {
        let deliveries = Deliveries.linking(table) { true } ?? Deliveries()
        var selector = Selector()
        var shown = ShownRows(all: 0)
        let request = SelectionRequest(
            query: .all, table: table, deliveries: deliveries, now: .missing)
        _ = selector.select(request, while: { true }) { shown = $0.rows }
        return MailExport(
            ExportedRows(of: shown, marks: RowMarks(), folds: deliveries), of: table,
            to: RawText(folder.file(name)), as: format, replaces: replaces, store: store,
            author: ann)
    }

    private func text(_ name: String = "out.csv") throws -> String {
        try String(contentsOfFile: folder.file(name), encoding: .utf8)
    }

    @Test(arguments: [("csv", ExportFormat.csv), ("ndjson", .ndjson), ("addresses", .addresses)])
    func `it is the file that the command writes`(word: String, format: ExportFormat) throws {
        let store = folder.location()
        let path = folder.file("triage.db")
        _ = try run(
            [
                built("ses-browser"), "decide", "--as", "spam", "--note", "=seen", "--filter",
                "spam:fail", "--store", path, Self.log,
            ])
        let outcome = export(as: format, store: store).run(while: { true }) { _ in }
        guard case .written(let counts) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(counts.mails == 194)
        let command = try run(
            [built("ses-browser"), "export", "--format", word, "--store", path, Self.log])
        #expect(try text() == command.output)
        #expect(format == .addresses || command.output.contains("=seen"))
    }

    @Test func `without a store there are no decisions`() throws {
        let outcome = export(store: folder.location()).run(while: { true }) { _ in }
        guard case .written = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(folder.names == ["out.csv"])
        #expect(try text().split(separator: "\r\n").count == 195)
    }

    @Test func `a store that cannot be read is told, and nothing is written`() throws {
        try Data("no database at all, but long enough to look at".utf8)
            .write(to: URL(filePath: folder.file("triage.db")))
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: folder.file("triage.db"))
        let outcome = export(store: folder.location()).run(while: { true }) { _ in }
        guard case .failed(let error) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(error.path == folder.location().path)
        #expect(folder.names == ["triage.db"])
    }

    @Test func `a store that cannot be looked at is not taken for none`() throws {
        let loop = folder.file("loop")
        try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: loop)
        let store = StoreLocation(chosen: RawText("\(loop)/triage.db"))
        guard
            case .failed(let error) = export(store: store).run(while: { true }, progress: { _ in })
        else {
            Issue.record("it was written")
            return
        }
        #expect(error.path == store.path)
        #expect(folder.names == ["loop"])
    }

    @Test func `a file that is there is replaced only where that is asked for`() throws {
        try Data("mine".utf8).write(to: URL(filePath: folder.file("out.csv")))
        #expect(export().run(while: { true }, progress: { _ in }) == .exists)
        #expect(try text() == "mine")
        let outcome = export(replaces: true).run(while: { true }) { _ in }
        #expect(outcome != .exists)
        #expect(try text().hasPrefix("\"messageId\""))
        #expect(folder.names == ["out.csv"])
    }

    @Test func `an export that is given up leaves nothing`() {
        var asked = 0
        let outcome = export().run(
            while: {
                asked += 1
                return asked < 50
            }, progress: { _ in })
        #expect(outcome == .stopped)
        #expect(folder.names.isEmpty)
    }

    @Test func `a folder that is missing is told`() {
        let outcome = export("none/out.csv").run(while: { true }) { _ in }
        guard case .failed(let error) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(error.kind == .cannotOpen)
    }

    @Test func `leaving waits until nothing of an export is left`() {
        let thread = ExportThread(threads: .plain)
        let outcomes = Mutex<[MailExport.Outcome]>([])
        for name in ["a.csv", "b.csv"] {
            thread.start(export(name)) { _ in
            } end: { outcome in
                outcomes.withLock { $0.append(outcome) }
            }
        }
        thread.finish()
        #expect(!folder.names.contains { $0.hasPrefix(".ses-browser") })
        #expect(folder.names.contains("a.csv"))
    }
}

import Foundation
import Testing

@testable import SESCore

@Suite struct SavedFileTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "ses-browser-saved-\(UInt64.random(in: .min ... .max))").path

    init() throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
    }

    private func path(_ name: String) -> RawText { RawText("\(folder)/\(name)") }

    private func text(_ name: String) -> String? {
        FileManager.default.contents(atPath: "\(folder)/\(name)")
            .map { String(decoding: $0, as: UTF8.self) }
    }

    private var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    @Test func `a file is written whole, for the person alone, and nothing else is left`() throws {
        try SavedFile.write(Array("one".utf8), to: path("a"), replaces: false)
        #expect(text("a") == "one")
        #expect(names == ["a"])
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/a")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func `a file that is there stays, unless it may be replaced`() throws {
        try SavedFile.write(Array("one".utf8), to: path("a"), replaces: false)
        #expect(throws: SavedFile.Failure.exists) {
            try SavedFile.write(Array("two".utf8), to: path("a"), replaces: false)
        }
        #expect(text("a") == "one")
        try SavedFile.write(Array("two".utf8), to: path("a"), replaces: true)
        #expect(text("a") == "two")
        #expect(names == ["a"])
    }

    @Test func `a link is not written through`() throws {
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder)/link", withDestinationPath: "\(folder)/target")
        #expect(throws: SavedFile.Failure.exists) {
            try SavedFile.write([1], to: path("link"), replaces: false)
        }
        #expect(names == ["link"])
    }

    @Test func `what cannot be written leaves nothing behind and says why`() {
        #expect(throws: SavedFile.Failure.refused(SourceError(message: "no such file"))) {
            try SavedFile.write([1], to: path("none/a"), replaces: false)
        }
        #expect(throws: SavedFile.Failure.self) {
            try SavedFile.write([1], to: RawText(folder), replaces: true)
        }
        #expect(names.isEmpty)
    }

    @Test func `folders are made as far as they are missing`() throws {
        try SavedFile.makeFolder(path("x/y"))
        try SavedFile.makeFolder(path("x/y"))
        try SavedFile.write([0x31], to: path("x/y/a"), replaces: true)
        #expect(text("x/y/a") == "1")
        #expect(throws: SourceError.self) { try SavedFile.makeFolder(path("x/y/a/b")) }
    }

    @Test func `reading has a bound and takes regular files alone`() throws {
        #expect(try SavedFile.read(path("none"), atMost: 3) == nil)
        #expect(try SavedFile.read(path("none/none"), atMost: 3) == nil)
        try SavedFile.write([1, 2, 3], to: path("a"), replaces: false)
        #expect(try SavedFile.read(path("a"), atMost: 3) == [1, 2, 3])
        #expect(throws: SourceError(message: "is larger than 2 bytes")) {
            try SavedFile.read(path("a"), atMost: 2)
        }
        #expect(throws: SourceError(message: "is no regular file")) {
            try SavedFile.read(RawText(folder), atMost: 9)
        }
    }
}

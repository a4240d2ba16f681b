import Foundation
import Glibc

/// The logs that the tests look at, made of those that lie in the repository.
enum Logs {
    /// The readable log of about two hundred varied mails.
    static let sample = "\(root)/Samples/inbound.ndjson"

    /// Mails that were written to harm whoever looks at them, and texts of all kinds.
    static let hostile = [
        "Hostile/hostile.ndjson", "Hostile/forged.ndjson", "Quirks/texts.ndjson",
    ].map { "\(root)/Tests/Fixtures/\($0)" }

    /// A mail that holds all of that wherever it may hold text.
    static let hostileMail = "\(root)/Tests/Fixtures/Mail/hostile.eml"

    /// A log with stretches that are no JSON, which `:regions` lists.
    static let broken: String = {
        let path = "\(Program.folder)/broken.ndjson"
        let lines = try? String(contentsOfFile: Program.fixture, encoding: .utf8)
        let torn = "{\"mail\":\u{1B}]0;owned\u{07}\u{202E} \u{9B}31m\n"
        write(Data(torn.utf8) + [0xFF, 0x0A] + Data((lines ?? "").utf8), to: path)
        return path
    }()

    /// About 30 MB, the sample again and again.
    ///
    /// It takes seconds to read in a debug build. It stays where it is for the next run.
    static let large: String = {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("ses-browser-tests-large.ndjson").path
        guard let bytes = FileManager.default.contents(atPath: sample) else { return path }
        let times = (30 << 20) / bytes.count + 1
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        if attributes?[.size] as? Int == times * bytes.count { return path }
        let draft = "\(Program.folder)/large.ndjson"
        write(Data((0..<times).map { _ in bytes }.joined()), to: draft)
        _ = unsafe rename(draft, path)
        return path
    }()

    /// Writes a file, without which the tests make no sense.
    static func write(_ bytes: Data, to path: String) {
        let isWritten = FileManager.default.createFile(atPath: path, contents: bytes)
        precondition(isWritten, "a fixture could not be written")
    }

    /// A copy of a log under a name that would act on a terminal: ESC, LF, CR, a bidirectional
    /// override, a C1 control and a byte that is no UTF-8.
    ///
    /// - Returns: The whole path in bytes.
    static func copy(_ path: String, name: [UInt8] = hostileName) -> [UInt8] {
        let target = Array("\(Program.folder)/".utf8) + name
        let bytes = FileManager.default.contents(atPath: path) ?? Data()
        let file = target.map { CChar(bitPattern: $0) } + [0]
        guard let stream = unsafe fopen(file, "w") else { return target }
        _ = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, stream) }
        unsafe fclose(stream)
        return target
    }

    /// A name that no program should send to a terminal as it is.
    static let hostileName =
        Array("a\u{1B}]0;owned\u{07}\u{1B}[31m\n\rb\u{202E}c\u{200B}\u{9B}2J".utf8) + [0xFF, 0x9B]

    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
}

import Foundation
import Testing

/// Compares a text with the file of the given name in `Golden/`, or writes that file anew where
/// `SES_RECORD=1` is set.
func expectGolden(
    _ text: String, _ name: String, location: SourceLocation = #_sourceLocation
) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Golden/\(name).txt")
    if ProcessInfo.processInfo.environment["SES_RECORD"] == "1" {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data((text + "\n").utf8).write(to: file)
    }
    let golden = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(golden == text + "\n", "differs from \(name).txt", sourceLocation: location)
}

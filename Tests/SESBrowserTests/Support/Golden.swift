import Foundation
import Testing

@testable import SESBrowser

/// Compares a screen with the one in `Golden/NAME.txt`; with `SES_RECORD=1` writes it there.
func expectGolden(
    _ screen: Grid, _ theme: Theme, _ name: String,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Golden")
    let file = folder.appending(path: "\(name).txt")
    let actual = screen.described(theme)
    if ProcessInfo.processInfo.environment["SES_RECORD"] == "1" {
        try actual.write(to: file, atomically: true, encoding: .utf8)
        return
    }
    let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    guard Array(expected.utf8) != Array(actual.utf8) else { return }
    Issue.record("\(name) differs:\n\(diff(expected, actual))", sourceLocation: sourceLocation)
}

private func diff(_ expected: String, _ actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    return (0..<max(old.count, new.count)).compactMap { index -> String? in
        let before = index < old.count ? old[index] : ""
        let after = index < new.count ? new[index] : ""
        return before == after ? nil : "line \(index + 1)\n- \(before)\n+ \(after)"
    }.joined(separator: "\n")
}

import FuzzSupport
@testable import SESCore

/// What unwrapping promises of an input that is one document.
enum WholeCheck {
    private static let columns: [RawText] = ["ses.receipt.spamVerdict.status", "x"]

    /// Unwraps an input in every form that it may be of, and each document that a reader finds.
    static func check(_ input: [UInt8]) {
        guard let first = input.first, !JSONStructure.isSpace(first) else { return }
        let all = 0..<input.count
        for form in [DocumentForm.python, .inspect, .cut(.endOfInput), .mail, .columns(columns)] {
            DocumentCheck.check(input, all, form)
        }
        if first == UInt8(ascii: "\""), input.count > 1 { DocumentCheck.check(input, all, .cell) }
        var walker = JSONWalker(input.span)
        if let range = walker.skipValue() { DocumentCheck.check(input, range, .json) }
        for document in TextDocuments(input.span).documents {
            DocumentCheck.check(input, document.range, document.form)
        }
    }
}

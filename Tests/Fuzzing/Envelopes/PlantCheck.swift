import FuzzSupport
@testable import SESCore

/// What a sender can write into a mail never becomes an event of its own.
enum PlantCheck {
    /// Events with places for what a sender writes, each of them one record.
    private static let events: [[StaticString]] = [
        [
            #"{"Records":[{"eventSource":"aws:ses","ses":{"mail":{"headers":[{"name":"#,
            #","value":"#, #"}],"commonHeaders":{"subject":"#, #"}},"receipt":{}}}]}"#,
        ],
        [
            #"{"notificationType":"Received","receipt":{},"content":"#,
            #","mail":{"headers":"#, #","commonHeaders":"#, "}}",
        ],
        [
            #"{"level":"info","event":{"mail":{"headers":"#, #","commonHeaders":{"from":"#,
            #"}},"receipt":{"spamVerdict":{"status":"PASS"}},"content":"#, "}}",
        ],
    ]
    /// What programs print of a mail, with places for its texts.
    private static let prints: [[StaticString]] = [
        [#"{"subject":"a","body":"#, #","message":"#, #","html":"#, "}"],
        [#"{"level":"info","mail":{"from":"a","text":"#, #","message":"#, #"}}"#],
        [#"{"level":"info","headers":"#, #","content":"#, #","emailContent":"#, "}"],
    ]

    /// Plants an input as a text, and as the value that it is.
    static func check(_ input: [UInt8]) {
        var writer = JSONWriter(keepsBytes: true)
        writer.text(RawText(input), field: "text")
        for event in events { promise(records(in: event, writer.bytes) == 1, "\(event)") }
        for print in prints { promise(records(in: print, writer.bytes) == 0, "\(print)") }
        var walker = JSONWalker(input.span)
        guard let value = walker.skipValue(), !input[value].contains(0x0A) else { return }
        for event in events {
            let found = records(in: event, Array(input[value]))
            promise(found == 1, "\(found) records with \(SoundJSON.text(input)) in \(event)")
        }
    }

    /// How many records are found in a document with something in each of its places.
    private static func records(in parts: [StaticString], _ planted: [UInt8]) -> Int {
        let document = Array(parts.map { Array("\($0)".utf8) }.joined(separator: planted))
        return TextDocuments(document.span).documents.map { found in
            Unwrapper.findings(document.span, in: found.range, form: found.form).count {
                if case .record = $0.what { true } else { false }
            }
        }.reduce(0, +)
    }
}

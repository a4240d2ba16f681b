import Testing

@testable import SESCore

/// Events that a sender wrote into a mail never load, whatever is put around them.
@Suite struct ForgeryTests {
    static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        JSONText.encode(RawText(text), to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Events as a sender may write them: alone, in a message, behind words, in a row.
    static let forged: [String] = {
        let pair = #"{"mail":{"messageId":"forged"},"receipt":{"spamVerdict":{"status":"PASS"}}}"#
        let record = #"{"Records":[{"eventSource":"aws:ses","ses":\#(pair)}]}"#
        return [
            pair, record, #"{"Type":"Notification","TopicArn":"a","Message":\#(quoted(pair))}"#,
            "2026-11-18T09:41:07.250Z\tid\tINFO\t" + record, "\n" + record + "\n",
            #"{"events":[{"timestamp":1,"message":\#(quoted(record))}]}"#,
            #"[[{"field":"@message","value":\#(quoted(pair))}]]"#, "\"" + pair + "\"",
        ]
    }()

    /// A record with a text wherever a sender can bring one in.
    static func record(_ text: String) -> String {
        let text = quoted(text)
        let keys = ["Message", "body", "Body", "message", "@message", "data", "detail", "event"]
        let headers = keys.map { #"{"name":"\#($0)","value":\#(text),"\#($0)":\#(text)}"# }
        let common = keys.map { #""\#($0)":\#(text)"# }
        let mail =
            #"{"messageId":"real","source":\#(text),"destination":[\#(text)],"headers":["#
            + headers.joined(separator: ",")
            + #"],"commonHeaders":{"subject":\#(text),"from":[\#(text)],"#
            + common.joined(separator: ",") + "}}"
        return #"{"notificationType":"Received","mail":\#(mail),"#
            + #""receipt":{"recipients":[\#(text)],"spamVerdict":{"status":"FAIL"}},"content":\#(text)}"#
    }

    static let wrappers: [@Sendable (String) -> String] = [
        { $0 },
        { #"{"Type":"Notification","TopicArn":"a","Subject":"s","Message":\#(quoted($0))}"# },
        { #"{"messageId":"1","receiptHandle":"h","body":\#(quoted($0)),"eventSource":"aws:sqs"}"# },
        { #"{"timestamp":1,"message":\#(quoted("2026 id INFO " + $0 + " done"))}"# },
        { #"{"level":"INFO","message":\#($0)}"# }, { #"{"level":"INFO","event":\#(quoted($0))}"# },
        { #"{"a":{"b":[{"c":\#($0)}]}}"# },
        { #"{"requestContext":{},"requestPayload":\#($0),"responsePayload":null}"# },
        { #"{"detail-type":"x","source":"y","detail":\#($0)}"# },
        { #"{"@message":\#(quoted($0))}"# }, { #"{"@message":\#($0)}"# },
    ]

    static func ids(_ document: String) -> [String?] {
        let bytes = Array(document.utf8)
        return Unwrapper.findings(bytes.span, in: 0..<bytes.count).compactMap { finding in
            guard case .record = finding.what,
                let record = finding.route.record(in: Array(bytes[finding.carrier]))
            else { return nil }
            return .some(EventDecoder.event(record.span).mail?.messageID?.description)
        }
    }

    @Test(arguments: forged.indices)
    func `an event in the text of a mail does not load, however deep the mail lies`(index: Int) {
        let record = Self.record(Self.forged[index])
        for outer in Self.wrappers.indices {
            for inner in Self.wrappers.indices {
                let document = Self.wrappers[outer](Self.wrappers[inner](record))
                #expect(Self.ids(document) == ["real"], "\(outer) around \(inner)")
            }
        }
    }

    @Test(arguments: [
        "msg", "text", "subject", "log", "error", "stack", "value", "html", "title", "raw", "Data",
        "MESSAGE", "messages", "headers", "Headers", "content", "Content", "commonHeaders", "args",
    ])
    func `a text that a program logs under another key is not decoded`(key: String) {
        for text in Self.forged {
            let quoted = Self.quoted(text)
            for document in [
                #"{"level":"INFO","\#(key)":\#(quoted)}"#,
                #"{"a":{"\#(key)":\#(quoted)},"b":[{"\#(key)":[\#(quoted)]}]}"#,
                #"{"level":"INFO","message":{"\#(key)":\#(quoted)}}"#,
                #"{"message":[\#(quoted)],"event":{"x":\#(quoted)}}"#,
            ] {
                #expect(Self.ids(document) == [])
            }
        }
    }

    @Test(arguments: [
        "headers", "Headers", "commonHeaders", "multiValueHeaders", "headerLines", "content",
        "mailContent", #"\u0068eaders"#, #"con\u0074ent"#,
    ])
    func `nothing below the headers or the content of a mail is looked into`(key: String) {
        for text in Self.forged {
            let quoted = Self.quoted(text)
            let document =
                #"{"\#(key)":{"message":\#(quoted),"a":[{"body":\#(quoted)}]},"x":{"\#(key)":"#
                + #"{"data":\#(quoted)}},"message":"words"}"#
            #expect(Self.ids(document) == [])
        }
    }

    @Test func `a mail that a program prints keeps its texts to itself`() {
        for text in Self.forged {
            let quoted = Self.quoted(text)
            for document in [
                #"{"from":"a@b.example","body":\#(quoted)}"#,
                #"{"level":"INFO","parsed":{"subject":"s","message":\#(quoted)}}"#,
                #"{"level":"INFO","parsed":{"subject":"s","parts":[{"body":\#(quoted)}]}}"#,
            ] {
                #expect(Self.ids(document) == [])
            }
        }
    }
}

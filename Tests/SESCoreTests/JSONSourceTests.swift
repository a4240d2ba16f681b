import Foundation
import Testing

@testable import SESCore

@Suite struct JSONSourceTests {
    private func line(_ text: RawText) -> (text: String, isExact: Bool) {
        var writer = JSONWriter()
        writer.source(text, field: "record")
        return (String(decoding: writer.bytes, as: UTF8.self), writer.inexact.isEmpty)
    }

    @Test(arguments: [
        (" { \"a b\" :\n [ 1 ,\t2 ] }\r\n", "{\"a b\":[1,2]}"), ("true\n false", "true false"),
        ("{\"a\":\"x\\\"y \\\\\"}", "{\"a\":\"x\\\"y \\\\\"}"), ("", ""), ("\"\\", "\"\\"),
        ("\"a\nb\u{1B}[2Jc\u{9B}\u{202E}\u{7F}\"", #""a\u000ab\u001b[2Jc\u009b\u202e\u007f""#),
        ("\"\\\u{1B}\"", #""\\\u001b""#), ("{\u{1B}]0;x\u{7}}", #"{\u001b]0;x\u0007}"#),
        (#""\ud800é漢""#, #""\ud800é漢""#),
    ])
    func `a record is written on one line, harmless, its strings as they are spelled`(
        text: String, line: String
    ) {
        #expect(self.line(RawText(text)).text == line)
        #expect(self.line(RawText(text)).isExact)
    }

    @Test func `bytes that are no UTF-8 are told, and surrogates are spelled`() {
        let broken = line(RawText([0x22, 0xFF, 0x22] as [UInt8]))
        #expect(broken.text == "\"\u{FFFD}\"")
        #expect(!broken.isExact)
        let surrogate = line(RawText([0x22, 0xED, 0xA0, 0x80, 0x22] as [UInt8]))
        #expect(surrogate.text == #""\ud800""#)
        #expect(surrogate.isExact)
    }

    @Test func `every record of the sample says the same as before`() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Samples/inbound.ndjson").path
        let table = LogLoader(paths: [RawText(path)]).load()
        var reader = RecordReader()
        var count = 0
        for row in 0..<table.count {
            let record = try table.load(row, with: &reader).record
            guard let before = try? object(record.bytes) else { continue }
            var writer = JSONWriter()
            writer.source(record, field: "record")
            let after = try object(writer.bytes)
            #expect(before.isEqual(after), "row \(row)")
            #expect(!writer.bytes.contains { $0 < 0x20 || $0 == 0x7F })
            count += 1
        }
        #expect(count > 150)
    }

    private func object(_ bytes: [UInt8]) throws -> NSObject {
        try #require(
            try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
                as? NSObject)
    }
}

import Testing

@testable import SESCore

/// Holds the decoding of some parts of a record against the decoding of all of it.
@Suite struct PartialScanTests {
    private static let fields: [TextField] = [
        .any, .from, .domain, .subject, .source, .recipient, .ip, .action, .file, .id, .to, .cc,
        .header("x-mailer"), .header("Received"), .header("x-ses-spam-verdict"), .header("to"),
        .header(""), .header("x-odd"),
    ]

    /// True where the short way took the record.
    private func check(_ record: [UInt8]) -> Bool {
        let whole = EventDecoder.event(record.span)
        let words = String(decoding: record, as: UTF8.self)
        let late = EventDecoder.event(record.span, wanting: .particulars)
        #expect(RowParticulars(late) == RowParticulars(whole), "\(words)")
        var all = RecordWish.particulars
        for field in Self.fields {
            let wish = RecordWish(.text(field, [.words("x")]))
            let event = EventDecoder.event(record.span, wanting: wish)
            #expect(event.texts(of: field) == whole.texts(of: field), "\(field) \(words)")
            if !wish.isWhole { all.formUnion(wish) }
        }
        let event = EventDecoder.event(record.span, wanting: all)
        #expect(RowParticulars(event) == RowParticulars(whole), "\(words)")
        for field in Self.fields where field != .header("") {
            #expect(event.texts(of: field) == whole.texts(of: field), "\(field) \(words)")
        }
        return PartialScan.event(record.span, .particulars) != nil
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func `records read in part say what they say as a whole`(seed: UInt64) {
        var log = LateLog(seed: seed)
        var accepted = 0
        for index in 0..<50 {
            let pair = log.pair()
            let forms = [
                pair, #"{"eventSource":"aws:ses","ses":\#(pair)}"#,
                #"{"notificationType":"Received","content":"x",\#(pair.dropFirst())"#,
                " \(pair) ", #"{"mail":{"source":"lost"},"ses":\#(pair)}"#,
            ]
            if check(Array(forms[index % forms.count].utf8)) { accepted += 1 }
        }
        #expect(accepted > 10)
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func `no damage makes the two differ`(seed: UInt64) {
        var log = LateLog(seed: seed &+ 50)
        var random = SeededRandom(seed: seed)
        let parts = [
            "\"", "\\", "{", "}", "[", "]", ",", ":", "\n", "null", #""mail":{},"#,
            #","source":"b""#,
            #","value":"PASS""#, #"{"name":"a"},"#, #""headers":[],"#, " ", "\u{1}", "é", "1",
        ]
        for _ in 0..<30 {
            var bytes = Array(log.pair().utf8)
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes.remove(at: place)
                case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
                default:
                    let part = parts[Int.random(in: 0..<parts.count, using: &random)]
                    bytes.insert(contentsOf: Array(part.utf8), at: place)
                }
            }
            _ = check(bytes)
        }
    }
}

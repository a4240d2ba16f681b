import Testing

@testable import SESCore

/// The items of a text, read through windows of the given step.
func items(of bytes: [UInt8], step: Int = 4096) -> [ReaderItem] {
    var reader = DocumentReader()
    var items: [ReaderItem] = []
    var base = 0
    var end = 0
    while true {
        let isFinal = end == bytes.count
        let item = reader.next(
            bytes.span.extracting(base..<end), base: base, isFinal: isFinal)
        switch item {
        case .more:
            base = reader.needed
            end = min(bytes.count, end + max(step, end - base))
        case .end: return items
        default: items.append(item)
        }
    }
}

extension ReaderItem {
    var range: Range<Int> {
        switch self {
        case .document(let range, _, _), .envelope(let range), .text(let range), .value(let range),
            .remark(let range, _), .broken(let range, _):
            range
        case .more, .end: 0..<0
        }
    }
}

/// Items with neighbours of one kind joined, which is what the counts of a file are made of.
func joined(_ items: [ReaderItem]) -> [ReaderItem] {
    var result: [ReaderItem] = []
    for item in items where !item.range.isEmpty {
        switch (result.last, item) {
        case (.envelope(let before), .envelope(let range)):
            result[result.count - 1] = .envelope(before.lowerBound..<range.upperBound)
        case (.broken(let before, let reason), .broken(let range, _)):
            result[result.count - 1] = .broken(
                before.lowerBound..<range.upperBound, reason: reason)
        default: result.append(item)
        }
    }
    return result
}

/// Expects every byte in exactly one item, and the same items through windows of any size.
func expectEveryByteOnce(_ bytes: [UInt8]) {
    let whole = joined(items(of: bytes, step: 1 << 20))
    var position = 0
    for item in whole {
        #expect(item.range.lowerBound == position)
        position = item.range.upperBound
    }
    #expect(position == bytes.count)
    for step in [1, 7, 64, 4096] { #expect(joined(items(of: bytes, step: step)) == whole) }
}

@Suite struct ReaderTests {
    func documents(_ text: String) -> [String] {
        items(of: Array(text.utf8)).compactMap {
            guard case .document(let range, .json, _) = $0 else { return nil }
            return String(decoding: Array(text.utf8)[range], as: UTF8.self)
        }
    }

    @Test(
        arguments: [
            #"{"a":1}"# + "\n" + #"{"b":2}"# + "\n", #"{"a":1}{"b":2}"#,
            "\u{FEFF}" + #"{"a":1} {"b":2}"#, #"[{"a":1},{"b":2}]"#,
            "[\n" + #"{"a":1}"# + ",\n" + #"{"b":2}"# + "\n]\n", #"{"Records":[{"a":1},{"b":2}]}"#,
            #"{"x":{"y":[1]},"Records":[{"a":1},{"b":2}],"z":0}"#,
            #"[{"Records":[{"a":1}]},{"Records":[{"b":2}]}]"#,
            "\r\n\r\n" + #"{"a":1}"# + "\r" + #"{"b":2}"#,
            "2025-02-03T04:05:06.007Z\tid\tINFO\t" + #"{"a":1}"# + "\n[INFO] x "
                + #"{"b":2} trailing words"# + "\n",
            #"{"a":1},"# + "\n" + #"{"b":2},"# + "\n",
        ])
    func `every framing gives the same documents`(text: String) {
        #expect(documents(text) == [#"{"a":1}"#, #"{"b":2}"#])
        #expect(
            !items(of: Array(text.utf8)).contains { if case .broken = $0 { true } else { false } })
    }

    @Test func `a cut document does not take its neighbours with it`() {
        let text = #"{"a":1}"# + "\n" + #"{"b":"cut"# + "\n" + #"{"c":3}"# + "\n"
        #expect(documents(text) == [#"{"a":1}"#, #"{"c":3}"#])
    }

    @Test func `a cut document on a line with others costs only itself`() {
        let good = #"{"Records":[{"a":1}]}"#
        let text = good + #"{"Records":[{"ses":{"mail":{"x":"cut"# + good + good
        #expect(documents(text) == [#"{"a":1}"#, #"{"a":1}"#, #"{"a":1}"#])
    }

    @Test func `an event inside a text is no document`() {
        let text = #"{"subject":"{\"Records\":[{\"ses\":1}]} {\"mail\":2}"}"# + "\n"
        #expect(documents(text).count == 1)
        #expect(documents(#"{"a":"x {\"Records\":[{}]}"# + "\n").isEmpty)
    }

    @Test func `open braces cost time linear in their number`() {
        let text = String(repeating: "{\"a\":\n", count: 20_000) + #"{"Records":[{"b":2}]}"#
        #expect(documents(text) == [#"{"b":2}"#])
    }

    @Test func `deep brackets are skipped without recursion`() {
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        #expect(documents(#"{"a":\#(deep)}"# + "\n" + #"{"b":2}"#).count == 2)
    }

    @Test(arguments: 0..<300)
    func `every byte is in exactly one item whatever the window`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let bytes = soup(&random)
        expectEveryByteOnce(bytes)
    }

    @Test(arguments: 0..<300)
    func `good lines load whatever is put between them`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var text: [UInt8] = []
        var expected = 0
        for _ in 0..<20 {
            if Bool.random(using: &random) {
                text += soup(&random)
                text += Array("\n".utf8)
            }
            text += Array(#"{"Records":[{"ses":{"mail":{"good":1}}}]}"#.utf8) + [0x0A]
            expected += 1
        }
        let found = items(of: text).count { item in
            guard case .document(let range, .json, _) = item else { return false }
            return String(decoding: text[range], as: UTF8.self).contains(#""good":1"#)
        }
        #expect(found == expected)
    }

    /// Pieces of JSON, torn and put together at random.
    func soup(_ random: inout SeededRandom) -> [UInt8] {
        let parts: [String] = [
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\n", "\r", " ", "\t", "null", "1.5e3",
            "words",
            #"{"Records":[{"ses":{"mail":{"messageId":"x"}}}]}"#,
            #"{"mail":{"a":"b"},"receipt":{}}"#,
            #"{"Records":["#, "]}", #""key":"#,
            #"{"Type":"Notification","Message":"{\"mail\":{}}"}"#,
            "[INFO] ", "\u{FEFF}", "é", "\u{0}", #"{"a":[1,2,{"b":null}]}"#,
            "START RequestId: 1 Version",
        ]
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...40, using: &random) {
            let part = Array(parts[Int.random(in: 0..<parts.count, using: &random)].utf8)
            let cut = Int.random(in: 0..<4, using: &random) == 0
            bytes += cut ? part.prefix(Int.random(in: 0...part.count, using: &random)) : part[...]
            if Int.random(in: 0..<20, using: &random) == 0 {
                bytes.append(UInt8.random(in: 0...255, using: &random))
            }
        }
        return bytes
    }
}

/// A generator that repeats from a seed (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

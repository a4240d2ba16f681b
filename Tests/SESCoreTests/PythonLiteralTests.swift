import Foundation
import Testing

@testable import SESCore

/// Literals of Python as JSON.
@Suite struct PythonLiteralTests {
    func json(_ text: String) -> String? {
        try? PythonLiteral.json(of: Array(text.utf8).span).map {
            String(decoding: $0, as: UTF8.self)
        }.get()
    }

    @Test(
        arguments: [
            ("{'a': 1, 'b': [True, False, None]}", #"{"a":1,"b":[true,false,null]}"#),
            (#"{'s': 'it\'s "x"'}"#, #"{"s":"it's \"x\""}"#),
            (#"{'s': "it's"}"#, #"{"s":"it's"}"#),
            (#"{'s': '\\ \n\r\t\x00\x1b\x7f'}"#, "{\"s\":\"\\\\ \\n\\r\\t\\u0000\\u001b\u{7F}\"}"),
            (#"{'s': '\xe9\u2028\U0001f389'}"#, #"{"s":"é\#u{2028}🎉"}"#),
            (#"{'s': '\ud800', 't': '\a\v\101\q'}"#, #"{"s":"\ud800","t":"\u0007\u000bA\\q"}"#),
            (#"{u'k': b'\xc3\xa9', 'r': r'\n'}"#, #"{"k":"é","r":"\\n"}"#),
            (#"{b'k': b'\u00e9'}"#, #"{"k":"\\u00e9"}"#),
            ("{'t': (1, -2.50e+3), 'e': (), 'n': [],}", #"{"t":[1,-2.50e+3],"e":[],"n":[]}"#),
            ("{'long': 574L, 1: 'x', None: {}}", #"{"long":574,"1":"x","null":{}}"#),
            ("{'s': 'first '\n  'second',\n 'x': 1}", #"{"s":"first second","x":1}"#),
            ("[{'a': 12345678901234567890.10}]", #"[{"a":12345678901234567890.10}]"#),
            ("{'json': '{\"a\": \"b\\\\n\"}'}", #"{"json":"{\"a\": \"b\\n\"}"}"#),
        ])
    func `a literal becomes the JSON of the same value`(literal: String, expected: String) {
        #expect(json(literal) == expected)
    }

    @Test(
        arguments: [
            "{'a'}", "{'a': }", "{'a': 1", "{'a': 'x", "{'a' 1}", "[1 2]", "[,]", "{'a': 1,,}",
            "{'a': datetime.datetime(2025, 1, 1)}", "{'a': <object at 0x7f>}", "{'a': x}",
            "{'a': [1}", "{'a': 1} {", "{'a': 'first\nsecond'}", "{'a': 0x10}", "{'a': {}: 1}", "",
            "{[1]: 2}", "{'a': -}", "{'a': 'b' 'c", "{'a': 1j}",
        ])
    func `what is no literal is told with its place`(text: String) {
        let bytes = Array(text.utf8)
        switch PythonLiteral.json(of: bytes.span) {
        case .success(let json): Issue.record("\(String(decoding: json, as: UTF8.self))")
        case .failure(let failure):
            #expect(0...bytes.count ~= failure.position)
            #expect(!failure.reason.isEmpty)
        }
    }

    @Test(arguments: 0..<200)
    func `any value survives being written by Python`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let value = PythonValue.random(&random, depth: 4)
        let literal = value.repr(&random)
        let json = try PythonLiteral.json(of: literal.span).get()
        #expect(json == value.json, "\(String(decoding: literal, as: UTF8.self))")
        var limit = LookAhead.known
        guard literal.first == UInt8(ascii: "{") else { return }
        let end = LiteralStructure.end(literal.span, from: 0, isPython: true, limit: &limit)
        #expect(end == .ok(literal.count))
    }

    @Test(arguments: 0..<300)
    func `a literal that was damaged neither crashes nor yields broken JSON`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var literal = PythonValue.random(&random, depth: 4).repr(&random)
        for _ in 0..<Int.random(in: 1...4, using: &random) where !literal.isEmpty {
            let place = Int.random(in: 0..<literal.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: literal.remove(at: place)
            case 1: literal.insert(UInt8.random(in: 0...255, using: &random), at: place)
            default: literal.removeSubrange(place...)
            }
        }
        guard case .success(let json) = PythonLiteral.json(of: literal.span) else { return }
        var walker = JSONWalker(json.span)
        #expect(walker.skipValue() != nil)
        #expect(walker.failure == nil)
    }

    @Test func `deep nesting and long texts take one pass`() {
        let deep = String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000)
        #expect(json("{'a': \(deep)}")?.utf8.count == 6 + 400_000)
        let long = String(repeating: "\\x41", count: 500_000)
        #expect(json("{'a': '\(long)'}")?.utf8.count == 8 + 500_000)
    }
}

/// A value and its two spellings, written here apart from the code that is tested.
indirect enum PythonValue {
    case none, bool(Bool), number(String), text([UInt32]), list([PythonValue], isTuple: Bool)
    case dictionary([(key: [UInt32], value: PythonValue)])

    static func random(_ random: inout SeededRandom, depth: Int) -> PythonValue {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &random) {
        case 0: .none
        case 1: .bool(.random(using: &random))
        case 2: .number("\(Int.random(in: -1_000_000...1_000_000, using: &random))")
        case 3, 4: .text(characters(&random))
        case 5:
            .list(
                (0..<Int.random(in: 0..<4, using: &random)).map { _ in
                    .random(&random, depth: depth - 1)
                }, isTuple: .random(using: &random))
        default:
            .dictionary(
                (0..<Int.random(in: 0..<4, using: &random)).map { _ in
                    (characters(&random), .random(&random, depth: depth - 1))
                })
        }
    }

    private static func characters(_ random: inout SeededRandom) -> [UInt32] {
        (0..<Int.random(in: 0..<12, using: &random)).map { _ in
            let choices: [UInt32] = [
                0x27, 0x22, 0x5C, 0x0A, 0x0D, 0x09, 0, 0x1B, 0x7F, 0x85, 0xE9, 0x2028, 0x6F22,
                0x1F389, 0xD800, 0xDFFF, 0x7B, 0x7D, 0x20, 0x61, 0x75,
            ]
            return choices[Int.random(in: 0..<choices.count, using: &random)]
        }
    }

    /// What `repr` of Python writes.
    func repr(_ random: inout SeededRandom) -> [UInt8] {
        switch self {
        case .none: return Array("None".utf8)
        case .bool(let value): return Array((value ? "True" : "False").utf8)
        case .number(let digits): return Array(digits.utf8)
        case .text(let text): return Self.repr(text)
        case .list(let values, let isTuple):
            var parts = values.map { $0.repr(&random) }
            if isTuple, parts.count == 1 { parts.append([]) }
            let inside = Array(parts.joined(separator: Array(", ".utf8)))
            return Array((isTuple ? "(" : "[").utf8) + inside + Array((isTuple ? ")" : "]").utf8)
        case .dictionary(let members):
            let parts = members.map {
                Self.repr($0.key) + Array(": ".utf8) + $0.value.repr(&random)
            }
            return Array("{".utf8) + Array(parts.joined(separator: Array(", ".utf8)))
                + Array("}".utf8)
        }
    }

    private static func repr(_ text: [UInt32]) -> [UInt8] {
        let quote: UInt32 = text.contains(0x27) && !text.contains(0x22) ? 0x22 : 0x27
        var bytes = [UInt8(quote)]
        for value in text {
            switch value {
            case quote, 0x5C: bytes += [0x5C, UInt8(value)]
            case 0x0A: bytes += Array("\\n".utf8)
            case 0x0D: bytes += Array("\\r".utf8)
            case 0x09: bytes += Array("\\t".utf8)
            case 0..<0x20, 0x7F..<0xA0: bytes += Array("\\x\(hex(value, 2))".utf8)
            case 0x2028, 0xD800..<0xE000: bytes += Array("\\u\(hex(value, 4))".utf8)
            case 0x1F389: bytes += Array("\\U\(hex(value, 8))".utf8)
            default: WTF8.append(value, to: &bytes)
            }
        }
        return bytes + [UInt8(quote)]
    }

    private static func hex(_ value: UInt32, _ digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: digits - text.count) + text
    }

    var json: [UInt8] {
        switch self {
        case .none: return Array("null".utf8)
        case .bool(let value): return Array("\(value)".utf8)
        case .number(let digits): return Array(digits.utf8)
        case .text(let text): return Self.json(text)
        case .list(let values, _):
            return [0x5B] + Array(values.map(\.json).joined(separator: [0x2C])) + [0x5D]
        case .dictionary(let members):
            let parts = members.map { Self.json($0.key) + [0x3A] + $0.value.json }
            return [0x7B] + Array(parts.joined(separator: [0x2C])) + [0x7D]
        }
    }

    private static func json(_ text: [UInt32]) -> [UInt8] {
        var bytes: [UInt8] = [0x22]
        for value in text {
            switch value {
            case 0x22, 0x5C: bytes += [0x5C, UInt8(value)]
            case 0x0A: bytes += Array("\\n".utf8)
            case 0x0D: bytes += Array("\\r".utf8)
            case 0x09: bytes += Array("\\t".utf8)
            case 0..<0x20, 0xD800..<0xE000: bytes += Array("\\u\(hex(value, 4))".utf8)
            default: WTF8.append(value, to: &bytes)
            }
        }
        return bytes + [0x22]
    }
}

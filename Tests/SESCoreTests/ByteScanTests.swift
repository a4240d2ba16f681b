import ByteKernels
import Testing

@testable import SESCore

/// Holds the loops in C against plain Swift, with all instructions that the machine has.
@Suite(.serialized) final class ByteScanTests {
    /// The best come last, and stay chosen.
    static let kinds = [KERNEL_PLAIN, KERNEL_NEON, KERNEL_SSE2, KERNEL_AVX2, KERNEL_AVX512].filter {
        kernel_choose($0)
    }

    deinit {
        if let best = Self.kinds.last { _ = kernel_choose(best) }
    }

    private func random(_ random: inout SeededRandom, of parts: [String], most: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...most, using: &random) {
            bytes += Array(parts[Int.random(in: 0..<parts.count, using: &random)].utf8)
            if Int.random(in: 0..<30, using: &random) == 0 {
                bytes.append(UInt8.random(in: 0...255, using: &random))
            }
        }
        return bytes
    }

    @Test(arguments: kinds)
    func `vector code and one byte at a time come to the same`(kind: kernel_kind) {
        #expect(kernel_choose(kind))
        var random = SeededRandom(seed: 7)
        let rare: [UInt8] = [0x0A, 0x22, 0x5C, 0x0B, 0x09, 0x8A, 0xA2, 0xDC, 0x00, 0xFF, 0x01]
        for _ in 0..<4000 {
            let bytes = (0..<Int.random(in: 0...150, using: &random)).map { _ in
                Int.random(in: 0..<9, using: &random) == 0
                    ? rare[Int.random(in: 0..<rare.count, using: &random)]
                    : UInt8.random(in: 0x20...0x7E, using: &random)
            }
            let start = Int.random(in: 0...bytes.count, using: &random)
            let end = Int.random(in: start...bytes.count, using: &random)
            let part = bytes[start..<end]
            #expect(
                ByteScan.endOfPlainText(bytes.span, from: start, to: end)
                    == part.firstIndex { [0x0A, 0x22, 0x5C].contains($0) } ?? end)
            #expect(
                ByteScan.lineFeeds(bytes.span, from: start, to: end) == part.count { $0 == 0x0A })
        }
    }

    /// What ``ByteScan/endOfText(_:from:)`` answers, in plain Swift.
    private func endOfText(_ bytes: [UInt8], from start: Int) -> (ByteScan.Found, UInt32) {
        var traits: ByteScan.TextTraits = []
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""): return (.at(index), traits.rawValue)
            case 0x0A: return (.unusual, 0)
            case UInt8(ascii: "\\"):
                traits.insert(.escape)
                index += 1
                if index < bytes.count, bytes[index] != 0x0A { index += 1 }
                continue
            case 0..<0x20: traits.insert(.control)
            case 0x80...: traits.insert(.nonASCII)
            default: break
            }
            index += 1
        }
        return (.ranOut, 0)
    }

    @Test(arguments: kinds)
    func `the end of a text and what is in it are found`(kind: kernel_kind) {
        #expect(kernel_choose(kind))
        var random = SeededRandom(seed: 8)
        let parts = ["a", "é", "\\\"", "\\\\", "\\n", "\t", "0123456789abcdef0123", "\""]
        for _ in 0..<20_000 {
            var bytes = self.random(&random, of: parts, most: 20)
            if Int.random(in: 0..<20, using: &random) == 0 { bytes.append(0x0A) }
            bytes += Array("\",\"next\":1".utf8)
            if Bool.random(using: &random) { bytes += [UInt8](repeating: 0x61, count: 70) }
            let start = Int.random(in: 0...bytes.count, using: &random)
            let (found, traits) = ByteScan.endOfText(bytes.span, from: start)
            let expected = endOfText(bytes, from: start)
            #expect(found == expected.0)
            if case .at(let quote) = found {
                #expect(traits.rawValue == expected.1)
                let isShort = traits.isEmpty && quote - start < 64 && start + 64 <= bytes.count
                #expect(
                    ByteScan.shortText(bytes.span, from: start) == (isShort ? quote - start : nil))
            } else {
                #expect(ByteScan.shortText(bytes.span, from: start) == nil)
            }
        }
    }

    /// Expects of the container at the start of some bytes that it is found to end where the plain code
    /// says; false where its end is not found.
    private func endIsFound(_ bytes: [UInt8]) -> Bool {
        let text = Comment(rawValue: String(decoding: bytes, as: UTF8.self))
        var limit = LookAhead(from: 0, account: 1 << 20)
        let plain = JSONStructure.endOfContainer(bytes.span, from: 0, limit: &limit)
        let (found, lineFeeds) = ByteScan.endOfContainer(bytes.span, from: 0)
        switch found {
        case .at(let end):
            #expect(plain == .ok(end), text)
            #expect(lineFeeds == bytes[..<end].count { $0 == 0x0A }, text)
            return true
        case .ranOut: #expect(plain == .more, text)
        case .unusual:
            if case .bad = plain { return false }
            // A backslash outside of a text is bad only if a quote follows it.
            #expect(bytes.contains(UInt8(ascii: "\\")), text)
        }
        return false
    }

    @Test(arguments: kinds)
    func `a container ends where the plain code says, or is declined`(kind: kernel_kind) {
        #expect(kernel_choose(kind))
        var random = SeededRandom(seed: 9)
        let parts = [
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\n", " ", "a", "null", "\"key\":", "\\\"",
            #"{"name":"X","value":"y z"}"#, #"{"name":"X","value":"a \" b"},"#, "\r\n\t ", "é",
            #""0123456789012345678901234567890123456789012345678901234567890123456789""#, "1,",
        ]
        var accepted = 0
        for _ in 0..<60_000 {
            let opens: [UInt8] = [Bool.random(using: &random) ? 0x5B : 0x7B]
            let bytes = opens + self.random(&random, of: parts, most: 14) + Array("]".utf8)
            if endIsFound(bytes) { accepted += 1 }
        }
        #expect(accepted > 3000)
    }

    /// Headers as they are in logs, in one of three spellings.
    private func headers(_ random: inout SeededRandom) -> [UInt8] {
        let spellings = [("", "", ""), (" ", " ", ""), ("\n    ", " ", "\r\n\t")]
        let (gap, colon, end) = spellings[Int.random(in: 0..<3, using: &random)]
        let parts = [
            "a", "; ", #"\""#, #"\\"#, #"\n"#, "é", "{", "}", "[", "],", ":", "0123456789abcdef",
        ]
        let elements = (0..<Int.random(in: 0...6, using: &random)).map { _ -> String in
            let most = Bool.random(using: &random) ? 4 : 40
            let value = (0..<Int.random(in: 0...most, using: &random)).map { _ in
                parts[Int.random(in: 0..<parts.count, using: &random)]
            }.joined()
            return #"{"name":\#(colon)"X-Y",\#(gap)"value":\#(colon)"\#(value)"}"#
        }
        return Array("[\(elements.joined(separator: ",\(gap)"))\(end)]".utf8)
    }

    @Test(arguments: kinds)
    func `headers end where the plain code says, damaged or not`(kind: kernel_kind) {
        #expect(kernel_choose(kind))
        var random = SeededRandom(seed: 10)
        let rest = Array(
            #","commonHeaders":{"from":["a"],"subject":"\\"}, "x": [1, {"y": "z"}]}"#.utf8)
        let signs = Array("\"\\{}[],: \n\t\r\u{1}a".utf8)
        var accepted = 0
        for _ in 0..<20_000 {
            var bytes = headers(&random)
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                let place = Int.random(in: 1..<bytes.count, using: &random)
                let sign = signs[Int.random(in: 0..<signs.count, using: &random)]
                switch Int.random(in: 0..<3, using: &random) {
                case 0 where bytes.count > 2: bytes.remove(at: place)
                case 1: bytes[place] = sign
                default: bytes.insert(sign, at: place)
                }
            }
            bytes += rest.prefix(Int.random(in: 0...rest.count, using: &random))
            if endIsFound(bytes) { accepted += 1 }
        }
        #expect(accepted > 8000)
    }

    @Test(arguments: kinds)
    func `nothing is read past the end`(kind: kernel_kind) {
        #expect(kernel_choose(kind))
        let text = Array(#"{"name":"#.utf8)
        for count in 1...text.count {
            #expect(
                ByteScan.endOfContainer(text.span.extracting(first: count), from: 0).found
                    == .ranOut)
        }
        let nothing: [UInt8] = []
        #expect(ByteScan.endOfText(nothing.span, from: 0).found == .ranOut)
    }
}

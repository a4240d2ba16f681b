import ByteKernels
import Testing

@testable import SESCore

/// Holds the loops in C that look into texts against plain Swift.
@Suite(.serialized) final class ByteScanTextTests {
    deinit {
        if let best = ByteScanTests.kinds.last { _ = kernel_choose(best) }
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

    /// What ``ByteScan/unescape(_:_:to:)`` appends, and where it ends, in plain Swift.
    private func unescape(_ bytes: [UInt8], _ range: Range<Int>) -> (text: [UInt8], end: Int) {
        var text: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound, bytes[index] >= 0x20 {
            if bytes[index] == UInt8(ascii: "\\") {
                let hasNext = index + 1 < range.upperBound
                guard hasNext, Array("\"\\/".utf8).contains(bytes[index + 1]) else { break }
                index += 1
            }
            text.append(bytes[index])
            index += 1
        }
        return (text, index)
    }

    @Test(arguments: ByteScanTests.kinds)
    func `the backslashes of a text in a text are taken away`(kind: kernel_kind) {
        #expect(kernel_choose(kind))
        var random = SeededRandom(seed: 21)
        let parts = [#"\""#, #"\\"#, #"\/"#, "a", "é", "0123456789abcdef", #"{\"name\":\""#, ":"]
        let ends = ["", #"\n"#, #"\u0041"#, "\t", #"\"#, "\"", "\n"]
        var longest = 0
        for _ in 0..<20_000 {
            var bytes = self.random(&random, of: parts, most: 60)
            bytes += Array(ends[Int.random(in: 0..<ends.count, using: &random)].utf8)
            bytes += self.random(&random, of: parts, most: 10)
            let start = Int.random(in: 0...bytes.count, using: &random)
            let range = start..<Int.random(in: start...bytes.count, using: &random)
            let before = Int.random(in: 0...3, using: &random)
            var end = 0
            let text = [UInt8](capacity: before + range.count) { out in
                for _ in 0..<before { out.append(0x2E) }
                end = ByteScan.unescape(bytes.span, range, to: &out)
            }
            let expected = unescape(bytes, range)
            #expect(text == Array(repeating: 0x2E, count: before) + expected.text)
            #expect(end == expected.end)
            longest = max(longest, end - start)
        }
        #expect(longest > 300)
    }

    @Test func `text is folded character by character, whatever stands beside it`() {
        var random = SeededRandom(seed: 22)
        let parts = [
            "A", "z", "Zebra Crossing 42 ", "É", "ß", "ſ", "Ж", "Ως", "İı", "Ⱥ", "日本語", "한글",
            "€", "ʼn", "K", "🦓", "Ạ", "Ա", "ﬀ", "ａＡ", "\u{E000}",
        ]
        let broken: [[UInt8]] = [[0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF0, 0x9F], [0x80]]
        for _ in 0..<5000 {
            var units: [[UInt8]] = []
            for _ in 0..<Int.random(in: 0...40, using: &random) {
                if Int.random(in: 0..<12, using: &random) == 0 {
                    units.append(broken[Int.random(in: 0..<broken.count, using: &random)])
                    units.append([0x2E])
                } else {
                    units += parts[Int.random(in: 0..<parts.count, using: &random)]
                        .unicodeScalars.map { Array(String($0).utf8) }
                }
            }
            let apart = units.flatMap { SearchFold.fold($0) }
            #expect(SearchFold.fold(units.flatMap(\.self)) == apart)
        }
    }

    @Test(arguments: ByteScanTests.kinds)
    func `where text is said to keep its case, each of its characters folds to itself`(
        kind: kernel_kind
    ) {
        #expect(kernel_choose(kind))
        var keeping = 0
        // All planes in which letters have case, and one in 61 of the others.
        let values = Array(0x80..<0x2_0000) + Array(stride(from: 0x2_0000, to: 0x11_0000, by: 61))
        for scalar in values.compactMap({ Unicode.Scalar(UInt32($0)) }) {
            let bytes = Array(String(scalar).utf8)
            guard ByteScan.keepsCase(bytes.span, from: 0) else { continue }
            keeping += 1
            #expect(SearchFold.fold(bytes) == bytes)
        }
        #expect(keeping > 60_000)
    }

    @Test(arguments: ByteScanTests.kinds)
    func `text is said to keep its case where each of its characters does`(kind: kernel_kind) {
        #expect(kernel_choose(kind))
        var random = SeededRandom(seed: 25)
        let keeping = ["A", "z", "0123456789abcdef", "é", "ß", "ж", "日本語", "한글", "€", "🦓", "ה"]
        let others = ["É", "Ж", "\u{212A}", "ſ", "ａ", "𐐀"].map { Array($0.utf8) }
        let broken: [[UInt8]] = [
            [0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0xA6], [0xC0, 0x80], [0xED, 0xA0, 0x80],
            [0xE0, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF5, 0x80, 0x80, 0x80], [0xFF],
        ]
        for round in 0..<20_000 {
            var units = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                Array(keeping[Int.random(in: 0..<keeping.count, using: &random)].utf8)
            }
            let isWhole = round.isMultiple(of: 2)
            if !isWhole {
                let odd = others + broken
                units.insert(
                    odd[Int.random(in: 0..<odd.count, using: &random)],
                    at: Int.random(in: 0...units.count, using: &random))
            }
            let filler = [UInt8](repeating: 0xFF, count: Int.random(in: 0...3, using: &random))
            let bytes = filler + units.flatMap(\.self)
            #expect(ByteScan.keepsCase(bytes.span, from: filler.count) == isWhole)
        }
    }

    @Test func `words and lines end where the plain code says`() {
        func isInWord(_ byte: UInt8) -> Bool {
            let letter = Unicode.Scalar(byte | 0x20).properties.isLowercase && byte < 0x80
            let isSign = 0x2D...0x3A ~= byte || byte == 0x20 || byte == 0x09
            return letter || isSign || byte >= 0x80
        }
        var random = SeededRandom(seed: 23)
        for value in UInt8.min ... .max {
            for place in [0, 5, 15, 16, 40] {
                var bytes = [UInt8](repeating: 0x61, count: 45)
                bytes[place] = value
                let words = ByteScan.endOfWords(bytes.span, from: 0, to: 45)
                #expect(words == (isInWord(value) ? 45 : place), "\(value)")
                let isPrintable = 0x20..<0x7F ~= value || value == 0x09
                #expect(
                    ByteScan.endOfPrintable(bytes.span, from: 0) == (isPrintable ? 45 : place))
                let start = Int.random(in: 0...45, using: &random)
                let end = Int.random(in: start...45, using: &random)
                let first = bytes[start..<end].firstIndex { !isInWord($0) }
                #expect(ByteScan.endOfWords(bytes.span, from: start, to: end) == first ?? end)
            }
        }
    }

    @Test func `a mailbox in the midst of a log is taken apart as one alone`() {
        var random = SeededRandom(seed: 24)
        let parts = ["Jane", " ", "<", ">", "a@x.example", "@", "\"", "(", "\\", "é", "\t", ","]
        let filler = [UInt8](repeating: 0x3C, count: 70)
        var inPlace = 0
        for _ in 0..<40_000 {
            let isSound = Bool.random(using: &random)
            let address = "\(Int.random(in: 0..<999, using: &random))@mail.x.example"
            let text =
                isSound
                ? Array("  Jané Doe <\(address)>".utf8.dropFirst(Int.random(in: 0...11)))
                : self.random(&random, of: parts, most: 8)
            let alone = MailboxText.inPlace(text.span, 0..<text.count)
            let bytes = filler + text + filler
            let amid = MailboxText.inPlace(bytes.span, 70..<70 + text.count)
            #expect(alone?.address == amid?.address)
            #expect(alone.map { text[$0.name] } == amid.map { text[$0.name] })
            guard let alone else { continue }
            inPlace += 1
            let mailbox = MailboxText(RawText(text))
            #expect(mailbox.address.bytes == Array(text[alone.address]))
            #expect(mailbox.displayName?.bytes ?? [] == Array(text[alone.name]))
        }
        #expect(inPlace > 10_000)
    }
}

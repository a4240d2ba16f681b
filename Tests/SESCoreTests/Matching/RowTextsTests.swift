import Testing

@testable import SESCore

/// The vector code over the texts of rows beside plain Swift.
@Suite struct RowTextsTests {
    /// Rows of three texts each.
    private struct Rows {
        var texts: [[[UInt8]]] = []

        var one: RowTexts {
            RowTexts(bytes: texts.flatMap { $0.joined() }, ends: ends, lengths: nil)
        }
        var three: RowTexts {
            RowTexts(
                bytes: texts.flatMap { $0.joined() }, ends: ends,
                lengths: (texts.map { UInt16($0[0].count) }, texts.map { UInt8($0[1].count) }))
        }
        private var ends: [UInt32] {
            var end = 0
            return texts.map { row in
                end += row.map(\.count).reduce(0, +)
                return UInt32(end)
            }
        }
    }

    private func text(_ random: inout SeededGenerator, _ letters: [UInt8], most: Int) -> [UInt8] {
        (0..<Int.random(in: 0...most, using: &random)).map { _ in
            letters[Int.random(in: 0..<letters.count, using: &random)]
        }
    }

    private func holds(_ text: [UInt8], _ needle: [UInt8]) -> Bool {
        let lowered = text.map(\.asciiLower)
        return needle.count <= text.count
            && (0...text.count - needle.count).contains { start in
                lowered[start..<start + needle.count].elementsEqual(needle)
            }
    }

    @Test(arguments: [[0x61, 0x41, 0x62], [0x61, 0x40, 0x60, 0x20, 0x5A, 0x7A, 0xC3, 0xE3, 0x00]])
    func `rows that hold a needle are found, in the texts that are wanted`(
        letters: [UInt8]
    ) throws {
        var random = SeededGenerator(seed: UInt64(letters.count))
        for _ in 0..<800 {
            var rows = Rows()
            for _ in 0..<Int.random(in: 1...90, using: &random) {
                let most = Int.random(in: 0..<12, using: &random) == 0 ? 100 : 9
                rows.texts.append((0..<3).map { _ in text(&random, letters, most: most) })
            }
            let typed = text(&random, letters, most: 4) + [letters[0]]
            let needle = try #require(RowNeedle(SearchNeedle(folded: typed.map(\.asciiLower))))
            let parts = RowTexts.Parts(rawValue: UInt32.random(in: 1...7, using: &random))
            let start = Int.random(in: 0..<rows.texts.count, using: &random)
            let end = Int.random(in: start...rows.texts.count, using: &random)
            var found = RowBits(count: end - start)
            rows.three.insert(start..<end, holding: needle, in: parts, into: &found, first: start)
            var inOne = RowBits(count: end - start)
            rows.one.insert(start..<end, holding: needle, in: .all, into: &inOne, first: start)
            for row in start..<end {
                let texts = rows.texts[row]
                let isHeld = texts.indices.contains { place in
                    parts.rawValue >> UInt32(place) & 1 == 1
                        && holds(texts[place], needle.search.bytes)
                }
                #expect(found[row - start] == isHeld)
                #expect(
                    inOne[row - start] == holds(Array(texts.joined()), needle.search.bytes))
            }
        }
    }

    @Test func `text that is made to be slow is searched in another way`() throws {
        let a = [UInt8](repeating: 0x61, count: 500)
        var rows = Rows()
        for index in 0..<64 {
            let almost = a.prefix(250) + [0x62] + a.prefix(249)
            let whole = a.prefix(120) + [0x62] + a.prefix(200)
            rows.texts.append([Array(almost), [], index % 3 == 0 ? Array(whole) : a])
        }
        // Both ends fit at every place, and the difference stands at the far end of the middle.
        let needle = try #require(
            RowNeedle(SearchNeedle(folded: a.prefix(100) + [0x62] + a.prefix(150))))
        for parts in [RowTexts.Parts.all, .subject, .address] {
            var found = RowBits(count: 64)
            rows.three.insert(0..<64, holding: needle, in: parts, into: &found, first: 0)
            for row in 0..<64 {
                #expect(found[row] == (parts != .subject || row % 3 == 0))
            }
        }
    }

    @Test func `rows of unusual bytes are found`() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<800 {
            var rows = Rows()
            for _ in 0..<Int.random(in: 1...70, using: &random) {
                rows.texts.append(
                    (0..<3).map { _ in
                        (0..<Int.random(in: 0...40, using: &random)).map { _ in
                            Int.random(in: 0..<300, using: &random) == 0
                                ? UInt8.random(in: 0...255, using: &random)
                                : UInt8.random(in: 0x20...0x7E, using: &random)
                        }
                    })
            }
            let start = Int.random(in: 0..<rows.texts.count, using: &random)
            let end = Int.random(in: start...rows.texts.count, using: &random)
            var found = RowBits(count: end - start)
            rows.three.insertUnusual(start..<end, into: &found)
            for row in start..<end {
                let isUnusual = rows.texts[row].joined().contains { !(0x20...0x7E ~= $0) }
                #expect(found[row - start] == isUnusual)
            }
        }
    }

    @Test func `two letters of ASCII alone come out of folding what is beyond`() {
        var found: Set<UInt8> = []
        for value in UInt32(0x80)...0x1_FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            found.formUnion(SearchFold.fold(String(scalar).utf8).filter { $0 < 0x80 })
        }
        #expect(found == Set(SearchFold.lettersFromBeyondASCII))
    }
}

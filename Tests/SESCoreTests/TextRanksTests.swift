import Testing

@testable import SESCore

/// Ranks of texts against sorting them, and the sorting of numbers.
@Suite struct TextRanksTests {
    private func ranks(_ texts: [[UInt8]]) throws -> [UInt32] {
        var distinct = DistinctTexts(room: texts.count)
        for text in texts { distinct.append(text) }
        return try #require(TextRanks(distinct) { true }).ranks
    }

    private func expected(_ texts: [[UInt8]]) -> [UInt32] {
        let sorted = Set(texts).filter { !$0.isEmpty }.sorted { $0.lexicographicallyPrecedes($1) }
        let ranks = Dictionary(
            uniqueKeysWithValues: sorted.enumerated().map { ($1, UInt32($0)) })
        return texts.map { ranks[$0] ?? .max }
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func `texts that share long beginnings are told apart`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let beginnings = (0..<4).map { _ in
            [UInt8](repeating: 0x61, count: Int(random.next() % 60))
        }
        let texts = (0..<600).map { _ in
            beginnings[Int(random.next() % 4)]
                + (0..<Int(random.next() % 12)).map { _ in UInt8(random.next() % 3) }
        }
        let found = try ranks(texts)
        #expect(found == expected(texts))
    }

    @Test func `texts that differ in the zero bytes at their ends have an end`() throws {
        let texts = (0..<300).map { [0x61] + [UInt8](repeating: 0, count: $0) }
        let found = try ranks(texts.reversed())
        #expect(found == expected(texts.reversed()))
    }

    @Test func `few texts and none have ranks`() throws {
        let none = try ranks([])
        #expect(none.isEmpty)
        let empty = try ranks([[]])
        #expect(empty == [.max])
        let few = try ranks([[2], [], [1], [2]])
        #expect(few == [1, .max, 0, 1])
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `numbers are sorted and rows of equal numbers keep their order`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let mask = UInt64.max >> (random.next() % 64)
        var keys = (0..<Int(random.next() % 400)).map { _ in random.next() & mask }
        if seed % 3 == 0 { keys = keys.map { UInt64.max - $0 } }
        var rows = keys.indices.map { UInt32($0) }
        let expected = rows.sorted {
            (keys[Int($0)], $0) < (keys[Int($1)], $1)
        }
        #expect(RadixSort.sort(&rows, by: &keys) { true })
        #expect(rows == expected)
    }

    @Test func `addresses in other spellings are one`() {
        func key(_ text: String) -> [UInt8] { IPSortKey.bytes(Array(text.utf8)[...]) }
        #expect(key("2001:db8::1") == key("2001:0DB8:0:0:0:0:0:1"))
        #expect(key("ipv6:::1") == key("::1"))
        #expect(key("::ffff:1.2.3.4") == key("::FFFF:102:304"))
        let others = [
            "1.2.3", "1.2.3.4.5", "1..2.3", "01.2.3.0004", "1.2.3.300", ":::", "1::2::3", ":",
            "1:2",
            "::12345", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::8", "g::", "::1.2.3", "1.2.3.4:", "",
        ]
        for other in others { #expect(key(other).first == 0xFF, "\(other)") }
    }
}

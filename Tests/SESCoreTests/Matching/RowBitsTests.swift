import Testing

@testable import SESCore

@Suite struct RowBitsTests {
    private func random(_ random: inout SeededGenerator, _ count: Int) -> RowBits {
        var bits = RowBits(count: count)
        for row in 0..<count where Bool.random(using: &random) { bits[row] = true }
        return bits
    }

    @Test func `sets do what sets do`() {
        var generator = SeededGenerator(seed: 1)
        for count in [0, 1, 63, 64, 65, 127, 128, 200] {
            let (one, other) = (random(&generator, count), random(&generator, count))
            var (both, either, without, inverted) = (one, one, one, one)
            both.formIntersection(other)
            either.formUnion(other)
            without.subtract(other)
            inverted.invert()
            for row in 0..<count + 70 {
                #expect(both[row] == (one[row] && other[row]))
                #expect(either[row] == (one[row] || other[row]))
                #expect(without[row] == (one[row] && !other[row]))
                #expect(inverted[row] == (row < count && !one[row]))
            }
            for row in 0...count {
                var rest = one
                rest.remove(below: row)
                #expect((0..<count).allSatisfy { rest[$0] == ($0 >= row && one[$0]) })
                for end in [row, row + 1, row + 65, count, count + 70] where end >= row {
                    #expect(
                        one.first(from: row, below: end)
                            == (row..<end).first { one[$0] } ?? end)
                }
                var whole = RowBits(count: row + count + 3)
                whole.insert(one, at: row)
                var found: [Int] = []
                whole.forEach { found.append($0) }
                #expect(found == (0..<count).filter { one[$0] }.map { $0 + row })
                #expect(whole.members == one.members)
            }
            var grown = one
            grown.grow(to: count + 100)
            #expect(grown.count == count + 100)
            #expect((0..<count + 100).allSatisfy { grown[$0] == one[$0] })
            #expect(one.isEmpty == (one.members == 0))
        }
    }
}

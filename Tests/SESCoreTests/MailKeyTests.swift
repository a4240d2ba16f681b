import Testing

@testable import SESCore

struct MailKeyTests {
    private func key(_ id: [UInt8], _ source: [UInt8] = [], _ second: Int64? = 1) -> UInt64 {
        MailKey.hash(id: id.span, source: source.span, second: second)
    }

    @Test func `each bit of an id, of a source and of a time counts`() {
        var random = SeededRandom(seed: 31)
        for length in 0...72 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            var flipped = [bytes]
            for bit in 0..<length * 8 {
                var other = bytes
                other[bit / 8] ^= 1 << (bit % 8)
                flipped.append(other)
            }
            let other = Array("a@x.example".utf8)
            #expect(Set(flipped.map { key($0, other) }).count == flipped.count)
            #expect(Set(flipped.map { key(other, $0) }).count == flipped.count)
        }
        let times = (0..<64).map { Int64(bitPattern: 1 << $0) } + [0]
        #expect(Set(times.map { key([], [], $0) }).count == times.count)
    }

    @Test func `two words that change together are told apart`() {
        var random = SeededRandom(seed: 32)
        let bytes = (0..<40).map { _ in UInt8.random(in: 0x61...0x7A, using: &random) }
        var keys = Set<UInt64>()
        for first in 0..<100 {
            for second in 0..<100 {
                var other = bytes
                other[0] = UInt8(first)
                other[8] = UInt8(second)
                keys.insert(key(other))
            }
        }
        #expect(keys.count == 10_000)
    }

    @Test func `what is cut elsewhere is another mail`() {
        let whole = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
        let keys = (0...whole.count).map { key(Array(whole[..<$0]), Array(whole[$0...])) }
        #expect(Set(keys).count == keys.count)
    }

    @Test func `the null sender is one, however it is spelled`() {
        #expect(key([1], Array("<>".utf8)) == key([1], []))
        #expect(key([1], Array("<a>".utf8)) != key([1], []))
    }
}

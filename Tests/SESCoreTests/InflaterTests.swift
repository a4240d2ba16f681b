import Testing

@testable import SESCore

/// Gzip data that is in memory as a whole.
@Suite struct InflaterTests {
    @Test func `one member gives its bytes`() {
        let packed = GzipMaker.member(Array("hello".utf8))
        let result = Inflater.whole(packed.span)
        #expect(result.bytes == Array("hello".utf8))
        #expect(result.problem == nil)
    }

    @Test func `several members, padded with zeros, run together`() {
        let packed =
            GzipMaker.member(Array("one ".utf8)) + GzipMaker.member([])
            + GzipMaker.member(Array("two".utf8)) + [0, 0, 0]
        let result = Inflater.whole(packed.span)
        #expect(result.bytes == Array("one two".utf8))
        #expect(result.problem == nil)
    }

    @Test func `gzip in gzip is unpacked four times and no more`() {
        let text = Array("deep".utf8)
        let four = (0..<4).reduce(text) { bytes, _ in GzipMaker.member(bytes) }
        #expect(Inflater.whole(four.span).bytes == text)
        #expect(Inflater.whole(four.span).problem == nil)
        let five = Inflater.whole(GzipMaker.member(four).span)
        #expect(five.bytes == GzipMaker.member(text))
        #expect(five.problem == "is gzip data in more than 4 layers")
    }

    @Test func `a wrong checksum keeps what came out`() {
        var packed = GzipMaker.member(Array("hello".utf8))
        packed[packed.count - 8] ^= 0xFF
        let result = Inflater.whole(packed.span)
        #expect(result.bytes == Array("hello".utf8))
        #expect(result.problem?.hasSuffix(": incorrect data check") == true)
    }

    @Test(arguments: [1, 9, 10, 17, 20]) func `a cut member keeps what came out`(length: Int) {
        let packed = GzipMaker.member(Array("hello".utf8))
        let result = Inflater.whole(Array(packed.prefix(length)).span)
        #expect(Array("hello".utf8).starts(with: result.bytes))
        #expect(result.problem == "the gzip data ends in the middle")
    }

    @Test func `what stands behind the members is told`() {
        let packed = GzipMaker.member(Array("hello".utf8)) + Array("more".utf8)
        let result = Inflater.whole(packed.span)
        #expect(result.bytes == Array("hello".utf8))
        #expect(result.problem == "4 bytes behind the gzip data are none")
    }

    @Test func `no more comes out than the limit`() {
        let packed = GzipMaker.member(Array(repeating: 0x61, count: 200_000))
        let result = Inflater.whole(packed.span, limit: 100_000)
        #expect(result.bytes == Array(repeating: 0x61, count: 100_000))
        #expect(result.problem == "unpacks to more than 100000 bytes")
    }

    @Test func `data that grows a thousand times is stopped by its ratio`() {
        let packed = GzipMaker.packed(Array(repeating: 0, count: 8 << 20))
        let result = Inflater.whole(packed.span)
        #expect(result.bytes.count < 4 << 20)
        #expect(result.problem == "unpacks to more than 200 times its size")
    }
}

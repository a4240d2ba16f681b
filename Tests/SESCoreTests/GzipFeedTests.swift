import Testing

@testable import SESCore

/// Gzip data that comes in pieces, whole and damaged.
@Suite struct GzipFeedTests {
    /// Gives out bytes a few at a time.
    private final class Pieces: ByteFeed {
        private var rest: ArraySlice<UInt8>
        private let size: Int

        init(_ bytes: [UInt8], size: Int) {
            rest = bytes[...]
            self.size = size
        }

        func appendNext(to buffer: inout [UInt8], atMost count: Int) throws(SourceError) {
            buffer += rest.prefix(min(count, size))
            rest = rest.dropFirst(min(count, size))
        }

        func takeNotes() -> [InputNote] { [] }
    }

    private func unpacked(
        _ packed: [UInt8], size: Int = 1 << 20
    ) throws -> (bytes: [UInt8], notes: [InputNote]) {
        let feed = try GzipFeed(BufferedFeed(Pieces(packed, size: size)), place: "the file")
        var bytes: [UInt8] = []
        var notes: [InputNote] = []
        while true {
            let before = bytes.count
            try feed.appendNext(to: &bytes, atMost: 64 << 10)
            notes += feed.takeNotes()
            if bytes.count == before { return (bytes, notes) }
        }
    }

    /// Lines that zlib packs well and that no two calls have in common.
    private func text(_ number: Int, lines: Int = 40) -> [UInt8] {
        Array((0..<lines).map { "member \(number), line \($0 * 7919 % 1000)\n" }.joined().utf8)
    }

    @Test(arguments: [1, 7, 4096, 1 << 20])
    func `a member that was cut does not hide the next one`(size: Int) throws {
        let first = GzipMaker.packed(text(1))
        let cut = Array(first.prefix(first.count / 2))
        let (bytes, notes) = try unpacked(cut + GzipMaker.packed(text(2)), size: size)
        #expect(bytes.starts(with: text(1).prefix(100)))
        #expect(Array(bytes.suffix(text(2).count)) == text(2))
        #expect(notes.count == 1)
        #expect(notes.first?.reason.contains(" of the file: ") == true)
    }

    /// The flags of the last ones announce a field of 35,615 bytes, which is more than there is.
    @Test(arguments: [[], [0x1F], [0, 0, 0, 0, 0, 0, 3, 0, 0xFF, 0xFF, 0, 0]] as [[UInt8]])
    func `a false beginning that takes all the rest does not hide a member`(more: [UInt8]) throws {
        let first = GzipMaker.packed(text(1))
        let beginning = [0x1F, 0x8B, 8] + more
        let (bytes, notes) = try unpacked(first + beginning + GzipMaker.packed(text(2)))
        #expect(bytes.starts(with: text(1)))
        #expect(Array(bytes.suffix(text(2).count)) == text(2))
        #expect(notes.count == 1)
    }

    @Test(arguments: [1, 13, 1 << 20])
    func `a wrong checksum is told at its place and costs nothing`(size: Int) throws {
        var first = GzipMaker.packed(text(1))
        first[first.count - 8] ^= 1
        let (bytes, notes) = try unpacked(first + GzipMaker.packed(text(2)), size: size)
        #expect(bytes == text(1) + text(2))
        #expect(notes.map(\.offset) == [text(1).count])
        let place = first.count - 4
        #expect(
            notes.map(\.reason) == [
                "the gzip data is damaged at byte \(place) of the file: incorrect data check"
            ])
    }

    @Test(arguments: [1, 1 << 20])
    func `members inside of a member with a wrong checksum are given out once`(size: Int) throws {
        let inner = GzipMaker.member(text(1)) + GzipMaker.member(text(2))
        var packed = GzipMaker.member(inner)
        packed[packed.count - 8] ^= 1
        let (bytes, notes) = try unpacked(packed, size: size)
        #expect(bytes == inner)
        #expect(notes.count == 1)
    }

    @Test(arguments: 0..<20)
    func `whatever bytes are wrong, the members beside them are there`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var packed: [UInt8] = []
        var whole: [[UInt8]] = []
        for number in 0..<12 {
            var member = GzipMaker.packed(text(number, lines: 20 + number * 10))
            if Int.random(in: 0..<3, using: &random) == 0 {
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    let index = Int.random(in: 0..<member.count, using: &random)
                    member[index] = UInt8.random(in: .min ... .max, using: &random)
                }
                if Bool.random(using: &random) {
                    member.removeLast(Int.random(in: 1..<member.count, using: &random))
                }
            } else {
                whole.append(text(number, lines: 20 + number * 10))
            }
            packed += member
        }
        let result = try unpacked(packed)
        for member in whole { #expect(result.bytes.contains(member)) }
        for size in [97, 4096] {
            let again = try unpacked(packed, size: size)
            #expect(again.bytes == result.bytes)
            #expect(again.notes == result.notes)
        }
    }

    @Test(arguments: [1, 4096])
    func `members that a damaged header makes part of its own are there`(size: Int) throws {
        var first = GzipMaker.packed(text(1))
        // FEXTRA: what follows the header is the length of a field, which reaches behind the end.
        first[3] = 4
        let rest = GzipMaker.packed(text(2)) + GzipMaker.packed(text(3))
        let (bytes, notes) = try unpacked(first + rest, size: size)
        #expect(bytes == text(2) + text(3))
        #expect(notes.map(\.offset) == [0])
    }

    @Test(arguments: [1, 1 << 20])
    func `members inside of a member that is cut are given out once`(size: Int) throws {
        let inner = GzipMaker.member(text(1)) + GzipMaker.member(text(2))
        let (bytes, notes) = try unpacked(Array(GzipMaker.member(inner).dropLast(20)), size: size)
        #expect(bytes == inner.dropLast(12))
        #expect(notes.count == 1)
    }

    @Test func `a magic byte in text between members does not end it`() throws {
        // Nothing but the text so far tells that what follows the byte is text.
        let words = Array("words \u{1F}".utf8) + [UInt8](repeating: 1, count: 20)
        let packed = GzipMaker.member(text(1)) + text(3) + words
        for size in [1, 7, 1 << 20] {
            let (bytes, notes) = try unpacked(packed, size: size)
            #expect(bytes == text(1) + text(3) + words)
            #expect(notes.isEmpty)
        }
    }

    @Test func `what is text does not depend on the pieces that bytes come in`() throws {
        let packed = GzipMaker.member(text(1)) + [1, 1] + text(3)
        let whole = try unpacked(packed)
        #expect(whole.bytes == text(1) + [1, 1] + text(3))
        for size in [1, 7] {
            let again = try unpacked(packed, size: size)
            #expect(again.bytes == whole.bytes)
            #expect(again.notes == whole.notes)
        }
    }

    @Test func `very many false beginnings are one damage`() throws {
        let packed = Array(repeatElement(GzipSignatureBytes.header, count: 5000).joined())
        let (bytes, notes) = try unpacked(GzipMaker.member([0x61]) + packed)
        #expect(bytes.first == 0x61)
        #expect(notes.count <= 2)
    }

    @Test func `what is no gzip data between members is told and skipped`() throws {
        let garbage: [UInt8] = [1, 2, 3, 0xFF, 0, 0, 7]
        let (bytes, notes) = try unpacked(
            GzipMaker.member(text(1)) + garbage + GzipMaker.member(text(2)))
        #expect(bytes == text(1) + text(2))
        #expect(notes.map(\.offset) == [text(1).count])
    }

    @Test func `text between members is read as it is`() throws {
        let (bytes, notes) = try unpacked(
            GzipMaker.member(text(1)) + text(3) + GzipMaker.member(text(2)) + text(4))
        #expect(bytes == text(1) + text(3) + text(2) + text(4))
        #expect(notes.isEmpty)
    }
}

private enum GzipSignatureBytes {
    static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 7]
}

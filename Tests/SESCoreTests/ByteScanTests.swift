import Testing

@testable import SESCore

@Suite struct ByteScanTests {
    @Test func `eight bytes at a time and one at a time come to the same`() {
        var random = SeededRandom(seed: 7)
        let rare: [UInt8] = [0x0A, 0x22, 0x5C, 0x0B, 0x09, 0x8A, 0xA2, 0xDC, 0x00, 0xFF, 0x01]
        for _ in 0..<4000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                Int.random(in: 0..<3, using: &random) == 0
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
}

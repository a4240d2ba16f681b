import FuzzSupport
@testable import SESCore

/// Gives out bytes a few at a time.
final class Pieces: ByteFeed {
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

/// What came out of gzip data.
struct Unpacked: Hashable {
    var bytes: [UInt8] = []
    /// Where damage was told.
    var damage: [Int] = []

    /// Deflate makes at most 1032 bytes of one; bytes may be gone back over as often as a member may
    /// begin in them.
    private static let most = 64 << 20

    /// Unpacks data that comes in pieces and is asked for by pieces.
    init(_ packed: [UInt8], by size: Int, asking count: Int) {
        do {
            let feed = try GzipFeed(BufferedFeed(Pieces(packed, size: size)), place: "it")
            while true {
                let before = bytes.count
                try feed.appendNext(to: &bytes, atMost: count)
                promise(bytes.count - before <= count, "more came out than was asked for")
                let notes = feed.takeNotes()
                promise(
                    notes.allSatisfy { 0...bytes.count ~= $0.offset },
                    "damage is told behind the end: \(notes)")
                damage += notes.map(\.offset)
                promise(bytes.count < Self.most, "\(packed.count) bytes unpack without end")
                if bytes.count == before { return }
            }
        } catch {
            promise(false, "unpacking failed: \(error)")
        }
    }
}

/// Bytes that come one after another and can be had once.
protocol ByteFeed: AnyObject {
    /// Appends what comes next, at most `count` bytes, and waits until there is something; nothing
    /// is appended at the end.
    func appendNext(to buffer: inout [UInt8], atMost count: Int) throws(SourceError)

    /// Takes what was found out since the last call, by ascending place among the bytes given out.
    func takeNotes() -> [InputNote]
}

/// Something that is to be told about a place of the input, such as damaged gzip data.
struct InputNote: Hashable, Sendable {
    /// The place among the unpacked bytes: what is told lay before the byte at this offset.
    var offset: Int
    /// What is the matter, for a person.
    var reason: String
}

/// The bytes of a pipe or of a file from its start.
final class DescriptorFeed: ByteFeed {
    private let descriptor: Descriptor

    init(_ descriptor: Descriptor) { self.descriptor = descriptor }

    func appendNext(to buffer: inout [UInt8], atMost count: Int) throws(SourceError) {
        try descriptor.appendNext(to: &buffer, atMost: count)
    }

    func takeNotes() -> [InputNote] { [] }
}

/// A feed of which some bytes can be looked at before, and again after, they are taken.
final class BufferedFeed: ByteFeed {
    private let upstream: any ByteFeed
    private var isEnded = false
    /// The bytes that are in memory: some that were taken, then those that were not.
    private(set) var bytes: [UInt8] = []
    /// Where in ``bytes`` the next one lies.
    private(set) var start = 0
    /// How many bytes came from upstream.
    private(set) var received = 0

    /// How many bytes that were taken can be gone back to.
    static let history = 128 << 10
    private static let step = 256 << 10

    init(_ upstream: any ByteFeed) { self.upstream = upstream }
}

extension BufferedFeed {
    /// The position of the next byte, counted from the start of the feed.
    var position: Int { received - (bytes.count - start) }

    /// How many bytes lie ready.
    var ready: Int { bytes.count - start }

    /// The position of the first byte that is in memory.
    var firstKept: Int { received - bytes.count }

    /// Reads on until `count` bytes lie ready or there are no more; true where they do.
    func fill(_ count: Int) throws(SourceError) -> Bool {
        while ready < count, !isEnded {
            if start > Self.history + Self.step {
                bytes.removeFirst(start - Self.history)
                start = Self.history
            }
            let before = bytes.count
            try upstream.appendNext(to: &bytes, atMost: Self.step)
            received += bytes.count - before
            isEnded = bytes.count == before
        }
        return ready >= count
    }

    /// Takes bytes that lie ready.
    func skip(_ count: Int) { start += count }

    /// Goes back, or on, to a position that is in memory.
    func move(to position: Int) { start = position - firstKept }

    func appendNext(to buffer: inout [UInt8], atMost count: Int) throws(SourceError) {
        guard try fill(1) else { return }
        let taken = min(count, ready)
        buffer.append(contentsOf: bytes[start..<start + taken])
        skip(taken)
    }

    func takeNotes() -> [InputNote] { upstream.takeNotes() }
}

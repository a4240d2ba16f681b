/// Counts lines in a stretch of a file that is read in order, so that the line of any position is
/// found by reading a small part of the file again.
struct LineIndex: Hashable, Sendable {
    /// How far apart, in bytes, counts are kept.
    static let stride = 1 << 20

    /// For each multiple of ``stride`` that was passed: the line feeds between the start and it.
    private var counts: [Int] = []
    private let firstMark: Int
    private var lineFeeds = 0
    /// Up to where lines are counted.
    private(set) var position: Int

    /// An index of nothing yet, from a position on.
    init(from start: Int = 0) {
        firstMark = (start + Self.stride - 1) / Self.stride
        position = start
        if start % Self.stride == 0 { counts = [0] }
    }
}

extension LineIndex {
    private var nextMark: Int { (firstMark + counts.count) * Self.stride }

    /// Takes note of the bytes up to a position; `base` is the position of the first byte, and none is
    /// missing since the last call.
    mutating func add(_ bytes: Span<UInt8>, base: Int, to end: Int) {
        while position < end {
            let stop = min(end, nextMark)
            lineFeeds += ByteScan.lineFeeds(bytes, from: position - base, to: stop - base)
            position = stop
            if position == nextMark { counts.append(lineFeeds) }
        }
    }

    /// The same where it is known how many line feeds the bytes since the last call hold: they are looked
    /// at only if a mark is passed among them.
    mutating func add(_ bytes: Span<UInt8>, base: Int, to end: Int, lineFeeds count: Int) {
        guard end < nextMark else { return add(bytes, base: base, to: end) }
        lineFeeds += count
        position = end
    }

    /// Adds an index that begins where this one ends.
    mutating func append(_ later: LineIndex) {
        let isMarked = counts.count + firstMark > later.firstMark
        for count in later.counts.dropFirst(isMarked ? 1 : 0) { counts.append(lineFeeds + count) }
        lineFeeds += later.lineFeeds
        position = later.position
    }

    /// The lines, counted from 1, on which the bytes at ascending positions stand; each byte of the
    /// file is read at most once, however many positions there are.
    func lines(of positions: [Int], in source: ByteSource) -> [Int?] {
        var bytes: [UInt8] = []
        var base = 0
        var counted = 0
        var line = 0
        return positions.map { position in
            let mark = position / Self.stride
            guard position <= self.position, mark < counts.count else { return nil }
            if bytes.isEmpty || mark != base / Self.stride {
                bytes.removeAll(keepingCapacity: true)
                base = mark * Self.stride
                let length = min(Self.stride, self.position - base)
                // A file that was cut in the meantime leaves fewer bytes, and its lines unknown.
                try? source.append(to: &bytes, from: base, count: length)
                (counted, line) = (0, counts[mark] + 1)
            }
            guard position - base <= bytes.count else { return nil }
            line += ByteScan.lineFeeds(bytes.span, from: counted, to: position - base)
            counted = position - base
            return line
        }
    }

    /// The line, counted from 1, on which the byte at a position stands; nil where that part of the
    /// file has not been read, or can no longer be.
    func line(of position: Int, in source: ByteSource) -> Int? {
        lines(of: [position], in: source)[0]
    }
}

/// Counts lines in a file that is read in order, so that the line of any position is found by
/// reading a small part of the file again.
struct LineIndex: Hashable, Sendable {
    /// How far apart, in bytes, counts are kept.
    static let stride = 1 << 20

    /// For each multiple of ``stride`` that was passed: the line feeds before it.
    private var counts = [0]
    private var lineFeeds = 0
    private var position = 0
}

extension LineIndex {
    /// Takes note of bytes, which follow those of the last call.
    mutating func add(_ bytes: Span<UInt8>, base: Int) {
        var index = position - base
        while index < bytes.count {
            let end = min(bytes.count, counts.count * Self.stride - base)
            if index < end {
                lineFeeds += ByteScan.lineFeeds(bytes, from: index, to: end)
                index = end
            }
            if base + index == counts.count * Self.stride { counts.append(lineFeeds) }
        }
        position = max(position, base + bytes.count)
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
            while counted < position - base {
                if bytes[counted] == 0x0A { line += 1 }
                counted += 1
            }
            return line
        }
    }

    /// The line, counted from 1, on which the byte at a position stands; nil where that part of the
    /// file has not been read, or can no longer be.
    func line(of position: Int, in source: ByteSource) -> Int? {
        guard position <= self.position else { return nil }
        let mark = position / Self.stride
        var bytes: [UInt8] = []
        let start = mark * Self.stride
        guard mark < counts.count,
            (try? source.append(to: &bytes, from: start, count: position - start)) != nil
        else { return nil }
        return counts[mark] + bytes.count { $0 == 0x0A } + 1
    }
}

/// What the place looks like where one document of a file ends and the next begins.
///
/// Learnt at one such place, it lets a worker guess another one in the middle of the file, where it
/// cannot know what stands before. A wrong guess costs time and nothing else: what is read from it
/// counts only if reading from the start of the file comes to the same place in the same state.
struct Border: Sendable {
    /// The reader as it was at that place.
    let reader: DocumentReader
    private let mark: Mark

    private enum Mark {
        /// The byte before the document, and the document up to the end of its first key.
        case document([UInt8])
        /// The start of a line that begins with a word.
        case words
    }

    private static let longestMark = 64

    /// A border at an index of some bytes; nil where there is none, or none to be told from other places.
    init?(_ reader: DocumentReader, at index: Int, in bytes: Span<UInt8>) {
        guard index > 0, index < bytes.count else { return nil }
        self.reader = reader
        if reader.takesDocuments, bytes[index] == UInt8(ascii: "{") {
            guard let mark = Self.mark(at: index, in: bytes) else { return nil }
            self.mark = .document(mark)
        } else {
            guard reader.frames.isEmpty, Self.beginsWords(index, in: bytes) else { return nil }
            mark = .words
        }
    }

    private static func mark(at index: Int, in bytes: Span<UInt8>) -> [UInt8]? {
        let reach = min(bytes.count, index + longestMark)
        var quotes = 0
        for end in index..<reach where bytes[end] == UInt8(ascii: "\"") {
            quotes += 1
            if quotes == 2 { return [UInt8](bytes.extracting(index - 1..<end + 1)) }
        }
        return nil
    }

    private static func beginsWords(_ index: Int, in bytes: Span<UInt8>) -> Bool {
        guard bytes[index - 1] == 0x0A else { return false }
        switch bytes[index] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            return true
        case UInt8(ascii: "["):
            guard index + 1 < bytes.count else { return false }
            return bytes[index + 1] != UInt8(ascii: "{") && bytes[index + 1] > 0x20
        default: return false
        }
    }
}

extension Border {
    /// True where the bytes at an index look like the border.
    func isAt(_ index: Int, in bytes: Span<UInt8>) -> Bool {
        guard index > 0, index < bytes.count else { return false }
        switch mark {
        case .words: return Self.beginsWords(index, in: bytes)
        case .document(let mark):
            guard index - 1 + mark.count <= bytes.count else { return false }
            for offset in mark.indices where bytes[index - 1 + offset] != mark[offset] {
                return false
            }
            return true
        }
    }

    /// The first position from `start` to `end` that looks like the border; nil where none does.
    ///
    /// `start` has to be past the first byte of the file.
    func guess(from start: Int, to end: Int, in source: ByteSource) -> Int? {
        var bytes: [UInt8] = []
        var base = start - 1
        while base + 1 < end {
            bytes.removeAll(keepingCapacity: true)
            guard (try? source.append(to: &bytes, from: base, count: Self.stretch)) != nil else {
                return nil
            }
            let last = min(bytes.count, end - base)
            for index in 1..<max(1, last) where isAt(index, in: bytes.span) { return base + index }
            guard bytes.count == Self.stretch else { return nil }
            base += Self.stretch - Self.longestMark
        }
        return nil
    }

    /// How many bytes are looked at a time.
    private static let stretch = 64 << 10
}

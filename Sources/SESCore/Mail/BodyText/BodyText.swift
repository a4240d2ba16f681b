/// The text of a part, in lines, with remarks of our own among the words of the sender.
///
/// It is kept as bytes with places in them, so that a text of many short lines costs little.
public struct BodyText: Hashable, Sendable {
    private var bytes: [UInt8] = []
    /// Where lines begin.
    private var starts: [UInt32] = [0]
    private var remarks: [Remark] = []
    /// True where a line end or a limit stands in for more text.
    private(set) var isFull = false

    /// How many bytes a text has at most.
    static let mostBytes = 1 << 20
    /// How many lines a text has at most.
    static let mostLines = 100_000
    /// From how many bytes on a line is broken.
    static let longestLine = 8 << 10

    /// What a stretch of a line is.
    public enum Kind: Hashable, Sendable {
        /// The sender's words.
        case text
        /// A word of ours for something that is no text, such as an image.
        case note
        /// Where a link leads.
        case target
        /// Something that deserves a look.
        case warning
    }

    private struct Remark: Hashable, Sendable {
        let start: UInt32
        var end: UInt32
        let kind: Kind
    }
}

extension BodyText {
    /// How many lines there are; at least one.
    public var lineCount: Int { starts.count }

    /// True where there is nothing to be read.
    public var isBlank: Bool { bytes.allSatisfy(\.isBlank) }

    /// The stretches of a line from left to right; the line end is none of them.
    public func line(_ index: Int) -> [(text: RawText, kind: Kind)] {
        let start = Int(starts[index])
        var end = index + 1 < starts.count ? Int(starts[index + 1]) : bytes.count
        if end > start, bytes[end - 1] == 0x0A { end -= 1 }
        var pieces: [(text: RawText, kind: Kind)] = []
        var place = start
        func add(upTo next: Int, _ kind: Kind) {
            guard next > place else { return }
            pieces.append((RawText(bytes[place..<next]), kind))
            place = next
        }
        for remark in remarks[firstRemark(endingAfter: start)...] {
            guard Int(remark.start) < end else { break }
            add(upTo: Int(remark.start), .text)
            add(upTo: min(end, Int(remark.end)), remark.kind)
        }
        add(upTo: end, .text)
        return pieces
    }

    private func firstRemark(endingAfter place: Int) -> Int {
        var (low, high) = (0, remarks.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(remarks[middle].end) > place { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension BodyText {
    /// True where nothing stands in the last line yet.
    var isAtLineStart: Bool { Int(starts[starts.count - 1]) == bytes.count }

    /// True where nothing was written yet.
    var isEmpty: Bool { bytes.isEmpty }

    /// Adds words to the last line; one that grows too long is broken before them.
    ///
    /// A line feed must not be among them.
    mutating func append(_ words: ArraySlice<UInt8>, _ kind: Kind = .text) {
        var rest = words
        while !rest.isEmpty, !isFull {
            let length = bytes.count - Int(starts[starts.count - 1])
            if length > 0, length + rest.count > Self.longestLine { breakLine() }
            guard !isFull else { return }
            let part = rest.prefix(rest.scalarBoundary(notAfter: Self.longestLine))
            write(part, kind)
            rest = rest.dropFirst(part.count)
        }
    }

    /// Ends the last line.
    mutating func endLine() {
        guard !isFull else { return }
        guard bytes.count < Self.mostBytes else {
            isFull = true
            return
        }
        bytes.append(0x0A)
        breakLine()
    }

    private mutating func breakLine() {
        guard starts.count < Self.mostLines else {
            isFull = true
            return
        }
        starts.append(UInt32(bytes.count))
    }

    private mutating func write(_ part: ArraySlice<UInt8>, _ kind: Kind) {
        let room = Self.mostBytes - bytes.count
        let count = part.scalarBoundary(notAfter: room)
        if count < part.count { isFull = true }
        let start = UInt32(bytes.count)
        bytes += part.prefix(count)
        guard kind != .text else { return }
        let end = UInt32(bytes.count)
        if let last = remarks.last, last.end == start, last.kind == kind {
            remarks[remarks.count - 1].end = end
        } else {
            remarks.append(Remark(start: start, end: end, kind: kind))
        }
    }
}

/// Divides HTML into tags and the text between them, in one pass and without a tree.
///
/// What browsers take for a tag is one here. A tag, a comment or a style sheet that is never closed is
/// text: browsers would drop all that follows, and here it has to be seen.
struct HTMLScanner<Bytes: RandomAccessCollection<UInt8>> where Bytes.Index == Int {
    let bytes: Bytes
    /// Where the next stretch begins.
    private(set) var place: Int
    /// True where a tag or a comment is never closed.
    private(set) var isUnclosed = false
    /// Elements without an end, which are not searched for again.
    private var endless: Set<HTMLElement> = []

    /// A stretch of HTML.
    enum Token: Hashable {
        /// Text, its entities not decoded.
        case text(Range<Int>)
        case tag(HTMLTag)
    }

    /// A scanner at the start of some bytes.
    init(_ bytes: Bytes) {
        self.bytes = bytes
        place = bytes.startIndex
    }
}

/// A tag, with the places of its attributes.
struct HTMLTag: Hashable, Sendable {
    var element: HTMLElement
    var isClosing: Bool
    var attributes: [Attribute] = []

    /// How many attributes of a tag are kept.
    static let mostAttributes = 64

    /// A name and a value, quotes taken off; the value is empty where there is none.
    struct Attribute: Hashable, Sendable {
        var name: Range<Int>
        var value: Range<Int>
    }
}

extension HTMLScanner {
    /// The next stretch; nil at the end. Comments and what else is no text are passed over.
    mutating func next() -> Token? {
        while place < bytes.endIndex {
            let start = place
            guard opensMarkup(at: place) else {
                place = endOfText(from: place + 1)
                return .text(start..<place)
            }
            let second = bytes[place + 1]
            if second == UInt8(ascii: "!") || second == UInt8(ascii: "?") {
                guard let end = endOfComment(from: place) else { return giveUp() }
                place = end
                continue
            }
            let isClosing = second == UInt8(ascii: "/")
            var tag = TagScan(bytes, at: place + (isClosing ? 2 : 1))
            guard let end = tag.run() else { return giveUp() }
            place = end
            let element = HTMLElement(name: bytes[tag.name])
            if !isClosing, element.isDropped { skipContent(of: element) }
            return .tag(
                HTMLTag(element: element, isClosing: isClosing, attributes: tag.attributes))
        }
        return nil
    }

    private mutating func giveUp() -> Token {
        isUnclosed = true
        let rest = place..<bytes.endIndex
        place = bytes.endIndex
        return .text(rest)
    }

    /// Whether a tag or a comment begins here; a `<` may stand for itself.
    private func opensMarkup(at index: Int) -> Bool {
        guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.endIndex else { return false }
        let second = bytes[index + 1]
        if second == UInt8(ascii: "/") {
            return index + 2 < bytes.endIndex && bytes[index + 2].isLetter
        }
        return second.isLetter || second == UInt8(ascii: "!") || second == UInt8(ascii: "?")
    }

    private func endOfText(from start: Int) -> Int {
        var index = start
        while index < bytes.endIndex, !opensMarkup(at: index) { index += 1 }
        return index
    }

    /// Where a comment, a declaration or an instruction ends; nil where it does not.
    private func endOfComment(from start: Int) -> Int? {
        guard stands("!", at: start + 1), stands("-", at: start + 2), stands("-", at: start + 3)
        else { return closing(from: start + 2) }
        let first = start + 4
        if stands(">", at: first) { return first + 1 }
        if stands("-", at: first), stands(">", at: first + 1) { return first + 2 }
        var index = first
        while index < bytes.endIndex {
            if stands("-", at: index), stands("-", at: index + 1) {
                if stands(">", at: index + 2) { return index + 3 }
                if stands("!", at: index + 2), stands(">", at: index + 3) { return index + 4 }
            }
            index += 1
        }
        return nil
    }

    /// Where the next `>` ends; nil where there is none.
    private func closing(from start: Int) -> Int? {
        var index = start
        while index < bytes.endIndex {
            if stands(">", at: index) { return index + 1 }
            index += 1
        }
        return nil
    }

    /// Goes to the closing tag of an element that holds no text; stays where there is none.
    private mutating func skipContent(of element: HTMLElement) {
        guard !endless.contains(element) else { return }
        let name = Array(element.rawValue.utf8)
        var index = place
        while index + 2 + name.count <= bytes.endIndex {
            if bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "/"),
                name.indices.allSatisfy({ bytes[index + 2 + $0].asciiLower == name[$0] })
            {
                place = index
                return
            }
            index += 1
        }
        endless.insert(element)
    }

    private func stands(_ sign: Unicode.Scalar, at index: Int) -> Bool {
        index < bytes.endIndex && bytes[index] == UInt8(ascii: sign)
    }
}

extension UInt8 {
    /// True for an ASCII letter.
    var isLetter: Bool { asciiLower &- 0x61 < 26 }
}

/// HTML as text for a person who judges the mail: nothing is fetched, links tell where they lead,
/// and text that a browser would hide is shown and marked.
///
/// One pass without a tree. Only elements that are open are remembered, to a depth.
struct HTMLText {
    var scanner: HTMLScanner<[UInt8]>
    var flow = TextFlow()
    /// What is open, the outermost first.
    private(set) var open: [OpenElement] = []
    /// How many of each are open.
    private var openCount: [HTMLElement: Int] = [:]
    /// The text of the link that is open, as far as it is looked at.
    var linkText: [UInt8] = []
    /// What addresses without a machine belong to.
    var base: LinkTarget?
    /// True where the last words were marked as hidden.
    private var marksHidden = false

    /// How many elements are remembered.
    static let deepest = 512
    /// How many bytes of the text of a link are looked at.
    static let longestLinkText = 1024

    /// An element between its tags.
    struct OpenElement: Hashable, Sendable {
        let element: HTMLElement
        var isHidden: Bool
        var hasTinyFont: Bool
        /// Where it leads, if it is a link.
        var target: LinkTarget?
        /// The number of the next item, if it is a numbered list.
        var nextNumber: Int?
    }
}

extension HTMLText {
    /// What HTML comes to.
    struct Reduced: Hashable, Sendable {
        let text: BodyText
        /// How many bytes were read until there was enough.
        let taken: Int
        /// True where a tag or a comment is never closed.
        let isUnclosed: Bool
    }

    /// The text of HTML in UTF-8.
    static func reduced(_ html: [UInt8]) -> Reduced {
        var reduction = HTMLText(scanner: HTMLScanner(html))
        while !reduction.flow.text.isFull, let token = reduction.scanner.next() {
            switch token {
            case .text(let range): reduction.addText(html[range])
            case .tag(let tag) where tag.isClosing: reduction.close(tag.element)
            case .tag(let tag): reduction.open(tag)
            }
        }
        while let last = reduction.open.last { reduction.close(last.element) }
        reduction.markHidden(false)
        reduction.flow.finish()
        return Reduced(
            text: reduction.flow.text, taken: reduction.scanner.place,
            isUnclosed: reduction.scanner.isUnclosed)
    }

    /// Adds text with its entities.
    private mutating func addText(_ text: ArraySlice<UInt8>) {
        if !text.allSatisfy(\.isHTMLSpace) { markHidden(isHidden) }
        var start = text.startIndex
        var place = start
        while place < text.endIndex {
            guard text[place] == UInt8(ascii: "&"),
                let found = HTMLEntities.reference(text[place...])
            else {
                place += 1
                continue
            }
            addWords(text[start..<place])
            var scalar: [UInt8] = []
            WTF8.append(found.scalar, to: &scalar)
            addWords(scalar[...])
            place = found.end
            start = place
        }
        addWords(text[start...])
    }

    private mutating func addWords(_ words: ArraySlice<UInt8>) {
        flow.add(words)
        if openCount[.a, default: 0] > 0 {
            linkText += words.prefix(Self.longestLinkText - linkText.count)
        }
    }

    /// True where a browser would not show text here.
    var isHidden: Bool { open.last.map { $0.isHidden || $0.hasTinyFont } ?? false }

    /// Says where text that is not seen begins and ends.
    mutating func markHidden(_ isHidden: Bool) {
        guard isHidden != marksHidden else { return }
        marksHidden = isHidden
        if isHidden {
            flow.addApart("[hidden:", .note)
            flow.add([0x20])
        } else {
            flow.closeMark("]")
        }
    }
}

extension HTMLText {
    /// Remembers an element that has begun; beyond the depth it is as if it was not there.
    mutating func push(_ element: OpenElement) {
        guard open.count < Self.deepest else { return }
        open.append(element)
        openCount[element.element, default: 0] += 1
        switch element.element {
        case .blockquote: flow.quoteDepth += 1
        case .ul, .ol: flow.listDepth += 1
        case .pre, .textarea: flow.keepsSpace = true
        default: break
        }
    }

    /// Ends an element and all that is open in it; nothing where it is not open.
    private mutating func close(_ element: HTMLElement) {
        guard openCount[element, default: 0] > 0 else {
            if element == .p || element == .br { flow.separate(.line) }
            return
        }
        while let last = open.popLast() {
            openCount[last.element, default: 0] -= 1
            end(last)
            if last.element == element { return }
        }
    }

    /// Ends an element that ends by itself where another one of its kind begins.
    mutating func endSibling(of element: HTMLElement) {
        let isOpen = element == .a ? openCount[.a, default: 0] > 0 : open.last?.element == element
        if element.endsAtSibling, isOpen { close(element) }
    }

    /// The sign of the next item of the list that is open.
    mutating func countItem() -> String {
        guard let list = open.lastIndex(where: { $0.element == .ol || $0.element == .ul }),
            let number = open[list].nextNumber
        else { return "- " }
        open[list].nextNumber = number + 1
        return "\(number). "
    }
}

/// Sets the words of a document that has its own idea of white space as lines of text.
///
/// Blanks and line ends between words count as one blank. What parts two paragraphs is asked for
/// before it is known whether anything follows, and is written with the next word.
struct TextFlow {
    private(set) var text = BodyText()
    private var hasSpace = false
    /// How many line ends stand before the next word: two make an empty line.
    private var lineEnds = 0
    /// The sign of a list that stands before the next word.
    private var bullet: [UInt8] = []
    private var fillers = FillerRun()
    /// How many quotations stand around the words.
    var quoteDepth = 0
    /// How many lists stand around the words.
    var listDepth = 0
    /// True where white space counts as it stands.
    var keepsSpace = false

    private static let deepest = 8
    /// How many invisible characters in a row are shown one by one.
    private static let mostFillers = 3
}

/// Characters that are not seen, with nothing but blanks between them.
private struct FillerRun {
    var count = 0
    /// What they are, as long as there are few.
    var bytes: [UInt8] = []
    /// True where a blank stands before the first.
    var followsSpace = false
}

extension TextFlow {
    /// Adds words of the sender.
    mutating func add(_ words: ArraySlice<UInt8>) {
        var place = words.startIndex
        while place < words.endIndex, !text.isFull {
            let byte = words[place]
            if byte.isHTMLSpace || byte == 0xC2 && isNoBreakSpace(words, at: place) {
                takeSpace(byte)
                place += byte == 0xC2 ? 2 : 1
            } else if byte >= 0xC2, let length = fillerLength(words, at: place) {
                takeFiller(words[place..<place + length])
                place += length
            } else {
                let end = endOfWord(words, from: place)
                begin()
                text.append(words[place..<end])
                place = end
            }
        }
    }

    /// Adds words of ours.
    mutating func add(_ words: RawText, _ kind: BodyText.Kind) {
        begin()
        text.append(words.bytes[...], kind)
    }

    /// Adds words of ours, set off from what stands before them.
    mutating func addApart(_ words: RawText, _ kind: BodyText.Kind) {
        if lineEnds == 0, !text.isAtLineStart { hasSpace = true }
        add(words, kind)
    }

    /// Closes a mark of ours behind the last word, whatever was to stand before the next one.
    mutating func closeMark(_ words: RawText) {
        endFillers()
        text.append(words.bytes[...], .note)
    }

    /// Ends the line, however many words follow.
    mutating func breakLine() {
        endFillers()
        lineEnds += 1
        hasSpace = false
    }

    /// Sets what follows apart from what came.
    mutating func separate(_ separation: HTMLElement.Separation) {
        guard separation != .none else { return }
        endFillers()
        hasSpace = false
        guard !text.isEmpty else { return }
        lineEnds = max(lineEnds, separation == .paragraph ? 2 : 1)
    }

    /// Parts two cells of a table, if both have words.
    mutating func separateCells() {
        guard lineEnds == 0, !text.isAtLineStart else { return }
        endFillers()
        hasSpace = false
        text.append(Self.gap)
    }

    /// Puts the sign of a list before the next word.
    mutating func beginItem(_ sign: String) { bullet = Array(sign.utf8) }

    /// Writes what waits for more words.
    mutating func finish() { endFillers() }
}

extension TextFlow {
    private static let gap = Array("  ".utf8)[...]

    private mutating func takeSpace(_ byte: UInt8) {
        guard keepsSpace, byte != 0xC2 else {
            hasSpace = true
            return
        }
        switch byte {
        case 0x0A: breakLine()
        case 0x0D: break
        default:
            begin()
            text.append(Self.gap.prefix(1))
        }
    }

    /// Writes all that has to stand before the next word.
    private mutating func begin() {
        endFillers()
        startText()
    }

    private mutating func startText() {
        if lineEnds > 0 {
            if !text.isEmpty {
                for _ in 0..<min(lineEnds, 2) { text.endLine() }
            }
            (lineEnds, hasSpace) = (0, false)
        }
        if text.isAtLineStart {
            startLine()
        } else if hasSpace {
            text.append(Self.gap.prefix(1))
        }
        hasSpace = false
    }

    private mutating func startLine() {
        for _ in 0..<min(quoteDepth, Self.deepest) { text.append(Array("> ".utf8)[...]) }
        for _ in 0..<max(0, min(listDepth, Self.deepest) - 1) { text.append(Self.gap) }
        if bullet.isEmpty, listDepth > 0 { text.append(Self.gap) }
        text.append(bullet[...])
        bullet = []
    }

    private func endOfWord(_ words: ArraySlice<UInt8>, from start: Int) -> Int {
        var place = start + 1
        while place < words.endIndex, !words[place].isHTMLSpace, words[place] < 0xC2 { place += 1 }
        return place
    }

    private func isNoBreakSpace(_ words: ArraySlice<UInt8>, at place: Int) -> Bool {
        place + 1 < words.endIndex && words[place + 1] == 0xA0
    }
}

extension TextFlow {
    /// How many bytes the invisible character at a place has; nil where another one stands there.
    private func fillerLength(_ words: ArraySlice<UInt8>, at place: Int) -> Int? {
        let unit = WTF8.unit(in: words.span, at: place - words.startIndex)
        switch ScalarClass(unit.value) {
        case .joiner, .invisible, .tag: return unit.length
        default: return nil
        }
    }

    private mutating func takeFiller(_ bytes: ArraySlice<UInt8>) {
        fillers.count += 1
        if fillers.count == 1 {
            fillers.followsSpace = hasSpace
        } else if hasSpace, fillers.count <= Self.mostFillers {
            fillers.bytes.append(0x20)
        }
        hasSpace = false
        if fillers.count <= Self.mostFillers { fillers.bytes += bytes }
    }

    /// Writes invisible characters: a few as they are, for each may break a word, and many by number,
    /// as mails are filled up with them.
    private mutating func endFillers() {
        let run = fillers
        guard run.count > 0 else { return }
        fillers = FillerRun()
        let isFollowed = hasSpace
        let isMany = run.count > Self.mostFillers
        hasSpace = run.followsSpace || isMany
        startText()
        if isMany {
            text.append(Array("[\(run.count) invisible characters]".utf8)[...], .note)
        } else {
            text.append(run.bytes[...])
        }
        hasSpace = isFollowed
    }
}

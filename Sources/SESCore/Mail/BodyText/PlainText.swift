/// Plain text as lines: tabs become blanks, and lines that a mail program broke are joined where
/// the part says `format=flowed` (RFC 3676).
struct PlainText {
    private(set) var text = BodyText()
    private let bytes: [UInt8]
    private let flow: FlowedFormat?
    /// How many bytes were taken.
    private(set) var taken = 0
    /// The depth of quoting of a line that is to be joined with the next; nil where none is.
    private var joinsDepth: Int?

    private static let tabWidth = 8
    private static let blanks = [UInt8](repeating: 0x20, count: tabWidth)[...]

    /// Lays out text in UTF-8.
    init(_ bytes: [UInt8], flow: FlowedFormat?) {
        self.bytes = bytes
        self.flow = flow
        while taken < bytes.count, !text.isFull {
            let end = bytes[taken...].firstIndex(of: 0x0A) ?? bytes.count
            var line = bytes[taken..<end]
            if end < bytes.count, line.last == 0x0D { line = line.dropLast() }
            if flow == nil { add(line) } else { addFlowed(line) }
            if !text.isFull { taken = min(end + 1, bytes.count) }
        }
    }
}

extension PlainText {
    private mutating func add(_ line: ArraySlice<UInt8>) {
        if taken > 0 { text.endLine() }
        append(line)
    }

    private mutating func addFlowed(_ line: ArraySlice<UInt8>) {
        let depth = line.prefix { $0 == UInt8(ascii: ">") }.count
        var words = line.dropFirst(depth)
        if words.first == 0x20 { words.removeFirst() }
        let isSignature = words.elementsEqual("-- ".utf8)
        if joinsDepth != depth || isSignature {
            if taken > 0 { text.endLine() }
            if depth > 0 { text.append(line.prefix(depth) + [0x20]) }
        }
        let goesOn = words.last == 0x20 && !isSignature
        joinsDepth = goesOn ? depth : nil
        append(goesOn && flow?.deletesSpace == true ? words.dropLast() : words)
    }

    /// Adds a line, word by word where it is long, so that it is broken between words.
    private mutating func append(_ line: ArraySlice<UInt8>) {
        guard line.count > BodyText.longestLine || line.contains(0x09) else {
            text.append(line)
            return
        }
        var column = 0
        var rest = line
        while !rest.isEmpty, !text.isFull {
            let word = rest.prefix { $0 != 0x20 && $0 != 0x09 }
            text.append(word)
            column += word.count { $0 & 0xC0 != 0x80 }
            rest = rest.dropFirst(word.count)
            guard let blank = rest.popFirst() else { return }
            let width = blank == 0x09 ? Self.tabWidth - column % Self.tabWidth : 1
            text.append(Self.blanks.prefix(width))
            column += width
        }
    }
}

/// One line of text that is being typed.
struct LineEditor: Hashable, Sendable {
    private(set) var scalars: [Unicode.Scalar]
    /// Before which scalar the next one goes.
    private(set) var cursor: Int
    private var killed: [Unicode.Scalar] = []

    /// The most scalars that a line takes.
    static let longest = 4096

    /// A line with the cursor at its end.
    init(_ text: String = "") {
        scalars = Array(text.unicodeScalars.prefix(Self.longest))
        cursor = scalars.count
    }
}

extension LineEditor {
    /// The line.
    var text: String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    /// The part before the cursor.
    var head: String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[..<cursor])
        return String(text)
    }

    /// Puts other text in place of the line, the cursor at its end; what was deleted stays known.
    mutating func replace(with text: String) {
        scalars = Array(text.unicodeScalars.prefix(Self.longest))
        cursor = scalars.count
    }

    /// Puts other text in place of the line, the cursor behind so many of its bytes (UTF-8).
    mutating func replace(with text: String, cursor bytes: Int) {
        replace(with: text)
        cursor = min(
            cursor, String(decoding: text.utf8.prefix(bytes), as: UTF8.self).unicodeScalars.count)
    }

    /// Puts text in at the cursor; controls are dropped, so that it stays one line.
    mutating func insert(_ more: some Sequence<Unicode.Scalar>) {
        let printable = more.filter { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) }
            .prefix(Self.longest - scalars.count)
        scalars.insert(contentsOf: printable, at: cursor)
        cursor += printable.count
    }

    /// Does what an editing action says; false where the action is none.
    mutating func perform(_ action: Action) -> Bool {
        switch action {
        case .lineStart: cursor = 0
        case .lineEnd: cursor = scalars.count
        case .charLeft: cursor = max(0, cursor - 1)
        case .charRight: cursor = min(scalars.count, cursor + 1)
        case .deleteBack: delete(max(0, cursor - 1)..<cursor)
        case .deleteForward: delete(cursor..<min(scalars.count, cursor + 1))
        case .deleteWord: kill(wordStart..<cursor)
        case .deleteToStart: kill(0..<cursor)
        case .deleteToEnd: kill(cursor..<scalars.count)
        case .yank: insert(killed)
        default: return false
        }
        return true
    }

    private var wordStart: Int {
        let end = scalars[..<cursor].lastIndex { $0 != " " } ?? 0
        return scalars[..<end].lastIndex(of: " ").map { $0 + 1 } ?? 0
    }

    private mutating func kill(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        killed = Array(scalars[range])
        delete(range)
    }

    private mutating func delete(_ range: Range<Int>) {
        scalars.removeSubrange(range)
        cursor = range.lowerBound
    }
}

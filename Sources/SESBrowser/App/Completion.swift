import SESCore

/// Completes the word before the cursor of a line.
enum Completion {
    /// Completes the whole text before the cursor as far as the words that begin so agree.
    ///
    /// - Returns: The words that fit, if there are several.
    static func apply(_ words: [String], to editor: inout LineEditor) -> [String] {
        apply(words, stem: editor.head, to: &editor)
    }

    /// Completes the word before the cursor by words that the line does not hold yet.
    ///
    /// - Returns: The words that fit, if there are several.
    static func lastWord(of words: [String], in editor: inout LineEditor) -> [String] {
        let typed = editor.head.split(separator: " ", omittingEmptySubsequences: false)
        let earlier = typed.dropLast()
        let free = words.filter { word in !earlier.contains { $0.utf8.elementsEqual(word.utf8) } }
        return apply(free, stem: typed.last.map(String.init) ?? "", to: &editor)
    }

    private static func apply(
        _ words: [String], stem: String, to editor: inout LineEditor
    ) -> [String] {
        let fitting = words.filter { $0.utf8.starts(with: stem.lowercased().utf8) }
        guard let first = fitting.first else { return [] }
        let common = fitting.dropFirst().reduce(Array(first.utf8)) { common, word in
            zip(common, word.utf8).prefix { $0 == $1 }.map(\.0)
        }
        editor.insert(
            String(decoding: common.dropFirst(stem.utf8.count), as: UTF8.self).unicodeScalars)
        return fitting.count > 1 ? fitting : []
    }
}

import SESCore

/// The two files in which filters outlive a run: those with a name, and those that were typed.
///
/// Each change reads the file anew, so that two programs at once do not undo each other's changes.
struct FilterStore: Sendable {
    private let saved: RawText?
    private let history: RawText?

    /// The files in the folders of the person, `$XDG_CONFIG_HOME` and `$XDG_STATE_HOME`.
    init() {
        saved = Self.path(variable: "XDG_CONFIG_HOME", folder: "/.config", name: "filters")
        history = Self.path(
            variable: "XDG_STATE_HOME", folder: "/.local/state", name: "filter-history")
    }

    /// A change of the files.
    enum Change: Hashable, Sendable {
        case save(String, as: String)
        case delete(String)
        case remember(String)
    }
}

extension FilterStore {
    /// The most bytes of a file.
    private static let longest = 4 << 20

    /// What the files hold; nothing where there are none.
    ///
    /// - Throws: ``SourceError`` where a file is there and cannot be read.
    func read() throws(SourceError) -> FilterFiles {
        FilterFiles(saved: try lines(saved), history: try lines(history))
    }

    /// Makes a change, in the one file that it is about.
    ///
    /// - Throws: ``SourceError`` where it could not be written down.
    func make(_ change: Change) throws(SourceError) {
        switch change {
        case .save(let text, let name):
            var filters = SavedFilters(try lines(saved))
            filters.save(text, as: name)
            try write(filters.lines, to: saved)
        case .delete(let name):
            var filters = SavedFilters(try lines(saved))
            guard filters.delete(name) else { return }
            try write(filters.lines, to: saved)
        case .remember(let text):
            var texts = try lines(history)
            texts.removeAll { $0.utf8.elementsEqual(text.utf8) }
            texts.append(text)
            try write(texts.suffix(FilterState.longestHistory), to: history)
        }
    }

    private static func path(variable: String, folder: String, name: String) -> RawText? {
        let base = Environment.folder(variable) ?? Environment.home.map { $0 + RawText(folder) }
        return base.map { $0 + RawText("/ses-browser/\(name)") }
    }

    private func lines(_ path: RawText?) throws(SourceError) -> [String] {
        guard let path, let bytes = try SavedFile.read(path, atMost: Self.longest) else {
            return []
        }
        return bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    }

    private func write(_ lines: some Sequence<String>, to path: RawText?) throws(SourceError) {
        guard let path, let slash = path.bytes.lastIndex(of: UInt8(ascii: "/")) else {
            throw SourceError(message: "there is no home folder")
        }
        try SavedFile.makeFolder(RawText(path.bytes[..<slash]))
        let bytes = lines.flatMap { line -> [UInt8] in Array(line.utf8) + [0x0A] }
        do throws(SavedFile.Failure) {
            try SavedFile.write(bytes, to: path, replaces: true)
        } catch {
            guard case .refused(let reason) = error else {
                throw SourceError(message: "another file has the name")
            }
            throw reason
        }
    }
}

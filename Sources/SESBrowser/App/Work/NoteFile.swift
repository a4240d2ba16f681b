import SESCore

/// A note as a file for an editor, that nobody else may read; it is removed when this goes.
struct NoteFile: ~Copyable {
    let path: RawText

    /// Notes longer than this are refused.
    static let mostBytes = 1 << 20

    /// Writes a note into a new file.
    init(_ note: RawText) throws(SavedFile.Failure) {
        let folder = Environment.folder("TMPDIR") ?? "/tmp"
        path = folder + RawText("/ses-browser-note-\(UInt64.random(in: .min ... .max)).txt")
        try SavedFile.write(note.bytes + (note.isEmpty ? [] : [0x0A]), to: path, replaces: false)
    }

    deinit { SavedFile.remove(path) }
}

extension NoteFile {
    /// What the file holds now, without the line ends behind it.
    func read() throws(SourceError) -> RawText {
        var bytes = try SavedFile.read(path, atMost: Self.mostBytes) ?? []
        while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
        return RawText(bytes)
    }

    /// The command that edits the file `$1`: what `VISUAL` or `EDITOR` says, `vi` without them.
    static var command: RawText {
        let chosen = [Environment.value("VISUAL"), Environment.value("EDITOR")]
            .compactMap(\.self).first { !$0.isEmpty }
        return (chosen ?? "vi") + " \"$1\""
    }
}

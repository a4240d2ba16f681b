import SESCore

/// The file of the settings, `$XDG_CONFIG_HOME/ses-browser/settings`, by default below `~/.config`.
enum SettingsFile {
    /// The largest file that is read, in bytes.
    private static let largest = 1 << 16

    /// What was kept; a file that is not there keeps nothing.
    static func read() -> Settings {
        guard let path else { return Settings() }
        do throws(SourceError) {
            guard let bytes = try SavedFile.read(path, atMost: largest) else { return Settings() }
            return Settings(SettingsText(bytes))
        } catch {
            var settings = Settings()
            settings.notices = ["settings not read: \(path): \(error.message)"]
            return settings
        }
    }

    /// Writes settings into the file as it stands now; what else is in it stays.
    ///
    /// - Returns: Why they were not kept; nil where they were.
    static func keep(_ entries: [Settings.Entry]) -> SettingsFailure? {
        guard let folder, let path else {
            return SettingsFailure(message: "HOME names no folder")
        }
        do {
            let bytes = try SavedFile.read(path, atMost: largest) ?? []
            var text = SettingsText(bytes)
            for entry in entries { text.set(entry) }
            try SavedFile.makeFolder(folder)
            try SavedFile.write(text.bytes, to: path, replaces: true)
            return nil
        } catch let error as SourceError {
            return SettingsFailure(path, error)
        } catch SavedFile.Failure.refused(let error) {
            return SettingsFailure(path, error)
        } catch {
            return SettingsFailure(message: path)
        }
    }

    private static var folder: RawText? {
        let configured =
            Environment.folder("XDG_CONFIG_HOME")
            ?? Environment.home.map { RawText($0.bytes + Array("/.config".utf8)) }
        return configured.map { RawText($0.bytes + Array("/ses-browser".utf8)) }
    }

    private static var path: RawText? {
        folder.map { RawText($0.bytes + Array("/settings".utf8)) }
    }
}

/// Why settings were not kept, for a person.
struct SettingsFailure: Hashable, Sendable {
    let message: RawText
}

extension SettingsFailure {
    fileprivate init(_ path: RawText, _ error: SourceError) {
        message = RawText(path.bytes + Array(": \(error.message)".utf8))
    }
}

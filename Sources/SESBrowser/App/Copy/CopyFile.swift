import SESCore

/// Writes a copied text to a file.
enum CopyFile {
    /// Writes it, `~/` before the name meaning the person's own folder.
    static func save(_ request: SaveRequest) -> SaveOutcome {
        var path = request.path
        if path.bytes.starts(with: "~/".utf8), let home = Environment.home {
            path = RawText(home.bytes + path.bytes.dropFirst())
        }
        do throws(SavedFile.Failure) {
            try SavedFile.write(request.bytes, to: path, replaces: request.replaces)
            return .written
        } catch {
            switch error {
            case .exists: return .exists
            case .refused(let reason): return .failed(reason.message)
            }
        }
    }
}

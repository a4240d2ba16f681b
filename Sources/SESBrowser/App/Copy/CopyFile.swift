import SESCore

/// Writes a copied text to a file.
enum CopyFile {
    /// Writes it, and says what became of it.
    static func save(_ request: SaveRequest) -> SaveOutcome {
        do throws(SavedFile.Failure) {
            try SavedFile.write(
                request.bytes, to: PersonPath.whole(request.path), replaces: request.replaces)
            return .written
        } catch {
            switch error {
            case .exists: return .exists
            case .refused(let reason): return .failed(reason.message)
            }
        }
    }
}

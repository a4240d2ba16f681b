extension TriageStore {
    /// Looks for damage in a store, on a connection of its own, so that another thread can do it while the
    /// first one works; it takes about a second for a million decisions.
    ///
    /// - Parameters:
    ///   - location: The store.
    ///   - isThorough: Compares the indexes with the rows as well, which takes some times as long.
    ///   - most: How many findings are told at most.
    /// - Returns: What was found, in words of SQLite; empty where the store is sound.
    /// - Throws: ``StoreError`` where it cannot be read.
    public static func problems(
        in location: StoreLocation, isThorough: Bool = false, atMost most: Int = 20
    ) throws(StoreError) -> [RawText] {
        let file = try StoreFile(at: location, makes: false)
        let connection = try StoreOpening.connect(to: file, location.path, writes: false)
        _ = try StoreOpening.form(of: connection)
        let check = isThorough ? "integrity_check" : "quick_check"
        let statement = try connection.prepare("PRAGMA \(check)(\(max(1, most)))")
        var problems: [RawText] = []
        while try statement.step() {
            let text = statement.text(0)
            if text != "ok" { problems.append(text) }
        }
        return problems
    }

    /// The reason to write no more that a check found; nil where the store is sound.
    public static func damage(in location: StoreLocation) -> StoreError? {
        do throws(StoreError) {
            guard let first = try problems(in: location, atMost: 1).first else { return nil }
            return StoreError(
                .malformed, path: location.path,
                detail: String(decoding: VisibleText(first).utf8, as: UTF8.self))
        } catch {
            return error
        }
    }
}

extension TriageStore {
    /// Writes a sound copy of the store into a new file that nobody else may read.
    ///
    /// Copying the file would leave out what is still in its log.
    ///
    /// - Throws: ``StoreError`` where there is such a file already or it cannot be written whole; then
    ///   there is none.
    public func backUp(to target: RawText) throws(StoreError) {
        do throws(SystemError) {
            _ = try SystemCalls.makeFile(target, mode: 0o600)
        } catch {
            throw StoreError(error, path: target)
        }
        do throws(StoreError) {
            let statement = try connection.prepare("VACUUM INTO ?")
            try statement.bind(.text(target))
            _ = try statement.step()
        } catch {
            SystemCalls.remove(target)
            throw StoreError(error.kind, path: target, detail: error.detail)
        }
        do throws(SystemError) {
            try SystemCalls.sync(target)
            try SystemCalls.sync(target.folder)
        } catch {
            SystemCalls.remove(target)
            throw StoreError(error, path: target)
        }
    }
}

import ArgumentParser
import SESCore

/// The store that a command works on.
struct StoreOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The file that decisions are kept in.",
            discussion: """
                Without it the file that SES_BROWSER_STORE names, or else ses-browser/triage.db \
                below $XDG_STATE_HOME or ~/.local/state.
                """, valueName: "path"),
        completion: .file())
    var store: String?

    /// Where the store lies.
    ///
    /// - Throws: `ValidationError` where nothing says so.
    func location() throws -> StoreLocation {
        if let store, !store.isEmpty {
            return StoreLocation(chosen: ArgumentBytes.bytes(of: store))
        }
        guard let location = StoreLocation.standard(Environment.value) else {
            throw ValidationError("There is no home directory: name the store with --store.")
        }
        return location
    }

    /// Opens the store; what is in the way is told on the error output.
    ///
    /// - Throws: ``ExitStatus/nothingRead`` where it cannot be used.
    func open(for access: TriageStore.Access) throws -> TriageStore {
        let location = try location()
        do throws(StoreError) {
            let store = try TriageStore(
                location, as: .current(version: Program.version), for: access)
            if store.isOnNetwork {
                FileComplaints.write(
                    "it lies on a network file system: only one machine at a time may use it",
                    path: location.path)
            }
            if access == .readAndWrite, let obstacle = store.obstacle { throw obstacle }
            return store
        } catch {
            FileComplaints.write(error)
            throw ExitStatus.nothingRead
        }
    }
}

extension FileComplaints {
    /// Tells of a store or an export that could not be used.
    static func write(_ error: StoreError) {
        let detail = error.detail.isEmpty ? "" : " (\(error.detail))"
        write("\(error.what)\(detail); \(error.advice)", path: error.path)
    }
}

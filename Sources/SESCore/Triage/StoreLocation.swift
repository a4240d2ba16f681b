/// Where a store lies, and whether somebody chose that place.
public struct StoreLocation: Hashable, Sendable {
    /// The file.
    public let path: RawText
    /// True where the place was named; only there a store may be shared by a group.
    public let isChosen: Bool

    /// The store in a file that somebody named.
    public init(chosen path: RawText) {
        self.path = path
        isChosen = true
    }

    private init(standard path: RawText) {
        self.path = path
        isChosen = false
    }
}

extension StoreLocation {
    /// The place that `SES_BROWSER_STORE` names, or else `ses-browser/triage.db` below
    /// `$XDG_STATE_HOME` or `~/.local/state`.
    ///
    /// - Parameter variable: The value of a variable of the environment; nil where it is not set.
    /// - Returns: nil where the environment names no home.
    public static func standard(_ variable: (String) -> RawText?) -> StoreLocation? {
        if let chosen = variable("SES_BROWSER_STORE"), !chosen.isEmpty {
            return StoreLocation(chosen: chosen)
        }
        let name = Array("/ses-browser/triage.db".utf8)
        if let state = variable("XDG_STATE_HOME"), state.isAbsolute {
            return StoreLocation(standard: RawText(state.bytes + name))
        }
        guard let home = variable("HOME"), home.isAbsolute else { return nil }
        return StoreLocation(standard: RawText(home.bytes + Array("/.local/state".utf8) + name))
    }

    /// True where nothing has that name yet, so that nothing was decided there.
    public var isMissing: Bool {
        do throws(SourceError) {
            _ = try FileStatus(path: path, followsLink: false)
            return false
        } catch {
            return error == .noSuchFile
        }
    }

    /// The folder that the file lies in.
    var folder: RawText { path.folder }
}

extension RawText {
    fileprivate var isAbsolute: Bool { bytes.first == UInt8(ascii: "/") }

    /// The folder of the file of this name.
    var folder: RawText {
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == 0 ? "/" : RawText(bytes[..<slash])
    }

    /// The name without the folders before it.
    var lastComponent: RawText {
        bytes.lastIndex(of: UInt8(ascii: "/")).map { RawText(bytes[($0 + 1)...]) } ?? self
    }
}

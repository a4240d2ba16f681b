import SESCore

/// Names of files as a person types them.
enum PersonPath {
    /// The name for the system, `~/` before it meaning the person's own folder.
    static func whole(_ path: RawText) -> RawText {
        guard path.bytes.starts(with: "~/".utf8), let home = Environment.home else { return path }
        return RawText(home.bytes + path.bytes.dropFirst())
    }
}

internal import Glibc

/// Why a file could not be opened or read, in words for a person.
public struct SourceError: Error, Hashable, Sendable {
    /// What is the matter, such as `no such file`; the name of the file is not in it.
    public var message: String

    /// An error in words.
    public init(message: String) { self.message = message }
}

extension SourceError {
    /// Nothing has that name.
    static let noSuchFile = SourceError(message: "no such file")

    /// An error of the system.
    init(code: Int32) {
        switch code {
        case ENOENT: self = .noSuchFile
        case EACCES: message = "permission denied"
        case EISDIR: message = "is a directory; name the files in it"
        case ELOOP: message = "its symbolic links lead in a circle"
        default: message = unsafe String(cString: strerror(code))
        }
    }
}

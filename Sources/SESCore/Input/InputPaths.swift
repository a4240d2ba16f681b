internal import Glibc

/// A file that was found under a directory, or what could not be looked at there.
struct InputPath: Hashable, Sendable {
    /// The name from where the person named the directory, in bytes.
    var path: RawText
    /// Why it cannot be read; nil where it may be tried.
    var failure: String?
}

/// Finds the files under directories.
enum InputPaths {
    /// How many directories are gone into, one in the other.
    static let deepest = 8

    /// The regular files under a directory; nil where a name leads to none.
    ///
    /// Links to files count as files, links to directories are not followed; what is neither a file
    /// nor a directory is passed over.
    static func files(under path: RawText) -> [InputPath]? {
        guard path != "-", (try? FileStatus(path: path))?.kind == .directory else { return nil }
        var found: [InputPath] = []
        var waiting = [(path: path, depth: 0)]
        while let next = waiting.popLast() {
            if next.depth > 0 {
                switch kind(of: next.path) {
                case .file:
                    found.append(InputPath(path: next.path))
                    continue
                case .directory where next.depth > deepest:
                    let words = "lies more than \(deepest) directories deep; name it to read it"
                    found.append(InputPath(path: next.path, failure: words))
                    continue
                case .directory: break
                default: continue
                }
            }
            do throws(SourceError) {
                let (names, failure) = try names(in: next.path)
                if let failure {
                    found.append(InputPath(path: next.path, failure: failure.message))
                }
                let folder =
                    next.path.bytes.last == 0x2F ? next.path.bytes : next.path.bytes + [0x2F]
                waiting += names.reversed().map { (RawText(folder + $0), next.depth + 1) }
            } catch {
                found.append(InputPath(path: next.path, failure: error.message))
            }
        }
        return found
    }

    private static func kind(of path: RawText) -> FileStatus.Kind? {
        guard let status = try? FileStatus(path: path, followsLink: false) else { return nil }
        guard status.kind == .link else { return status.kind }
        return (try? FileStatus(path: path))?.kind == .file ? .file : nil
    }

    /// The names in a directory, in byte order, and why there may be more than these.
    private static func names(
        in path: RawText
    ) throws(SourceError) -> (names: [[UInt8]], failure: SourceError?) {
        guard let stream = unsafe opendir(path.cName) else { throw SourceError(code: errno) }
        defer { unsafe closedir(stream) }
        var names: [[UInt8]] = []
        var failure: SourceError?
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else {
                if errno != 0 { failure = SourceError(code: errno) }
                break
            }
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe Array(bytes.prefix { $0 != 0 })
            }
            if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
        }
        return (names.sorted { $0.lexicographicallyPrecedes($1) }, failure)
    }
}

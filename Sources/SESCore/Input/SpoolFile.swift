internal import Glibc

/// A file without a name that plain bytes of input are kept in, one input behind the other.
///
/// It has no name from the start, or loses it at once, and nobody else may open it. It is gone with
/// the last that refers to it, however the program ends.
final class SpoolFile: Sendable {
    let descriptor: Descriptor
    /// Where the next input goes; nil while one is being written.
    private let end = Monitor<Int?>(0)

    /// A new file in `$TMPDIR`, or in `/var/tmp`.
    ///
    /// - Throws: ``SourceError`` where neither takes one.
    init() throws(SourceError) {
        var failure: SourceError?
        for folder in Self.folders {
            do throws(SourceError) {
                descriptor = try Self.open(in: folder)
                return
            } catch {
                let words = "no temporary file can be made in \(folder): \(error.message)"
                failure = SourceError(message: words)
            }
        }
        throw failure ?? SourceError(message: "there is no folder for temporary files")
    }

    private static var folders: [RawText] {
        [Environment.value("TMPDIR"), "/var/tmp"].compactMap(\.self).filter { !$0.isEmpty }
    }

    private static func open(in folder: RawText) throws(SourceError) -> Descriptor {
        // `O_TMPFILE` of <fcntl.h> is too complex a macro for Swift: 0o20000000 | O_DIRECTORY.
        if let nameless = try? Descriptor(path: folder, flags: O_RDWR | 0o20_000_000 | O_DIRECTORY)
        {
            return nameless
        }
        let name = ".ses-browser-\(UInt64.random(in: .min ... .max))"
        let path = RawText(folder.bytes + Array("/\(name)".utf8))
        let named = try Descriptor(
            path: path, flags: O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW)
        try Descriptor.removeName(path)
        return named
    }
}

extension SpoolFile {
    /// Where an input may be written from now on; nil while another one is.
    func claim() -> Int? { end.change { $0.take() } }

    /// Ends the writing of an input.
    func release(at position: Int) { end.change { $0 = position } }
}

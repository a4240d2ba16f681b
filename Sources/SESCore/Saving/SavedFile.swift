internal import Glibc

/// Small files of the person's own that are written whole or not at all, for nobody else to read.
public enum SavedFile {
    /// Why a file was not written.
    public enum Failure: Error, Hashable, Sendable {
        /// There is one of that name, which was to stay.
        case exists
        /// What the system says.
        case refused(SourceError)
    }

    /// Writes a file, of mode 0600.
    ///
    /// The bytes are written beside it, synced and put in its place in one step, so that nobody ever
    /// finds a part of them under its name.
    ///
    /// - Parameters:
    ///   - bytes: All that is to be in it.
    ///   - path: Its name; the folder is there.
    ///   - replaces: True where a file of that name may be replaced.
    /// - Throws: ``Failure``; the file is then as it was.
    public static func write(
        _ bytes: [UInt8], to path: RawText, replaces: Bool
    ) throws(Failure) {
        if !replaces { try claim(path) }
        do throws(SourceError) {
            try writeWhole(bytes, to: path)
        } catch {
            // The name was free before, so the empty file that holds it is ours.
            if !replaces { try? Descriptor.removeName(path) }
            throw .refused(error)
        }
    }

    /// The bytes of a file; nil where there is none.
    ///
    /// - Throws: ``SourceError`` where it is no regular file or larger than `most` bytes, too.
    public static func read(_ path: RawText, atMost most: Int) throws(SourceError) -> [UInt8]? {
        let file: Descriptor
        do throws(SourceError) {
            file = try Descriptor(path: path)
        } catch {
            guard error == SourceError(code: ENOENT) || error == SourceError(code: ENOTDIR) else {
                throw error
            }
            return nil
        }
        let status = try file.status()
        guard status.kind == .file else { throw SourceError(message: "is no regular file") }
        var bytes: [UInt8] = []
        try file.append(to: &bytes, from: 0, count: min(most, status.size) + 1)
        guard bytes.count <= most else {
            throw SourceError(message: "is larger than \(ByteAmount(most))")
        }
        return bytes
    }

    /// Removes a file, if it is there.
    public static func remove(_ path: RawText) { try? Descriptor.removeName(path) }

    /// Makes the folder that a file is to stand in, for the person alone.
    public static func makeFolder(_ path: RawText) throws(SourceError) {
        try FileNames.makeFolder(path)
    }
}

extension SavedFile {
    /// Holds a name that is free by an empty file.
    private static func claim(_ path: RawText) throws(Failure) {
        do throws(SourceError) {
            _ = try Descriptor(path: path, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
        } catch {
            throw error == SourceError(code: EEXIST) ? .exists : .refused(error)
        }
    }

    private static func writeWhole(_ bytes: [UInt8], to path: RawText) throws(SourceError) {
        let folder = folder(of: path)
        let name = ".ses-browser-\(UInt64.random(in: .min ... .max))"
        let draft = RawText(folder.bytes + Array("/\(name)".utf8))
        let file = try Descriptor(
            path: draft, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
        do throws(SourceError) {
            try file.write(bytes, at: 0)
            try file.sync()
            try FileNames.rename(draft, to: path)
        } catch {
            try? Descriptor.removeName(draft)
            throw error
        }
        // The name is the folder's; a folder that cannot be synced has it all the same.
        try? Descriptor(path: folder).sync()
    }

    private static func folder(of path: RawText) -> RawText {
        guard let slash = path.bytes.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == 0 ? "/." : RawText(path.bytes[..<slash])
    }
}

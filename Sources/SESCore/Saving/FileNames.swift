internal import Glibc

/// What is done with names of files, without opening them.
enum FileNames {
    /// Gives a file another name, in the place of what had that name.
    static func rename(_ old: RawText, to new: RawText) throws(SourceError) {
        guard unsafe Glibc.rename(old.cName, new.cName) == 0 else {
            throw SourceError(code: errno)
        }
    }

    /// Makes a folder for the person alone, and those above it; what is there stays as it is.
    static func makeFolder(_ path: RawText) throws(SourceError) {
        let slash = UInt8(ascii: "/")
        for end in path.bytes.indices.dropFirst() where path.bytes[end] == slash {
            try makeOne(RawText(path.bytes[..<end]))
        }
        try makeOne(path)
    }

    private static func makeOne(_ path: RawText) throws(SourceError) {
        guard unsafe mkdir(path.cName, 0o700) != 0 else { return }
        let code = errno
        guard code == EEXIST || (try? FileStatus(path: path))?.kind == .directory else {
            throw SourceError(code: code)
        }
    }
}

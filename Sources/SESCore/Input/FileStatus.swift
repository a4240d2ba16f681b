internal import Glibc

/// What the system knows of a file.
struct FileStatus: Hashable, Sendable {
    let kind: Kind
    let device: UInt64
    let inode: UInt64
    /// How many bytes it has; of use for regular files alone.
    let size: Int
    /// Who may do what, as `chmod` has it: 12 bits.
    let permissions: UInt32
    let owner: UInt32

    enum Kind: Hashable, Sendable {
        case file
        case directory
        case pipe
        case socket
        case link
        case device
    }

    init(_ status: stat) {
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int(status.st_size)
        permissions = status.st_mode & 0o7777
        owner = status.st_uid
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .directory
            case S_IFIFO: .pipe
            case S_IFSOCK: .socket
            case S_IFLNK: .link
            default: .device
            }
    }
}

extension FileStatus {
    /// What a name leads to, or where asked for the symbolic link itself that it names.
    ///
    /// - Throws: ``SourceError`` where there is nothing or it may not be looked at.
    init(path: RawText, followsLink: Bool = true) throws(SourceError) {
        var status = stat()
        let result =
            unsafe followsLink ? stat(path.cName, &status) : lstat(path.cName, &status)
        guard result == 0 else { throw SourceError(code: errno) }
        self.init(status)
    }

    /// What tells a file from every other one.
    var key: Key { Key(device: device, inode: inode) }

    struct Key: Hashable, Sendable {
        let device: UInt64
        let inode: UInt64
    }
}

/// The file of a store as it was found or made, before SQLite opens it.
///
/// Nothing here opens a file that is there already: closing it again would let go of the locks that
/// SQLite holds on it anywhere in this process.
struct StoreFile {
    let key: FileStatus.Key
    /// False where the file or its folder cannot be written to.
    let isWritable: Bool
    /// True where several machines may reach the file.
    let isOnNetwork: Bool

    /// Finds a file, and makes it and its folder where they are missing and `makes` says so.
    init(at location: StoreLocation, makes: Bool) throws(StoreError) {
        let (path, folder) = (location.path, location.folder)
        if makes { try Self.makeFolders(folder, for: path) }
        let isShared = try Self.checkFolder(location)
        var status = try? FileStatus(path: path, followsLink: false)
        if status == nil, makes {
            try Self.make(path, mode: isShared ? 0o660 : 0o600)
            status = try? FileStatus(path: path, followsLink: false)
        }
        guard let status else {
            throw StoreError(.cannotOpen, path: path, detail: "no such file")
        }
        guard status.kind == .file else {
            let kind = status.kind == .link ? "a symbolic link" : "no regular file"
            throw StoreError(.cannotOpen, path: path, detail: "it is \(kind)")
        }
        try Self.check(status, path: path, isShared: isShared)
        key = status.key
        isWritable = SystemCalls.mayWrite(path) && SystemCalls.mayWrite(folder)
        isOnNetwork = Self.networkKinds.contains(SystemCalls.fileSystem(of: path))
    }

    /// True as long as the name leads to that file.
    func isInPlace(_ path: RawText) -> Bool {
        (try? FileStatus(path: path, followsLink: false).key) == key
    }
}

extension StoreFile {
    /// Makes the folders that are missing, from the outermost on.
    private static func makeFolders(_ folder: RawText, for path: RawText) throws(StoreError) {
        var missing: [RawText] = []
        var next = folder
        while (try? FileStatus(path: next)) == nil, missing.count < 64, next != next.folder {
            missing.append(next)
            next = next.folder
        }
        do throws(SystemError) {
            for folder in missing.reversed() { try SystemCalls.makeFolder(folder) }
        } catch {
            let reason = StoreError(error, path: path)
            throw StoreError(
                reason.kind, path: path, detail: "its folder cannot be made: \(reason.detail)")
        }
    }

    /// Makes an empty file that nobody else may read, so that what SQLite puts beside it is the same.
    private static func make(_ path: RawText, mode: UInt32) throws(StoreError) {
        do throws(SystemError) {
            _ = try SystemCalls.makeFile(path, mode: mode)
            try SystemCalls.sync(path.folder)
        } catch {
            let reason = StoreError(error, path: path)
            // Another process may have been faster.
            if reason.kind != .exists { throw reason }
        }
    }

    /// Looks at who may put files beside the store; true where a group shares it on purpose.
    private static func checkFolder(_ location: StoreLocation) throws(StoreError) -> Bool {
        guard let folder = try? FileStatus(path: location.folder), folder.kind == .directory else {
            throw StoreError(.cannotOpen, path: location.path, detail: "its folder is missing")
        }
        let isSticky = folder.permissions & 0o1000 != 0
        if folder.permissions & 0o002 != 0, !isSticky {
            throw StoreError(
                .notPrivate, path: location.path, detail: "everybody may write to its folder")
        }
        // Group-writable with the set-group-id bit: made for sharing.
        return location.isChosen && folder.permissions & 0o2020 == 0o2020
    }

    private static func check(
        _ status: FileStatus, path: RawText, isShared: Bool
    ) throws(StoreError) {
        if status.owner != SystemCalls.user, !isShared {
            throw StoreError(
                .notPrivate, path: path, detail: "it belongs to user number \(status.owner)")
        }
        if status.permissions & (isShared ? 0o002 : 0o022) != 0 {
            throw StoreError(.notPrivate, path: path, detail: "others may write to it")
        }
    }

    /// NFS, SMB in three versions, FUSE, 9P, AFS, Ceph, Coda, GFS2, Lustre, NCP, OCFS2, VirtualBox: the
    /// numbers of `statfs(2)` and of <linux/magic.h>.
    private static let networkKinds: Set<UInt32> = [
        0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x6573_5546, 0x0102_1997, 0x5346_414F,
        0x00C3_6400, 0x7375_7245, 0x0116_1970, 0x0BD0_0BD0, 0x564C, 0x7461_636F, 0x786F_4256,
    ]
}

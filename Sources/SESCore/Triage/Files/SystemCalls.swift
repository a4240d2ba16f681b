internal import CSystem
internal import Glibc

/// An error of the system, by its number.
struct SystemError: Error, Hashable {
    let code: Int32

    /// The number that the last failed call left.
    static var last: SystemError { SystemError(code: errno) }

    var message: String { unsafe String(cString: strerror(code)) }
}

/// What the store and the exports ask of the system about files; each call throws ``SystemError``.
enum SystemCalls {
    /// Makes a folder that is this person's alone; one that is there already is fine.
    static func makeFolder(_ path: RawText) throws(SystemError) {
        if unsafe mkdir(path.cName, 0o700) != 0, errno != EEXIST { throw .last }
    }

    /// Makes a file that was not there, follows no link, and opens it for writing.
    static func makeFile(_ path: RawText, mode: UInt32) throws(SystemError) -> Descriptor {
        let flags = O_CREAT | O_EXCL | O_NOFOLLOW | O_RDWR | O_CLOEXEC
        let number = unsafe open(path.cName, flags, mode)
        guard number >= 0 else { throw .last }
        let file = Descriptor(number: number)
        guard fchmod(number, mode) == 0 else { throw .last }
        return file
    }

    /// Waits until what was written to a file, or to the folder of that name, is on the disk.
    static func sync(_ path: RawText) throws(SystemError) {
        let number = unsafe open(path.cName, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { throw .last }
        defer { close(number) }
        if fsync(number) != 0 { throw .last }
    }

    /// Waits until what was written to an open file is on the disk.
    static func sync(_ file: Descriptor) throws(SystemError) {
        if fsync(file.number) != 0 { throw .last }
    }

    /// Appends all bytes to an open file.
    static func append(_ bytes: [UInt8], to file: Descriptor) throws(SystemError) {
        var done = 0
        while done < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { bytes in
                unsafe write(
                    file.number, bytes.baseAddress.map { unsafe $0 + done }, bytes.count - done)
            }
            if count >= 0 { done += count } else if errno != EINTR { throw .last }
        }
    }

    /// Gives a file another name, and takes the place of what has that name.
    static func rename(_ path: RawText, to target: RawText) throws(SystemError) {
        if unsafe Glibc.rename(path.cName, target.cName) != 0 { throw .last }
    }

    /// Gives a file another name that nothing may have yet.
    static func renameToFree(_ path: RawText, _ target: RawText) throws(SystemError) {
        let (from, to) = (path.cName, target.cName)
        // `RENAME_NOREPLACE` is 1. A file system that does not know it may know hard links.
        if unsafe renameat2(AT_FDCWD, from, AT_FDCWD, to, 1) == 0 { return }
        guard errno == EINVAL || errno == ENOSYS else { throw .last }
        if unsafe link(from, to) != 0 { throw .last }
        unsafe unlink(from)
    }

    /// Takes away a name; nobody is told where that fails.
    static func remove(_ path: RawText) { unsafe unlink(path.cName) }

    /// True where this person may write to a file or make files in a folder.
    static func mayWrite(_ path: RawText) -> Bool { unsafe access(path.cName, W_OK) == 0 }

    /// The number that tells the kind of file system; 0 where it cannot be told.
    static func fileSystem(of path: RawText) -> UInt32 {
        var status = statfs()
        guard unsafe statfs(path.cName, &status) == 0 else { return 0 }
        return UInt32(truncatingIfNeeded: status.f_type)
    }

    /// The number of the person who runs this.
    static var user: UInt32 { geteuid() }

    /// Waits.
    static func sleep(milliseconds: Int32) { usleep(UInt32(clamping: milliseconds) * 1000) }

    /// The moment now.
    static var now: Timestamp {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}

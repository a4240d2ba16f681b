internal import Glibc

/// A file descriptor and what is asked of the system with it; it is closed when this goes.
///
/// All calls here may come from several threads at once. Nothing is mapped: a file that somebody
/// cuts while it is mapped kills the program.
final class Descriptor: Sendable {
    let number: Int32
    private let closes: Bool

    /// Standard input, which stays open.
    static let standardInput = Descriptor(number: STDIN_FILENO, closes: false)

    /// Takes over an open descriptor.
    init(number: Int32, closes: Bool = true) {
        self.number = number
        self.closes = closes
    }

    deinit {
        if closes { close(number) }
    }
}

extension Descriptor {
    /// Opens what a name leads to. Nothing blocks, whatever that is.
    convenience init(path: RawText, flags: Int32 = O_RDONLY) throws(SourceError) {
        let number = unsafe open(path.cName, flags | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0o600)
        guard number >= 0 else { throw SourceError(code: errno) }
        self.init(number: number)
    }

    /// Opens a regular file whose name is no symbolic link.
    static func plainFile(_ path: RawText) throws(SourceError) -> Descriptor {
        let file = try Descriptor(path: path, flags: O_RDONLY | O_NOFOLLOW)
        guard try file.status().kind == .file else { throw SourceError(message: "is no file") }
        return file
    }

    /// What the system knows of the file.
    func status() throws(SourceError) -> FileStatus {
        var status = stat()
        guard unsafe fstat(number, &status) == 0 else { throw SourceError(code: errno) }
        return FileStatus(status)
    }

    /// Waits until what was written is on the disk.
    func sync() throws(SourceError) {
        guard fsync(number) == 0 else { throw SourceError(code: errno) }
    }

    /// True where a person types here.
    var isTerminal: Bool { isatty(number) == 1 }

    /// The bytes that are free on the disk of the file; nil where that cannot be told.
    var freeSpace: Int? {
        var status = statvfs()
        guard unsafe fstatvfs(number, &status) == 0 else { return nil }
        return Int(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
    }
}

extension Descriptor {
    /// Appends up to `count` bytes from a position on; fewer are a sign of the file's end.
    ///
    /// - Throws: ``SourceError`` where the system could not read; what came before is appended.
    func append(
        to buffer: inout [UInt8], from position: Int, count: Int
    ) throws(SourceError) {
        var done = 0
        while done < count {
            let start = position + done
            let (got, code) = unsafe appendOnce(to: &buffer, atMost: min(count - done, 1 << 20)) {
                unsafe pread(number, $0, $1, off_t(start))
            }
            if got < 0 { throw SourceError(code: code) }
            if got == 0 { return }
            done += got
        }
    }

    /// Reads up to `count` bytes from a position on into a place of a buffer that has the room; fewer
    /// are a sign of the file's end.
    func read(
        into buffer: inout [UInt8], at index: Int, from position: Int, count: Int
    ) throws(SourceError) -> Int {
        precondition(index >= 0 && count >= 0 && index + count <= buffer.count)
        var done = 0
        while done < count {
            let got = unsafe buffer.withUnsafeMutableBytes { bytes in
                unsafe pread(
                    number, bytes.baseAddress.map { unsafe $0 + index + done }, count - done,
                    off_t(position + done))
            }
            let code = errno
            if got > 0 {
                done += got
            } else if got == 0 {
                break
            } else if code != EINTR {
                throw SourceError(code: code)
            }
        }
        return done
    }

    /// Appends what comes next, at most `count` bytes, and waits until there is something; nothing
    /// is appended at the end.
    func appendNext(to buffer: inout [UInt8], atMost count: Int) throws(SourceError) {
        while true {
            var source = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
            // What is no pipe can always be read; a signal only makes this look again.
            _ = unsafe poll(&source, 1, -1)
            let (got, code) = unsafe appendOnce(to: &buffer, atMost: count) {
                unsafe Glibc.read(number, $0, $1)
            }
            if got >= 0 { return }
            guard code == EAGAIN else { throw SourceError(code: code) }
        }
    }

    /// Writes all bytes at a position.
    func write(_ bytes: [UInt8], at position: Int) throws(SourceError) {
        var done = 0
        while done < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { bytes in
                unsafe pwrite(
                    number, bytes.baseAddress.map { unsafe $0 + done }, bytes.count - done,
                    off_t(position + done))
            }
            if count >= 0 {
                done += count
            } else if errno != EINTR {
                throw SourceError(code: errno)
            }
        }
    }

    private func appendOnce(
        to buffer: inout [UInt8], atMost count: Int,
        _ call: (UnsafeMutableRawPointer?, Int) -> Int
    ) -> (got: Int, code: Int32) {
        let start = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: count))
        var got: Int
        var code: Int32
        repeat {
            got = unsafe buffer.withUnsafeMutableBytes { bytes in
                unsafe call(bytes.baseAddress.map { unsafe $0 + start }, count)
            }
            code = errno
        } while got < 0 && code == EINTR
        buffer.removeLast(count - max(0, got))
        return (got, code)
    }

    /// Takes away the name of a file that stays open.
    static func removeName(_ path: RawText) throws(SourceError) {
        guard unsafe unlink(path.cName) == 0 else { throw SourceError(code: errno) }
    }
}

extension RawText {
    /// The bytes as the system wants the name of a file.
    var cName: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}

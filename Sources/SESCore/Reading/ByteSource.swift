internal import Glibc

/// A file that is open for reading, by position; it is closed when this value goes.
///
/// Files are read with `pread` into buffers of our own and never mapped: a file that somebody cuts
/// while it is mapped kills the program.
final class ByteSource: Sendable {
    /// What tells whether a path still leads to the same file.
    let identity: Identity
    private let descriptor: Int32

    struct Identity: Hashable, Sendable {
        var device: UInt64
        var inode: UInt64
        /// How many bytes the file had when it was opened.
        var size: Int
        /// The first bytes, at most ``headLength``.
        var head: [UInt8] = []
    }

    /// How many of the first bytes tell a file from one that took its name or its place.
    static let headLength = 1 << 10

    /// Opens a regular file by the bytes of its name.
    ///
    /// - Throws: ``SourceError`` where there is no such file, it may not be read, or it is something
    ///   else than a regular file. Nothing blocks, whatever the name leads to.
    init(path: RawText) throws(SourceError) {
        let name = path.bytes.map { CChar(bitPattern: $0) } + [0]
        let descriptor = unsafe open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard descriptor >= 0 else { throw SourceError(code: errno) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw SourceError(code: code)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw SourceError(message: Self.refusal(of: status.st_mode & S_IFMT))
        }
        var identity = Identity(
            device: UInt64(status.st_dev), inode: UInt64(status.st_ino), size: Int(status.st_size))
        do throws(SourceError) {
            try Self.append(to: &identity.head, from: 0, count: Self.headLength, of: descriptor)
        } catch {
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
        self.identity = identity
    }

    deinit { close(descriptor) }

    private static func refusal(of kind: mode_t) -> String {
        switch kind {
        case S_IFDIR: "is a directory; name the files in it"
        case S_IFIFO: "is a pipe; save what it gives to a file first"
        case S_IFSOCK: "is a socket; only files can be read"
        default: "is a device; only files can be read"
        }
    }
}

extension ByteSource {
    /// Appends up to `count` bytes from a position on; fewer are a sign of the file's end.
    ///
    /// - Throws: ``SourceError`` where the system could not read; what came before is appended.
    func append(
        to buffer: inout [UInt8], from position: Int, count: Int
    ) throws(SourceError) {
        try Self.append(to: &buffer, from: position, count: count, of: descriptor)
    }

    /// Reads up to `count` bytes from a position on into a place of a buffer that has the room.
    ///
    /// - Returns: How many came; fewer are a sign of the file's end.
    /// - Throws: ``SourceError`` where the system could not read.
    func read(
        into buffer: inout [UInt8], at index: Int, from position: Int, count: Int
    ) throws(SourceError) -> Int {
        precondition(index >= 0 && count >= 0 && index + count <= buffer.count)
        var done = 0
        while done < count {
            let got = unsafe buffer.withUnsafeMutableBytes { bytes in
                unsafe pread(
                    descriptor, bytes.baseAddress.map { unsafe $0 + index + done }, count - done,
                    off_t(position + done))
            }
            if got < 0 {
                if errno == EINTR { continue }
                throw SourceError(code: errno)
            }
            if got == 0 { break }
            done += got
        }
        return done
    }

    private static func append(
        to buffer: inout [UInt8], from position: Int, count: Int, of descriptor: Int32
    ) throws(SourceError) {
        var done = 0
        while done < count {
            let start = buffer.count
            let wanted = min(count - done, 1 << 20)
            buffer.append(contentsOf: repeatElement(0, count: wanted))
            let got = unsafe buffer.withUnsafeMutableBytes { bytes in
                unsafe pread(
                    descriptor, bytes.baseAddress.map { unsafe $0 + start }, wanted,
                    off_t(position + done))
            }
            let code = errno
            buffer.removeLast(wanted - max(0, got))
            if got < 0 {
                if code == EINTR { continue }
                throw SourceError(code: code)
            }
            if got == 0 { return }
            done += got
        }
    }
}

extension ByteSource.Identity {
    /// True where a file opened later is this one, unchanged or grown.
    func isSame(as later: ByteSource.Identity) -> Bool {
        device == later.device && inode == later.inode && later.size >= size
            && later.head.starts(with: head)
    }
}

/// Why a file could not be opened or read, in words for a person.
public struct SourceError: Error, Hashable, Sendable {
    /// What is the matter, such as `no such file`; the name of the file is not in it.
    public var message: String

    /// An error in words.
    public init(message: String) { self.message = message }
}

extension SourceError {
    /// An error of the system.
    init(code: Int32) {
        switch code {
        case ENOENT: message = "no such file"
        case EACCES: message = "permission denied"
        case EISDIR: message = "is a directory; name the files in it"
        case ELOOP: message = "its symbolic links lead in a circle"
        default: message = unsafe String(cString: strerror(code))
        }
    }
}

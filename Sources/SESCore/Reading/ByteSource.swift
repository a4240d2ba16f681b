/// The plain bytes of one input, read by position and by any number of threads: a file, or a spool
/// where the input can be had once alone.
final class ByteSource: Sendable {
    /// What tells whether a path still leads to the same file.
    let identity: Identity
    private let storage: Storage

    private enum Storage {
        case file(Descriptor)
        case spool(Spool)
    }

    struct Identity: Hashable, Sendable {
        var device: UInt64
        var inode: UInt64
        /// How many bytes the file had when it was opened; 0 for a pipe.
        var size: Int
        /// The first bytes, at most ``headLength``; none of a pipe.
        var head: [UInt8] = []
    }

    /// How many of the first bytes tell a file from one that took its name or its place.
    static let headLength = 1 << 10

    /// A source that reads a regular file where it lies.
    init(_ file: Descriptor, identity: Identity) {
        storage = .file(file)
        self.identity = identity
    }

    /// A source that reads a spool.
    init(_ spool: Spool, identity: Identity) {
        storage = .spool(spool)
        self.identity = identity
    }
}

extension ByteSource {
    /// Opens a regular file again by the bytes of its name; it is not unpacked.
    ///
    /// - Throws: ``SourceError`` where there is no such file any more, or it may not be read.
    convenience init(path: RawText) throws(SourceError) {
        let file = try Descriptor(path: path)
        let status = try file.status()
        guard status.kind == .file else {
            throw SourceError(message: "no longer in file: something else has its name")
        }
        try self.init(file, identity: Identity(file, status))
    }

    /// The first bytes, at most 4 KiB.
    var head: [UInt8] {
        get throws(SourceError) {
            var head: [UInt8] = []
            try append(to: &head, from: 0, count: 4 << 10)
            return head
        }
    }

    /// The spool that is read; nil where the file itself is.
    var spool: Spool? {
        switch storage {
        case .file: nil
        case .spool(let spool): spool
        }
    }

    /// How many bytes there are; nil as long as that is not known.
    var size: Int? {
        guard let spool else { return identity.size }
        return spool.isFinished ? spool.available : nil
    }

    /// Why the rest of the input is not there, for a person; nil where all of it is.
    var problem: String? { spool?.problem }

    /// What is to be told of places in the input; whole once ``size`` is known.
    var notes: [InputNote] { spool?.notes ?? [] }

    /// Appends up to `count` bytes from a position on.
    ///
    /// Of a file fewer are a sign of its end. A spool gives what it has, and this waits only where
    /// that is nothing: no byte at all is the end.
    ///
    /// - Throws: ``SourceError`` where the system could not read; what came before is appended.
    func append(
        to buffer: inout [UInt8], from position: Int, count: Int
    ) throws(SourceError) {
        switch storage {
        case .file(let file): try file.append(to: &buffer, from: position, count: count)
        case .spool(let spool): try spool.append(to: &buffer, from: position, count: count)
        }
    }

    /// Reads up to `count` bytes from a position on into a place of a buffer that has the room.
    ///
    /// - Returns: How many came; see ``append(to:from:count:)`` for what fewer mean.
    /// - Throws: ``SourceError`` where the system could not read.
    func read(
        into buffer: inout [UInt8], at index: Int, from position: Int, count: Int
    ) throws(SourceError) -> Int {
        switch storage {
        case .file(let file):
            try file.read(into: &buffer, at: index, from: position, count: count)
        case .spool(let spool):
            try spool.read(into: &buffer, at: index, from: position, count: count)
        }
    }

    /// True where an ``append(to:from:count:)`` that ended at `position` reached the end, having
    /// given `got` of the `wanted` bytes.
    func isEnd(_ position: Int, got: Int, wanted: Int) -> Bool {
        guard spool != nil else { return got < wanted }
        return got == 0 || size.map { position >= $0 } ?? false
    }

    /// True where the byte at a position is not there yet and does not come in a moment, so that
    /// what was read so far should be shown first.
    func waits(at position: Int) -> Bool { spool?.waits(at: position, milliseconds: 50) ?? false }

    /// Asks the writer of a spool to stop; what is there stays.
    func cancel() { spool?.cancel() }
}

extension ByteSource.Identity {
    /// The identity of an open file.
    init(_ file: Descriptor, _ status: FileStatus) throws(SourceError) {
        self.init(device: status.device, inode: status.inode, size: status.size)
        try file.append(to: &head, from: 0, count: ByteSource.headLength)
    }

    /// True where a file opened later is this one, unchanged or grown.
    func isSame(as later: ByteSource.Identity) -> Bool {
        device == later.device && inode == later.inode && later.size >= size
            && later.head.starts(with: head)
    }
}

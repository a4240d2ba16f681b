/// Opens inputs by name, unpacks them where needed, and keeps what can be had once alone, so that
/// it can be read again.
public final class Inputs: Sendable {
    private let limits: SpoolLimits
    private let state = Monitor(State())

    private struct State: Sendable {
        /// Pipes, and standard input, by what they are.
        var pipes: [FileStatus.Key: ByteSource] = [:]
        /// Where unpacked files go, one behind the other.
        var unpacked: SpoolFile?
    }

    /// Inputs of which none is open.
    public convenience init() { self.init(limits: SpoolLimits()) }

    init(limits: SpoolLimits) { self.limits = limits }

    /// The name of standard input.
    public static let standardInput: RawText = "-"

    /// True where somebody has put a file or a pipe at standard input, rather than a terminal or
    /// nothing.
    public static var hasStandardInput: Bool {
        switch (try? Descriptor.standardInput.status())?.kind {
        case .file, .pipe, .socket: true
        default: false
        }
    }
}

extension Inputs {
    /// Opens an input by the bytes of its name; `-` is standard input.
    ///
    /// Nothing blocks here, whatever the name leads to. Pipes and gzip data are read by a thread of
    /// their own from now on.
    ///
    /// - Throws: ``SourceError`` where there is no such file, it may not be read, or it is something
    ///   that cannot be read.
    func open(_ path: RawText) throws(SourceError) -> ByteSource {
        guard path != Self.standardInput else { return try openStandardInput() }
        let found = try Self.checked(path)
        switch found.kind {
        case .pipe:
            let pipe = try Descriptor(path: path)
            return try openPipe(pipe, place: "the pipe")
        default:
            let file = try Descriptor(path: path)
            let status = try file.status()
            guard status.kind == .file else {
                throw SourceError(message: Self.refusal(status.kind))
            }
            return try openFile(file, status)
        }
    }

    /// Why an input cannot be read, as far as that is known without reading it; nil where it may be.
    func refusal(of path: RawText) -> String? {
        guard path != Self.standardInput else {
            return Descriptor.standardInput.isTerminal ? Self.terminal : nil
        }
        do throws(SourceError) {
            let status = try Self.checked(path, allowsDirectory: true)
            // A pipe that is opened for a look takes what was meant for its reader.
            guard status.kind == .file else { return nil }
            let file = try Descriptor(path: path)
            var head: [UInt8] = []
            try file.append(to: &head, from: 0, count: FileSignature.length)
            return FileSignature.refusal(of: head.span)
        } catch {
            return error.message
        }
    }

    /// Begins a new reading of everything: files are unpacked anew, pipes are kept.
    func startOver() { state.change { $0.unpacked = nil } }
}

extension Inputs {
    private static let terminal = "is the terminal; pipe a log into it"

    private func openFile(_ file: Descriptor, _ status: FileStatus) throws(SourceError)
        -> ByteSource
    {
        let identity = try ByteSource.Identity(file, status)
        if GzipSignature.begins(identity.head.span, at: 0) {
            let spool = try spoolForUnpacked()
            SpoolFilling(spool, from: file, place: "the file", limits: limits).start()
            return ByteSource(spool, identity: identity)
        }
        if let refusal = FileSignature.refusal(of: identity.head.span) {
            throw SourceError(message: refusal)
        }
        return ByteSource(file, identity: identity)
    }

    private func openStandardInput() throws(SourceError) -> ByteSource {
        guard !Descriptor.standardInput.isTerminal else {
            throw SourceError(message: Self.terminal)
        }
        return try openPipe(.standardInput, place: "standard input")
    }

    private func openPipe(_ pipe: Descriptor, place: String) throws(SourceError) -> ByteSource {
        let status = try pipe.status()
        guard status.kind != .directory else {
            throw SourceError(message: Self.refusal(.directory))
        }
        if let kept = state.current.pipes[status.key] { return kept }
        let file = try SpoolFile()
        let spool = try Self.spool(in: file)
        let source = ByteSource(
            spool,
            identity: ByteSource.Identity(device: status.device, inode: status.inode, size: 0))
        let kept = state.change { state in
            let kept = state.pipes[status.key]
            state.pipes[status.key] = kept ?? source
            return kept
        }
        if let kept { return kept }
        SpoolFilling(spool, from: pipe, place: place, limits: limits).start()
        return source
    }

    /// A spool behind the files that are unpacked already, or in a file of its own where one of
    /// them is still being written.
    private func spoolForUnpacked() throws(SourceError) -> Spool {
        if let file = state.current.unpacked, let spool = Spool(in: file) { return spool }
        let file = try SpoolFile()
        state.change { $0.unpacked = file }
        return try Self.spool(in: file)
    }

    private static func spool(in file: SpoolFile) throws(SourceError) -> Spool {
        guard let spool = Spool(in: file) else {
            throw SourceError(message: "the temporary file is in use")
        }
        return spool
    }

    /// What a name leads to, if that can be read.
    private static func checked(
        _ path: RawText, allowsDirectory: Bool = false
    ) throws(SourceError) -> FileStatus {
        let status = try FileStatus(path: path)
        switch status.kind {
        case .file, .pipe: return status
        case .directory where allowsDirectory: return status
        default: throw SourceError(message: refusal(status.kind))
        }
    }

    private static func refusal(_ kind: FileStatus.Kind) -> String {
        switch kind {
        case .directory: "is a directory; name the files in it"
        case .socket: "is a socket; only files and pipes can be read"
        default: "is a device; only files and pipes can be read"
        }
    }
}

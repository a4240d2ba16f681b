/// A file that appears under its name whole or not at all, and that nobody else may read.
///
/// Bytes go to a file beside it with a name of its own, which is gone unless ``finish(replaces:)``
/// comes to its end.
public struct NewFile: ~Copyable {
    /// The name that the file gets at the end.
    public let path: RawText
    private let draft: RawText
    private let file: Descriptor
    private var buffer: [UInt8] = []
    private static let pieceSize = 256 << 10

    /// Begins a file.
    ///
    /// - Parameters:
    ///   - path: The name that it gets at the end.
    ///   - replaces: True where it may take the place of another file; otherwise it is looked at once
    ///     whether there is one.
    /// - Throws: ``StoreError`` where there is one, or nothing can be written beside it.
    public init(_ path: RawText, replaces: Bool) throws(StoreError) {
        let present = try? FileStatus(path: path, followsLink: false)
        if let present, !replaces || present.kind != .file {
            throw StoreError(present.kind == .file ? .exists : .cannotOpen, path: path)
        }
        let number = UInt64.random(in: .min ... .max)
        let draft = path.folder + RawText("/.ses-browser-\(number)")
        let file: Descriptor
        do throws(SystemError) {
            file = try SystemCalls.makeFile(draft, mode: 0o600)
        } catch {
            throw StoreError(error, path: path)
        }
        self.file = file
        self.path = path
        self.draft = draft
    }

    deinit { SystemCalls.remove(draft) }
}

extension NewFile {
    /// Adds bytes.
    public mutating func write(_ bytes: some Sequence<UInt8>) throws(StoreError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.pieceSize { try flush() }
    }

    /// Gives the file its name, once all of it is on the disk.
    ///
    /// - Parameter replaces: True where it may take the place of another file.
    /// - Throws: ``StoreError`` where it could not be written, or there is a file of that name.
    public consuming func finish(replaces: Bool) throws(StoreError) {
        try flush()
        do throws(SystemError) {
            try SystemCalls.sync(file)
            if replaces {
                try SystemCalls.rename(draft, to: path)
            } else {
                try SystemCalls.renameToFree(draft, path)
            }
            try SystemCalls.sync(path.folder)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    private mutating func flush() throws(StoreError) {
        do throws(SystemError) {
            try SystemCalls.append(buffer, to: file)
        } catch {
            throw StoreError(error, path: path)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}

/// The plain bytes of input that can be had once, such as a pipe or unpacked data: written by one
/// thread, read by others at the same time and for as long as they like.
final class Spool: Sendable {
    private let file: SpoolFile
    /// Where in the file the input begins.
    private let base: Int
    private let state = Monitor(State())

    private struct State: Sendable {
        var available = 0
        var isFinished = false
        var isCancelled = false
        var problem: String?
        var notes: [InputNote] = []
        var notesLeftOut = 0
    }

    /// How many notes are kept; further ones are counted.
    private static let mostNotes = 10_000

    /// A spool behind what a file holds already; nil where another one is being written there.
    init?(in file: SpoolFile) {
        guard let base = file.claim() else { return nil }
        self.file = file
        self.base = base
    }
}

// MARK: - Reading

extension Spool {
    /// How many bytes are there.
    var available: Int { state.current.available }

    /// True where no more bytes will come.
    var isFinished: Bool { state.current.isFinished }

    /// Why the rest of the input is not there, for a person; nil where all of it is.
    var problem: String? { state.current.problem }

    /// What is to be told of places in the input, by ascending offset; whole when it is finished.
    var notes: [InputNote] {
        let state = state.current
        guard state.notesLeftOut > 0, let last = state.notes.last else { return state.notes }
        let more = "and \(state.notesLeftOut) more places of this kind"
        return state.notes + [InputNote(offset: last.offset, reason: more)]
    }

    /// Appends up to `count` bytes from a position on, as many as there are; waits until there is
    /// one. Nothing is appended at the end.
    func append(
        to buffer: inout [UInt8], from position: Int, count: Int
    ) throws(SourceError) {
        let state = state.wait { $0.available > position || $0.isFinished }
        try file.descriptor.append(
            to: &buffer, from: base + position,
            count: max(0, min(count, state.available - position)))
    }

    /// Reads up to `count` bytes from a position on into a place of a buffer, as many as there are;
    /// waits until there is one. None come at the end.
    func read(
        into buffer: inout [UInt8], at index: Int, from position: Int, count: Int
    ) throws(SourceError) -> Int {
        let state = state.wait { $0.available > position || $0.isFinished }
        return try file.descriptor.read(
            into: &buffer, at: index, from: base + position,
            count: max(0, min(count, state.available - position)))
    }

    /// True where no byte at a position is there and none comes within some milliseconds.
    func waits(at position: Int, milliseconds: Int) -> Bool {
        !state.wait(milliseconds: milliseconds) { $0.available > position || $0.isFinished }
    }

    /// Asks the writer to stop; what is there stays.
    func cancel() { state.change { $0.isCancelled = true } }
}

// MARK: - Writing

extension Spool {
    /// True where the writer is asked to stop.
    var isCancelled: Bool { state.current.isCancelled }

    /// The bytes that are free on the disk.
    var freeSpace: Int? { file.descriptor.freeSpace }

    /// Adds bytes at the end.
    func write(_ bytes: [UInt8]) throws(SourceError) {
        let position = available
        try file.descriptor.write(bytes, at: base + position)
        state.change { $0.available = position + bytes.count }
    }

    /// Adds what is to be told.
    func add(_ notes: [InputNote]) {
        guard !notes.isEmpty else { return }
        state.change { state in
            let kept = notes.prefix(Self.mostNotes - state.notes.count)
            state.notes += kept
            state.notesLeftOut += notes.count - kept.count
        }
    }

    /// Ends the input, for the given reason where it is not whole.
    func finish(_ problem: String?) {
        let end = state.change { state in
            state.isFinished = true
            state.problem = problem
            return state.available
        }
        file.release(at: base + end)
    }
}

extension Spool: Hashable {
    static func == (left: Spool, right: Spool) -> Bool { left === right }

    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// Cuts input into documents, text and broken regions.
///
/// What it answers depends on the bytes and their positions alone, never on how many of them are
/// at hand: where that could matter it asks for ``ReaderItem/more``. Arrays and the arrays under
/// ``ContainerKey`` are entered, so that each of their elements is a document of its own and
/// their size does not matter.
struct DocumentReader: Hashable, Sendable {
    /// Where the next item begins, in bytes from the start of the input.
    var position = 0
    /// Where the window has to begin for the next call.
    var needed: Int { min(position, pending ?? position) }

    var frames: [Frame] = []
    /// The start of what opens a container, as long as no element of it has been read.
    var pending: Int?
    /// How many containers were given up; so many closing brackets are expected yet.
    var lostClosers = 0
    /// What the log says of itself in bytes that are kept back with ``pending``.
    var remark: FileRemark?
    var account: LookAheadAccount
    var state = State.fresh
    /// What stands before each line of the document that is read next.
    var linePrefix: LinePrefix?
    /// True where what is read next was torn out of a line that is broken.
    var isSalvaging = false

    /// A container that is open.
    enum Frame: Hashable, Sendable { case array, object }

    /// Where on its line the reader stands.
    enum State: Hashable, Sendable {
        /// At the start of a line.
        case fresh
        /// Behind a document on its line.
        case afterDocument
        /// Inside a line that is broken; `resumes` tells whether a document may begin in it.
        case wreck(resumes: Bool, reason: String)
    }

    static let deepestFrames = 32
    private static let longestPending = 64 << 10

    /// A reader at the start of its input, with what reading again may cost.
    init(account: LookAheadAccount = LookAheadAccount()) { self.account = account }
}

extension DocumentReader {
    /// The next item, seen through a window that begins at `base`, which is ``needed`` or before,
    /// and is final where it reaches the end of the input.
    mutating func next(_ bytes: Span<UInt8>, base: Int, isFinal: Bool) -> ReaderItem {
        let window = Window(bytes: bytes, base: base, isFinal: isFinal)
        let before = position
        let item = step(window)
        if position > before { account.earn(progress: position - before) }
        return item
    }

    private mutating func step(_ window: borrowing Window) -> ReaderItem {
        if case .wreck(let resumes, let reason) = state {
            return wreckLine(window, resumes: resumes, reason: reason)
        }
        if let pending, position - pending > Self.longestPending, !frames.isEmpty,
            let item = flushPending()
        {
            return item
        }
        guard let byte = window[position] else {
            guard window.isFinal else { return .more }
            return finish(window)
        }
        if JSONStructure.isSpace(byte) { return space(window) }
        if byte == 0xEF, let mark = byteOrderMark(window) { return mark }
        switch frames.last {
        case nil: return topLevel(byte, window)
        case .array: return inArray(byte, window)
        case .object: return inObject(byte, window)
        }
    }

    private mutating func space(_ window: borrowing Window) -> ReaderItem {
        var end = position
        while let byte = window[end], JSONStructure.isSpace(byte) {
            if byte == 0x0A || byte == 0x0D { state = .fresh }
            end += 1
        }
        return consume(to: end)
    }

    private mutating func byteOrderMark(_ window: borrowing Window) -> ReaderItem? {
        guard let second = window[position + 1], let third = window[position + 2] else {
            return window.isFinal ? nil : .more
        }
        return second == 0xBB && third == 0xBF ? consume(to: position + 3) : nil
    }

    /// Moves on over envelope bytes; they are kept back while a container has had no element.
    mutating func consume(to end: Int) -> ReaderItem {
        defer { position = end }
        return pending == nil || frames.isEmpty ? .envelope(position..<end) : .envelope(end..<end)
    }

    /// Closes what is open, without an item.
    mutating func forgetContainers() {
        frames = []
        pending = nil
        remark = nil
    }

    private mutating func finish(_ window: borrowing Window) -> ReaderItem {
        guard !frames.isEmpty else { return .end }
        let start = pending ?? position
        forgetContainers()
        return .broken(
            start..<position, reason: ScanFailure.Reason.endOfInput.description)
    }
}

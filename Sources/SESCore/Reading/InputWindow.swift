/// The stretch of a file that is in memory, moved along as the file is read.
struct InputWindow {
    private(set) var bytes: [UInt8] = []
    /// The position of the first byte in the file.
    private(set) var base = 0
    /// True where the window reaches the end of the file.
    private(set) var isFinal = false
    private let step: Int

    /// A window that moves on by at least `step` bytes.
    init(step: Int) { self.step = step }
}

extension InputWindow {
    /// The position behind the last byte.
    var end: Int { base + bytes.count }

    /// Reads on. What is kept doubles when it was too little, so that the work stays linear
    /// however long a document is.
    mutating func readOn(keeping position: Int, of source: ByteSource) throws(SourceError) {
        bytes.removeFirst(position - base)
        base = position
        let wanted = max(step, bytes.count)
        let before = bytes.count
        do {
            try source.append(to: &bytes, from: end, count: wanted)
        } catch {
            isFinal = true
            throw error
        }
        isFinal = source.isEnd(end, got: bytes.count - before, wanted: wanted)
    }
}

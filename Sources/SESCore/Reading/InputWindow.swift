/// The stretch of a file that is in memory, moved along as the file is read.
///
/// The room is allocated once and grows only for a document that is longer than it.
struct InputWindow {
    /// The room; of it only ``range`` is filled.
    private(set) var room: [UInt8] = []
    /// Where in ``room`` the bytes are.
    private(set) var range = 0..<0
    /// The position of the first byte in the file.
    private(set) var base = 0
    /// True where the window reaches the end of the file.
    private(set) var isFinal = false
    private let step: Int
    /// How far beyond a goal is read: a few documents.
    private static let margin = 16 << 10

    /// A window that moves on by at least `step` bytes, from a position on.
    init(step: Int, at position: Int = 0) {
        self.step = step
        base = position
    }
}

extension InputWindow {
    /// The position behind the last byte.
    var end: Int { base + range.count }

    /// Begins again at another position, with the room there is.
    mutating func move(to position: Int) {
        range = 0..<0
        base = position
        isFinal = false
    }

    /// Reads on, and no more than is likely to be needed where reading ends soon behind the goal. What is
    /// kept doubles when it was too little, so that the work stays linear however long a document is.
    mutating func readOn(
        keeping position: Int, to goal: Int, of source: ByteSource
    ) throws(SourceError) {
        let kept = end - position
        if position > base { moveToFront(range.upperBound - kept..<range.upperBound) }
        base = position
        let missing = max(0, goal - end)
        let wanted = max(kept, missing < step ? min(step, missing + Self.margin) : step)
        if room.count < kept + wanted {
            room.append(contentsOf: repeatElement(0, count: kept + wanted - room.count))
        }
        let got: Int
        do throws(SourceError) {
            got = try source.read(into: &room, at: kept, from: end, count: wanted)
        } catch {
            isFinal = true
            throw error
        }
        range = 0..<kept + got
        isFinal = source.isEnd(end, got: got, wanted: wanted)
    }

    private mutating func moveToFront(_ kept: Range<Int>) {
        room.moveToFront(kept)
        range = 0..<kept.count
    }
}

/// What a reader that was started in the middle of a file needs to know about itself and its neighbours.
extension DocumentReader {
    /// True where nothing of what was read before has a say in what comes next, but for the
    /// containers that are open.
    var isUnburdened: Bool {
        guard pending == nil, remark == nil, linePrefix == nil, lostClosers == 0, !isSalvaging,
            account.isFull
        else { return false }
        if case .wreck = state { return false }
        return true
    }

    /// True where the next document may be taken as a whole by one who has read it.
    var takesDocuments: Bool {
        isUnburdened && frames.last != .object && frames.count + 2 <= Self.deepestFrames
    }

    /// This reader at another position, which looks the same to it.
    func moved(to position: Int) -> DocumentReader {
        var reader = self
        reader.position = position
        return reader
    }

    /// Steps over a document that was read and found sound, and over the line feed behind it where
    /// the next document follows at once.
    mutating func take(documentEndingAt end: Int, _ window: borrowing Window) {
        account.earn(progress: end - position)
        position = end
        guard frames.isEmpty else { return }
        state = .afterDocument
        guard window[end] == 0x0A, window[end + 1] == UInt8(ascii: "{") else { return }
        state = .fresh
        position = end + 1
    }
}

/// Cuts a raw mail into its header block, which is the document, and its body.
///
/// The body is passed by, so that a mail of any size needs no more memory than its headers. Like
/// ``DocumentReader`` it answers by bytes and positions alone.
struct MailReader {
    /// Where the next item begins, in bytes from the start of the input.
    private(set) var position = 0
    /// Where the window has to begin for the next call.
    var needed: Int { position }

    private var state = State.headers(lineStart: 0, scanned: 0)

    private enum State {
        /// Before the end of the headers: where the line begins that is read, and how far it was
        /// looked at.
        case headers(lineStart: Int, scanned: Int)
        case body
        /// Behind headers that are too long.
        case excess
    }
}

extension MailReader {
    /// The next item, seen through a window that begins at ``needed`` or before.
    mutating func next(_ bytes: Span<UInt8>, base: Int, isFinal: Bool) -> ReaderItem {
        let window = Window(bytes: bytes, base: base, isFinal: isFinal)
        switch state {
        case .headers(let lineStart, let scanned):
            guard let end = headerEnd(window, lineStart, scanned) else { return .more }
            defer { position = end }
            return .document(position..<end, form: .mail, isSalvaged: false)
        case .body:
            return rest(window) { .envelope($0) }
        case .excess:
            let reason = "the headers of this mail are longer than 1 MiB; what follows was not read"
            return rest(window) { .broken($0, reason: reason) }
        }
    }

    private mutating func rest(
        _ window: borrowing Window, _ item: (Range<Int>) -> ReaderItem
    ) -> ReaderItem {
        let end = window.base + window.bytes.count
        guard position < end else { return window.isFinal ? .end : .more }
        defer { position = end }
        return item(position..<end)
    }

    /// Where the header block ends, its empty line included; nil where that is not known yet.
    private mutating func headerEnd(
        _ window: borrowing Window, _ start: Int, _ scanned: Int
    ) -> Int? {
        var lineStart = start
        var place = scanned
        while place < RawMail.longestHeaders {
            guard let byte = window[place] else {
                guard window.isFinal else {
                    state = .headers(lineStart: lineStart, scanned: place)
                    return nil
                }
                state = .body
                return place
            }
            place += 1
            guard byte == 0x0A else { continue }
            let line = window.index(lineStart)..<window.index(place)
            let text = HeaderLine.withoutBreak(window.bytes, line)
            switch HeaderLine(window.bytes, text, isFirst: lineStart == 0) {
            case .field, .continuation, .envelope: break
            case .blank:
                state = .body
                return place
            case .other:
                state = .body
                return lineStart
            }
            lineStart = place
        }
        state = .excess
        return lineStart
    }
}

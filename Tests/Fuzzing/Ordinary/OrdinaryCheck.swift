import FuzzSupport
@testable import SESCore

/// What the reader of ordinary records promises: what it accepts, the decoders that read everything read
/// to the same row and the same end.
enum OrdinaryCheck {
    /// Lines of which so many are read the short way.
    private static let most = 4

    /// Reads an input from each line on that begins with a brace.
    static func check(_ input: [UInt8]) {
        let starts = input.indices.filter {
            input[$0] == UInt8(ascii: "{") && ($0 == 0 || input[$0 - 1] == 0x0A)
        }
        for start in starts.prefix(most) { checkDocument(Array(input[start...])) }
    }

    private static func checkDocument(_ text: [UInt8]) {
        var scan = OrdinaryScan(text.span, at: 0)
        guard scan.read() == .accepted else { return }
        let end = scan.position
        promise(0..<text.count ~= end - 1, "the document ends at \(end) of \(text.count)")
        promise(
            scan.record.lineFeeds == text[..<end].count { $0 == 0x0A },
            "\(SoundJSON.text(text)) has not \(scan.record.lineFeeds) line feeds")
        var collector = PieceCollector(file: 0, from: 0)
        collector.add(scan.record, in: text.span, base: 0)
        let seen = SeenRow.rows(of: collector.take(from: 0))
        var reader = DocumentReader()
        let whole = rows(of: text, &reader)
        promise(
            whole.rows == seen && whole.end == end,
            "\(SoundJSON.text(text)) is \(seen) to \(end) and \(whole)")
        let window = Window(bytes: text.span, base: 0, isFinal: true)
        var short = DocumentReader()
        var long = reader
        short.take(documentEndingAt: end, window)
        if short.position > long.position {
            _ = long.next(text.span, base: 0, isFinal: true)
        }
        promise(short == long, "\(short) goes on behind \(SoundJSON.text(text)), not \(long)")
        for cut in [end - 1, end / 2, 1] where cut > 0 {
            let part = Array(text[..<cut])
            var scan = OrdinaryScan(part.span, at: 0)
            promise(scan.read() != .accepted, "\(SoundJSON.text(part)) is a part and was accepted")
        }
    }

    /// The rows of the first document, and where it ends, by the decoders that read everything.
    private static func rows(
        of text: [UInt8], _ reader: inout DocumentReader
    ) -> (rows: [SeenRow], end: Int) {
        var collector = PieceCollector(file: 0, from: 0)
        repeat {
            switch reader.next(text.span, base: 0, isFinal: true) {
            case .document(let range, let form, let isSalvaged):
                collector.add(
                    document: range, of: form, in: text.span, base: 0, isSalvaged: isSalvaged)
            case .more, .end: return ([], 0)
            case .envelope, .remark, .text, .value, .broken: break
            }
        } while !reader.frames.isEmpty || reader.position == 0
        return (SeenRow.rows(of: collector.take(from: 0)), reader.position)
    }
}

@testable package import SESCore

/// What the reader promises of the items that it cuts its input into.
package enum ReadingCheck {
    /// Reading byte by byte takes time that grows with the square of a document's length.
    private static let longestByteByByte = 300

    /// The items of an input, proven to cover each byte once and to be the same through any window.
    package static func items(
        of input: [UInt8], by reader: some ItemReader = DocumentReader()
    ) -> [ReaderItem] {
        let whole = read(input, reader, step: max(1, input.count))
        let joinedWhole = joined(whole)
        var position = 0
        for item in joinedWhole {
            promise(
                item.range.lowerBound == position,
                "byte \(position) is in no item or in two: \(joinedWhole)")
            position = item.range.upperBound
        }
        promise(position == input.count, "bytes from \(position) on are in no item")
        for step in [1, 7, 64] where step > 1 || input.count < longestByteByByte {
            let found = joined(read(input, reader, step: step))
            promise(
                found == joinedWhole,
                "through windows of \(step) bytes: \(found)\nand at once: \(joinedWhole)")
        }
        return whole
    }

    /// The items as a window gives them that moves on by `step` bytes.
    private static func read(
        _ input: [UInt8], _ fresh: some ItemReader, step: Int
    ) -> [ReaderItem] {
        var reader = fresh
        var items: [ReaderItem] = []
        var window = 0..<0
        // No byte is asked for more often than it takes for the window to hold all of them, and an
        // item without bytes changes the state of the reader at most once a byte.
        var turnsLeft = 8 * input.count + 64
        while true {
            turnsLeft -= 1
            promise(turnsLeft > 0, "the reader does not come to an end at \(reader.position)")
            let item = reader.next(
                input.span.extracting(window), base: window.lowerBound,
                isFinal: window.upperBound == input.count)
            switch item {
            case .more:
                promise(window.upperBound < input.count, "more is wanted than there is")
                promise(
                    window.contains(reader.needed) || window.upperBound == reader.needed,
                    "bytes before the window are wanted")
                let end = window.upperBound + max(step, window.upperBound - reader.needed)
                window = reader.needed..<min(input.count, end)
            case .end: return items
            default: items.append(item)
            }
        }
    }

    /// Items with neighbours of one kind joined and empty ones left out: what a person sees.
    private static func joined(_ items: [ReaderItem]) -> [ReaderItem] {
        var result: [ReaderItem] = []
        for item in items where !item.range.isEmpty {
            switch (result.last, item) {
            case (.envelope(let before), .envelope(let range)):
                result[result.count - 1] = .envelope(before.lowerBound..<range.upperBound)
            case (.broken(let before, let reason), .broken(let range, _)):
                result[result.count - 1] = .broken(
                    before.lowerBound..<range.upperBound, reason: reason)
            default: result.append(item)
            }
        }
        return result
    }
}

/// What cuts input into items.
package protocol ItemReader {
    /// Where the next item begins.
    var position: Int { get }
    /// Where the window has to begin for the next call.
    var needed: Int { get }

    /// The next item, seen through a window.
    mutating func next(_ bytes: Span<UInt8>, base: Int, isFinal: Bool) -> ReaderItem
}

extension DocumentReader: ItemReader {}
extension CSVReader: ItemReader {}
extension MailReader: ItemReader {}

extension ReaderItem {
    /// The bytes that the item covers.
    var range: Range<Int> {
        switch self {
        case .document(let range, _, _), .envelope(let range), .text(let range), .value(let range),
            .remark(let range, _), .broken(let range, _):
            range
        case .more, .end: 0..<0
        }
    }
}

import SESCore
import Synchronization

/// The lines of a view, made one at a time when they are asked for.
protocol LineSource: Sendable {
    /// At least one.
    var lineCount: Int { get }

    func line(_ index: Int) -> DetailLine
}

/// Lines that are broken into rows of a width.
///
/// Laying out measures each line once and forgets its glyphs; a row that is asked for is made
/// anew, and the line it belongs to is kept for its neighbours.
struct LaidOutLines: DetailContent {
    private let source: any LineSource
    private let columns: Int
    /// The row at which each line begins, and at the end the number of rows.
    private let starts: [Int]
    private let last = LastLine()

    init(_ source: some LineSource, columns: Int) {
        self.source = source
        self.columns = columns
        var starts = [0]
        starts.reserveCapacity(source.lineCount + 1)
        var row = 0
        for index in 0..<source.lineCount {
            row += LaidOutLine(source.line(index), columns: columns).rows.count
            starts.append(row)
        }
        self.starts = starts
    }

    var rowCount: Int { starts[starts.count - 1] }

    func row(_ index: Int) -> [StyledGlyph] {
        let place = lineIndex(ofRow: index)
        return line(place).row(index - starts[place])
    }

    func row(containing text: RawText, from start: Int, isBackward: Bool) -> Int? {
        let needle = Needle(text)
        let first = lineIndex(ofRow: start)
        let lines = stride(
            from: first, to: isBackward ? -1 : source.lineCount, by: isBackward ? -1 : 1)
        for index in lines {
            let rows = line(index).rows(whereBegins: needle).map { $0 + starts[index] }
            let found =
                isBackward ? rows.last { $0 <= start } : rows.first { $0 >= start }
            if let found { return found }
        }
        return nil
    }

    func matches(of text: RawText, inRow index: Int) -> [Range<Int>] {
        let place = lineIndex(ofRow: index)
        return line(place).matches(of: Needle(text), inRow: index - starts[place])
    }

    func line(ofRow index: Int) -> Int? { lineIndex(ofRow: index) }

    private func line(_ index: Int) -> LaidOutLine {
        last.line(index) { LaidOutLine(source.line(index), columns: columns) }
    }

    /// The last line that begins at or before a row.
    private func lineIndex(ofRow row: Int) -> Int {
        var low = 0
        var high = starts.count - 1
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= row { low = middle } else { high = middle }
        }
        return low
    }
}

/// A line as glyphs, with the place where each of its rows begins.
private struct LaidOutLine: Sendable {
    let glyphs: [StyledGlyph]
    let wrapping: Wrapping
    let rows: [Range<Int>]

    init(_ line: DetailLine, columns: Int) {
        glyphs = line.glyphs
        wrapping = Wrapping(
            columns: columns, hanging: line.hanging, breaksAtWords: line.breaksAtWords)
        rows = wrapping.rows(of: glyphs)
    }

    func row(_ index: Int) -> [StyledGlyph] { wrapping.row(rows[index], of: glyphs) }

    /// The rows in which a place begins where the text stands, from the top down.
    func rows(whereBegins needle: Needle) -> [Int] {
        var row = 0
        return needle.ranges(in: glyphs).map { range in
            while row + 1 < rows.count, rows[row + 1].lowerBound <= range.lowerBound { row += 1 }
            return row
        }
    }

    func matches(of needle: Needle, inRow index: Int) -> [Range<Int>] {
        let row = rows[index]
        let shift = wrapping.inset(row) - row.lowerBound
        return needle.ranges(in: glyphs).compactMap { range in
            let part = range.clamped(to: row)
            return part.isEmpty ? nil : part.lowerBound + shift..<part.upperBound + shift
        }
    }
}

/// The line that was asked for last: rows on the screen are asked for one after the other.
private final class LastLine: Sendable {
    private let kept = Mutex<(index: Int, line: LaidOutLine)?>(nil)

    func line(_ index: Int, make: () -> LaidOutLine) -> LaidOutLine {
        if let kept = kept.withLock({ $0 }), kept.index == index { return kept.line }
        let line = make()
        kept.withLock { $0 = (index, line) }
        return line
    }
}

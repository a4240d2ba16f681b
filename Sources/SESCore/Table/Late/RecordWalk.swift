/// Reads the records of rows again, many with one read of their file.
struct RecordWalk: ~Copyable {
    private let table: EventTable
    /// Which rows are read; nil for all of them.
    private let chosen: RowBits?
    private let windowSize: Int
    private var reader = RecordReader()
    private var buffer: [UInt8] = []

    /// How many bytes are read at a time, unless a single carrier is larger.
    static let defaultWindow = 1 << 20
    /// How many bytes between two carriers are read along rather than passed by.
    private static let longestGap = 64 << 10
    /// How many rows are read between two questions whether they are still wanted.
    private static let mostRows = 256

    /// A walk over rows of a table.
    init(_ table: EventTable, chosen: RowBits? = nil, windowSize: Int = defaultWindow) {
        self.table = table
        self.chosen = chosen
        self.windowSize = windowSize
    }
}

extension RecordWalk {
    /// Hands over the records of some rows of one piece, those that are chosen; false where they were
    /// given up.
    mutating func walk(
        _ rows: Range<Int>, into taker: inout some RecordTaker, while isWanted: () -> Bool
    ) -> Bool {
        let (piece, whole) = table.piece(of: rows.lowerBound)
        let first = whole.lowerBound
        var trail = RouteTrail()
        var row = chosenRow(from: rows.lowerBound, below: rows.upperBound)
        if row == rows.upperBound { return isWanted() }
        while row < rows.upperBound {
            guard isWanted() else { return false }
            let window = window(row..<rows.upperBound, of: piece, first: first)
            read(window, of: piece, first: first, &trail, into: &taker)
            row = chosenRow(from: window.rows.upperBound, below: rows.upperBound)
        }
        return true
    }

    /// The first row from one on that is read; `end` where none before it is.
    private func chosenRow(from row: Int, below end: Int) -> Int {
        guard let chosen else { return row }
        return chosen.first(from: row, below: end)
    }

    /// Rows whose carriers are read at once.
    private struct Window {
        /// Rows of the table, of which the chosen ones are read.
        var rows: Range<Int>
        /// The bytes of the file.
        var bytes: Range<Int>
    }

    /// The rows to read next: the first of some, and what follows near behind it.
    private func window(_ rest: Range<Int>, of piece: Piece, first: Int) -> Window {
        let start = piece.place(rest.lowerBound - first)
        var last = rest.lowerBound + 1
        var end = start.offset + start.length
        while last < rest.upperBound, last - rest.lowerBound < RecordWalk.mostRows {
            if chosen?[last] ?? true {
                let next = piece.place(last - first)
                let nextEnd = next.offset + next.length
                guard next.offset >= start.offset, next.offset - end <= RecordWalk.longestGap,
                    nextEnd <= max(end, start.offset + windowSize)
                else { break }
                end = max(end, nextEnd)
            }
            last += 1
        }
        return Window(rows: rest.lowerBound..<last, bytes: start.offset..<end)
    }

    private mutating func read(
        _ window: Window, of piece: Piece, first: Int, _ trail: inout RouteTrail,
        into taker: inout some RecordTaker
    ) {
        if buffer.count > 4 * windowSize, window.bytes.count <= windowSize { buffer = [] }
        var got = 0
        var reason = "no longer in file: the file was cut"
        do throws(SourceError) {
            got = try reader.read(
                into: &buffer, of: table.files[piece.file], from: window.bytes.lowerBound,
                count: window.bytes.count)
        } catch {
            reason = error.message
        }
        for row in window.rows where chosen?[row] ?? true {
            let place = piece.place(row - first)
            let start = place.offset - window.bytes.lowerBound
            guard start + place.length <= got else {
                taker.miss(row: row, reason: reason)
                continue
            }
            let carrier = buffer.span.extracting(start..<start + place.length)
            let route = table.route(place.route)
            if route.steps.isEmpty {
                taker.take(carrier, row: row)
            } else if let record = trail.record(
                route, from: carrier, at: place.offset..<place.offset + place.length)
            {
                taker.take(record.span, row: row)
            } else {
                taker.miss(
                    row: row,
                    reason: "no longer in file: another text stands at its place")
            }
        }
    }
}

extension EventTable {
    /// Rows from one on that a thread reads at a time: of one piece, about as many as are asked for or
    /// have so many bytes. The rows of a carrier stay together, so that it is decoded once.
    func stretch(from row: Int, rows most: Int, bytes: Int) -> Range<Int> {
        let (piece, whole) = piece(of: row)
        let first = whole.lowerBound
        var place = piece.place(row - first)
        var last = row + 1
        var total = place.length
        while last < whole.upperBound {
            let next = piece.place(last - first)
            if next.offset != place.offset {
                guard last - row < most, total + next.length <= bytes else { break }
                total += next.length
            }
            place = next
            last += 1
        }
        return row..<last
    }
}

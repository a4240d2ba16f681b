/// The events that were read so far: an array of pieces that never change.
///
/// A value, cheap to copy and to hand to another thread. Rows keep their index while later
/// snapshots grow at the end.
public struct EventTable: Sendable {
    /// The files in the order they were named, with what was found in each so far.
    public private(set) var files: [FileReport]
    private var pieces: [Piece] = []
    private var routes = RouteTable()
    /// For each piece the index of its first row; one more element for the end.
    private var starts: [Int] = [0]

    /// A table without rows over the given files.
    public init(files: [FileReport] = []) { self.files = files }
}

extension EventTable {
    /// How many rows there are.
    public var count: Int { starts[starts.count - 1] }

    /// The row at an index from 0 up to ``count``.
    public subscript(index: Int) -> Row {
        let piece = pieceIndex(of: index)
        return pieces[piece].row(index - starts[piece])
    }

    /// The facts of a row; cheaper than the whole row.
    public func facts(_ index: Int) -> Facts {
        let piece = pieceIndex(of: index)
        return pieces[piece].facts[index - starts[piece]]
    }

    /// True where address, display name or subject of a row hold the needle, letter case aside.
    public func holds(_ needle: SearchNeedle, row index: Int) -> Bool {
        let piece = pieceIndex(of: index)
        return pieces[piece].holds(needle, row: index - starts[piece])
    }

    /// Calls `body` with the rows of a range, some thousand of a piece at a time, in order, as long as it
    /// returns true; false where it did not.
    func forEachBlock(in range: Range<Int>, _ body: (RowBlock) -> Bool) -> Bool {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        var first = range.lowerBound
        var piece = pieceIndex(of: first)
        while first < range.upperBound {
            while starts[piece + 1] <= first { piece += 1 }
            let end = min(range.upperBound, starts[piece + 1], first + RowBlock.mostRows)
            let rows = first - starts[piece]..<end - starts[piece]
            guard body(RowBlock(piece: pieces[piece], rows: rows, first: first)) else {
                return false
            }
            first = end
        }
        return true
    }

    /// The way from the carrier of a row to its record.
    func route(_ number: UInt32) -> Route { routes.routes[Int(number)] }

    /// Calls `body` with every row's index and mail key, in order.
    func forEachMailKey(_ body: (Int, UInt64) -> Void) {
        var row = 0
        for piece in pieces {
            for key in piece.mailKeys {
                body(row, key)
                row += 1
            }
        }
    }

    /// The hash of what identifies the mail of a row.
    func mailKey(_ index: Int) -> UInt64 {
        let piece = pieceIndex(of: index)
        return pieces[piece].mailKeys[index - starts[piece]]
    }

    /// The place of a row: its file, carrier and route.
    func place(of index: Int) -> (file: Int, offset: Int, length: Int, route: UInt32) {
        let piece = pieceIndex(of: index)
        let row = index - starts[piece]
        let found = pieces[piece].place(row)
        return (pieces[piece].file, found.offset, found.length, found.route)
    }

    /// The piece that a row is part of, and the rows of the table that it holds.
    func piece(of index: Int) -> (piece: Piece, rows: Range<Int>) {
        let piece = pieceIndex(of: index)
        return (pieces[piece], starts[piece]..<starts[piece + 1])
    }

    /// Adds rows whose routes have the numbers of a list of their own.
    mutating func append(_ piece: Piece, routes: [Route]) {
        let numbers = routes.map { self.routes.number(of: $0) }
        let isRenumbered = numbers.indices.contains { numbers[$0] != $0 }
        append(isRenumbered ? piece.renumbered(numbers) : piece)
    }

    /// Adds rows at the end.
    public mutating func append(_ piece: Piece) {
        guard piece.count > 0 else { return }
        pieces.append(piece)
        starts.append(count + piece.count)
    }

    /// Puts the files that a directory turned out to hold in the place of its report; no row may
    /// refer to that or to a later one.
    mutating func replaceFile(at file: Int, with reports: [FileReport]) {
        files.replaceSubrange(file...file, with: reports)
    }

    /// Puts a newer report in the place of a file's report.
    public mutating func update(_ report: FileReport, at file: Int) { files[file] = report }

    private func pieceIndex(of row: Int) -> Int {
        var low = 0
        var high = pieces.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= row { low = middle } else { high = middle }
        }
        return low
    }
}

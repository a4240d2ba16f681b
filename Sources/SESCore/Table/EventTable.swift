/// The events that were read so far: an array of pieces that never change.
///
/// A value, cheap to copy and to hand to another thread. Rows keep their index while later
/// snapshots grow at the end.
public struct EventTable: Sendable {
    /// The files in the order they were named, with what was found in each so far.
    public private(set) var files: [FileReport]
    private var pieces: [Piece] = []
    private(set) var routes: [Route] = []
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

    /// Calls `body` with every row's index and facts, in order, from `first` on.
    public func forEachFacts(from first: Int = 0, _ body: (Int, Facts) -> Void) {
        guard first < count else { return }
        var index = first
        for piece in pieceIndex(of: first)..<pieces.count {
            for facts in pieces[piece].facts[(index - starts[piece])...] {
                body(index, facts)
                index += 1
            }
        }
    }

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
        let found = pieces[piece]
        return (
            found.file, found.carrierOffsets[row], Int(found.carrierLengths[row]), found.routes[row]
        )
    }

    /// Makes the routes known that rows refer to.
    mutating func update(routes: [Route]) { self.routes = routes }

    /// Adds rows at the end.
    public mutating func append(_ piece: Piece) {
        guard piece.count > 0 else { return }
        pieces.append(piece)
        starts.append(count + piece.count)
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

/// What was found in one file.
public struct FileReport: Hashable, Sendable {
    /// The file as named by the person, in bytes.
    public var path: RawText
    /// How many bytes of input there are; 0 as long as the file is not open.
    public var size = 0
    /// How many bytes are read.
    public var bytesRead = 0
    /// How many mails were found, counted as delivered.
    public var events = 0
    /// Documents that are no inbound mail, by kind.
    public var otherDocuments: [OtherKind: Int] = [:]
    /// Where they stand, the first ``mostPlaces`` of each kind.
    public var otherPlaces: [OtherKind: [Range<Int>]] = [:]
    /// Stretches that could not be read, in order.
    public var brokenRegions: [BrokenRegion] = []
    /// Why the file, or its rest, could not be read; nil where it could.
    public var failure: String?
    /// What else is to be said of the file, such as that it is named twice; nil where nothing is.
    public var note: String?
    /// Where lines begin; empty until the file is read to its end.
    var lines = LineIndex()
    /// What the file was when it was opened; nil where it could not be.
    var identity: ByteSource.Identity?

    /// A report on a file of which nothing is read yet.
    public init(path: RawText) { self.path = path }
}

extension FileReport {
    /// How many places of a kind of other documents are kept.
    public static let mostPlaces = 1000

    /// Counts a document that is no inbound mail, and keeps its place if it is among the first.
    mutating func count(_ kind: OtherKind, at place: Range<Int>) {
        let count = otherDocuments[kind, default: 0] + 1
        otherDocuments[kind] = count
        if count <= Self.mostPlaces { otherPlaces[kind, default: []].append(place) }
    }
}

/// What was found in a stretch of a file, in the order of its bytes.
///
/// A worker that does not know what stands before its stretch can tell them; ``FileReport`` takes
/// the findings of stretches in order, and what it then holds does not depend on where they end.
struct PieceFindings: Sendable {
    /// The rows, their routes by the numbers of ``routes``.
    var rows: Piece
    var routes: [Route] = []
    var others: [OtherKind: Others] = [:]
    var remarks: Set<FileRemark> = []
    var regions: [Region] = []
    var lines: LineIndex
    /// Why the rest of the file could not be read.
    var failure: String?
    /// What was read last.
    var last = Before.unknown

    /// What was read last, but for envelope bytes.
    enum Before: Sendable { case unknown, document, region }

    /// Documents of a kind that is no mail.
    struct Others: Sendable {
        var count = 0
        /// Where they stand, the first ``FileReport/mostPlaces`` of them.
        var places: [Range<Int>] = []
    }

    /// A broken region as a worker sees it.
    struct Region: Sendable {
        var range: Range<Int>
        var reason: String
        var before: Before
    }
}

extension PieceFindings.Others {
    /// Counts a document.
    mutating func add(_ place: Range<Int>) {
        count += 1
        if places.count < FileReport.mostPlaces { places.append(place) }
    }
}

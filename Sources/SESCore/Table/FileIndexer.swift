/// Reads one file from its start to its end and makes rows of the mails in it.
///
/// A value that the loading thread owns; it gives out a piece of rows at a time, the first ones
/// small, so that a list can be shown before the file is read.
struct FileIndexer: ~Copyable {
    private(set) var report: FileReport
    let identity: ByteSource.Identity
    private let source: ByteSource
    private var window: InputWindow
    private var reader = DocumentReader()
    private var lines = LineIndex()
    private var pieceBytes = FileIndexer.firstPiece
    private let file: Int
    private(set) var isFinished = false
    /// True where nothing but envelope bytes was read since the last broken region.
    private var isBehindRegion = false

    private static let firstPiece = 64 << 10
    private static let mostRegionsApart = 10_000
    private static let largestPiece = 8 << 20
    /// How many bytes a window moves on by; tests try others.
    static let defaultStep = 512 << 10

    /// Opens a file.
    ///
    /// - Throws: ``SourceError`` where it cannot be read at all.
    init(path: RawText, file: Int, step: Int = defaultStep) throws(SourceError) {
        let source = try ByteSource(path: path)
        let identity = source.identity
        if let refusal = FileSignature.refusal(of: identity.head.span) {
            throw SourceError(message: refusal)
        }
        self.source = source
        self.identity = identity
        window = InputWindow(step: step)
        self.file = file
        report = FileReport(path: path)
        report.size = identity.size
        report.identity = identity
    }
}

extension FileIndexer {
    /// Reads on until there are enough rows for a piece or the file ends.
    mutating func nextPiece(_ routes: inout RouteTable) -> Piece {
        var builder = PieceBuilder(file: file)
        let goal = reader.position + pieceBytes
        pieceBytes = min(pieceBytes * 4, Self.largestPiece)
        while !isFinished, reader.position < goal {
            let bytes = window.bytes
            let item = reader.next(bytes.span, base: window.base, isFinal: window.isFinal)
            take(item, into: &builder, &routes)
        }
        report.bytesRead = reader.position
        return Piece(builder)
    }

    private mutating func take(
        _ item: ReaderItem, into builder: inout PieceBuilder, _ routes: inout RouteTable
    ) {
        switch item {
        case .document(let range, let isSalvaged):
            isBehindRegion = false
            add(range, isSalvaged: isSalvaged, to: &builder, &routes)
        case .envelope: break
        case .text(let range): count(.logText, at: range)
        case .value(let range): count(.json, at: range)
        case .broken(let range, let reason): addBroken(range, reason)
        case .more: readOn()
        case .end: finish()
        }
    }

    private mutating func add(
        _ range: Range<Int>, isSalvaged: Bool, to builder: inout PieceBuilder,
        _ routes: inout RouteTable
    ) {
        let bytes = window.bytes
        let span = bytes.span
        let local = range.lowerBound - window.base..<range.upperBound - window.base
        for finding in Unwrapper.findings(span, in: local) {
            switch finding.what {
            case .other(let kind):
                let start = window.base + finding.carrier.lowerBound
                count(kind, at: start..<start + finding.carrier.count)
            case .broken(let reason):
                let start = window.base + finding.carrier.lowerBound
                addBroken(start..<start + finding.carrier.count, reason)
            case .record(let decoded):
                let event =
                    if let decoded {
                        EventDecoder.event(decoded.span, extent: .index)
                    } else {
                        EventDecoder.event(span.extracting(finding.carrier), extent: .index)
                    }
                report.events += 1
                builder.append(
                    EventSummary(event, isSalvaged: isSalvaged),
                    offset: window.base + finding.carrier.lowerBound,
                    length: finding.carrier.count, route: routes.number(of: finding.route))
            }
        }
    }

    private mutating func count(_ kind: OtherKind, at place: Range<Int>) {
        isBehindRegion = false
        report.count(kind, at: place)
    }

    /// Adds a region; one that follows the last one without gap is part of it, and in a file with
    /// very many of them also one with nothing but envelope bytes between the two.
    private mutating func addBroken(_ range: Range<Int>, _ reason: String) {
        defer { isBehindRegion = true }
        let last = report.brokenRegions.indices.last
        let joins = isBehindRegion && report.brokenRegions.count >= Self.mostRegionsApart
        if let last, joins || report.brokenRegions[last].end == range.lowerBound {
            report.brokenRegions[last].length =
                range.upperBound - report.brokenRegions[last].offset
        } else {
            report.brokenRegions.append(
                BrokenRegion(
                    offset: range.lowerBound, length: range.count, line: nil, reason: reason))
        }
    }

    private mutating func readOn() {
        do throws(SourceError) {
            try window.readOn(keeping: reader.needed, of: source)
        } catch {
            report.failure = "reading stopped at byte \(window.end): \(error.message)"
        }
        let bytes = window.bytes
        lines.add(bytes.span, base: window.base)
    }

    private mutating func finish() {
        isFinished = true
        if report.failure == nil, reader.position < report.size {
            report.failure = "the file was cut at byte \(reader.position) while it was read"
        }
        let numbers = lines.lines(of: report.brokenRegions.map(\.offset), in: source)
        for (index, line) in numbers.enumerated() { report.brokenRegions[index].line = line }
        report.lines = lines
    }
}

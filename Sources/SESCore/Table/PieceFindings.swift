/// What was found in a stretch of a file, in the order of its bytes.
///
/// A worker that does not know what stands before its stretch can fill it in; ``FileReport`` takes
/// the findings of stretches in order, and what it then holds does not depend on where they end.
struct PieceFindings: Sendable {
    var rows: PieceBuilder
    private(set) var routes = RouteTable()
    private(set) var others: [OtherKind: Int] = [:]
    private(set) var regions: [Region] = []
    var lines: LineIndex
    /// Why the rest of the file could not be read.
    var failure: String?
    /// What stands right before what comes next.
    private(set) var before = Before.unknown
    /// The numbers of the routes of ordinary records, as far as they were met.
    private var ordinaryRoutes = [UInt32?](repeating: nil, count: OrdinaryRecord.Form.allCases.count)

    /// What was read last, but for envelope bytes.
    enum Before: Sendable { case unknown, document, region }

    /// A broken region as a worker sees it.
    struct Region: Sendable {
        var range: Range<Int>
        var reason: String
        var before: Before
    }

    /// No findings yet, from a position on.
    init(file: Int, from position: Int) {
        rows = PieceBuilder(file: file)
        lines = LineIndex(from: position)
    }
}

extension PieceFindings {
    /// Adds an ordinary record.
    mutating func add(_ record: OrdinaryRecord, in bytes: Span<UInt8>, base: Int) {
        before = .document
        let form = record.form.rawValue
        let route = ordinaryRoutes[form] ?? routes.number(of: record.form.route)
        ordinaryRoutes[form] = route
        rows.append(record, in: bytes, offset: base + record.carrier.lowerBound, route: route)
    }

    /// Adds what a document holds; `range` is where it stands in the bytes.
    mutating func add(document range: Range<Int>, in bytes: Span<UInt8>, base: Int, isSalvaged: Bool)
    {
        before = .document
        for finding in Unwrapper.findings(bytes, in: range) {
            switch finding.what {
            case .other(let kind): count(kind)
            case .broken(let reason):
                let start = base + finding.carrier.lowerBound
                addBroken(start..<start + finding.carrier.count, reason)
            case .record(let decoded):
                let event =
                    if let decoded {
                        EventDecoder.event(decoded.span, extent: .index)
                    } else {
                        EventDecoder.event(bytes.extracting(finding.carrier), extent: .index)
                    }
                rows.append(
                    EventSummary(event, isSalvaged: isSalvaged),
                    offset: base + finding.carrier.lowerBound, length: finding.carrier.count,
                    route: routes.number(of: finding.route))
            }
        }
    }

    /// Counts a document that is no mail.
    mutating func count(_ kind: OtherKind) {
        before = .document
        others[kind, default: 0] += 1
    }

    /// Adds a region; one that follows the last one without gap is part of it.
    mutating func addBroken(_ range: Range<Int>, _ reason: String) {
        defer { before = .region }
        if let last = regions.last, last.range.upperBound == range.lowerBound {
            regions[regions.count - 1].range = last.range.lowerBound..<range.upperBound
        } else {
            regions.append(Region(range: range, reason: reason, before: before))
        }
    }
}

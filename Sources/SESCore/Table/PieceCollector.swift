/// Collects what a stretch of a file holds, with the room of the stretches before it.
struct PieceCollector {
    private(set) var regions: [PieceFindings.Region] = []
    var lines: LineIndex
    /// Why the rest of the file could not be read.
    var failure: String?
    private var rows: PieceBuilder
    private var routes = RouteTable()
    private var others: [OtherKind: PieceFindings.Others] = [:]
    /// What of them is text of the log, which may be every other line.
    private var logText = PieceFindings.Others()
    private var remarks: Set<FileRemark> = []
    private var last = PieceFindings.Before.unknown
    /// The numbers of the routes of ordinary records, as far as they were met.
    private var ordinaryRoutes = Self.noRoutes

    private static let noRoutes = [UInt32?](
        repeating: nil, count: OrdinaryRecord.Form.allCases.count)

    /// A collector of nothing yet, from a position on.
    init(file: Int, from position: Int) {
        rows = PieceBuilder(file: file)
        lines = LineIndex(from: position)
    }
}

extension PieceCollector {
    /// What was collected; goes on from a position.
    mutating func take(from position: Int) -> PieceFindings {
        defer { clear(from: position) }
        if logText.count > 0 { others[.logText] = logText }
        return PieceFindings(
            rows: Piece(rows), routes: routes.routes, others: others, remarks: remarks,
            regions: regions, lines: lines, failure: failure, last: last)
    }

    /// Drops what was collected; goes on from a position.
    mutating func clear(from position: Int) {
        rows.clear()
        routes = RouteTable()
        ordinaryRoutes = Self.noRoutes
        others = [:]
        logText = PieceFindings.Others()
        remarks = []
        regions = []
        lines = LineIndex(from: position)
        failure = nil
        last = .unknown
    }

    /// Adds an ordinary record.
    mutating func add(_ record: OrdinaryRecord, in bytes: Span<UInt8>, base: Int) {
        last = .document
        let form = record.form.rawValue
        let route = ordinaryRoutes[form] ?? routes.number(of: record.form.route)
        ordinaryRoutes[form] = route
        rows.append(record, in: bytes, offset: base + record.carrier.lowerBound, route: route)
    }

    /// Adds what a document holds; `range` is where it stands in the bytes.
    mutating func add(
        document range: Range<Int>, of form: DocumentForm, in bytes: Span<UInt8>, base: Int,
        isSalvaged: Bool
    ) {
        for finding in Unwrapper.findings(bytes, in: range, form: form) {
            switch finding.what {
            case .other(let kind):
                let start = base + finding.carrier.lowerBound
                count(kind, at: start..<start + finding.carrier.count)
            case .remark(let remark): add(remark)
            case .broken(let reason):
                let start = base + finding.carrier.lowerBound
                addBroken(start..<start + finding.carrier.count, reason)
            case .record(let decoded):
                last = .document
                let event =
                    if let decoded {
                        EventDecoder.event(decoded.span, extent: .index)
                    } else {
                        EventDecoder.event(bytes.extracting(finding.carrier), extent: .index)
                    }
                var summary = EventSummary(event, isSalvaged: isSalvaged || finding.isSalvaged)
                summary.facts.marks.formUnion(finding.route.marks)
                rows.append(
                    summary, offset: base + finding.carrier.lowerBound,
                    length: finding.carrier.count, route: routes.number(of: finding.route))
            }
        }
    }

    /// Counts a line of text.
    mutating func addText(_ place: Range<Int>) {
        last = .document
        logText.add(place)
    }

    /// Notes what the log says of itself.
    mutating func add(_ remark: FileRemark) { remarks.insert(remark) }

    /// Counts a document that is no mail.
    mutating func count(_ kind: OtherKind, at place: Range<Int>) {
        if kind == .logText { return addText(place) }
        last = .document
        others[kind, default: PieceFindings.Others()].add(place)
    }

    /// Adds a region; one that follows the last one without gap is part of it.
    mutating func addBroken(_ range: Range<Int>, _ reason: String) {
        defer { last = .region }
        if let before = regions.last, before.range.upperBound == range.lowerBound {
            regions[regions.count - 1].range = before.range.lowerBound..<range.upperBound
        } else {
            regions.append(PieceFindings.Region(range: range, reason: reason, before: last))
        }
    }
}

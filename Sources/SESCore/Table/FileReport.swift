/// What was found in one file.
public struct FileReport: Hashable, Sendable {
    /// The file as named by the person, in bytes.
    public var path: RawText
    /// How many bytes of input there are, unpacked; 0 as long as that is not known.
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
    /// Where the plain bytes are kept of input that can be had once; nil where the file is read.
    var spool: Spool?
    /// True where nothing but envelope bytes was read since the last broken region.
    private var isBehindRegion = false

    /// How many places of a kind of other documents are kept.
    public static let mostPlaces = 1000
    private static let mostRegionsApart = 10_000

    /// A report on a file of which nothing is read yet.
    public init(path: RawText) { self.path = path }
}

extension FileReport {
    /// Takes what was found in the next stretch, which ends at a position.
    mutating func take(_ findings: PieceFindings, to position: Int) {
        events += findings.rows.count
        for (kind, places) in findings.others { take(places, of: kind) }
        for remark in FileRemark.allCases where findings.remarks.contains(remark) { add(remark) }
        for region in findings.regions {
            switch region.before {
            case .unknown: break
            case .document: isBehindRegion = false
            case .region: isBehindRegion = true
            }
            take(region)
        }
        switch findings.last {
        case .unknown: break
        case .document: isBehindRegion = false
        case .region: isBehindRegion = true
        }
        lines.append(findings.lines)
        failure = failure ?? findings.failure
        bytesRead = position
    }

    /// Counts documents that are no inbound mail, and keeps the places of the first ones.
    private mutating func take(_ found: PieceFindings.Others, of kind: OtherKind) {
        otherDocuments[kind, default: 0] += found.count
        let missing = Self.mostPlaces - otherPlaces[kind, default: []].count
        otherPlaces[kind, default: []] += found.places.prefix(missing)
    }

    /// Adds a region; one that follows the last one without gap is part of it, and in a file with
    /// very many of them also one with nothing but envelope bytes between the two.
    private mutating func take(_ region: PieceFindings.Region) {
        let last = brokenRegions.indices.last
        let joins = isBehindRegion && brokenRegions.count >= Self.mostRegionsApart
        if let last, joins || brokenRegions[last].end == region.range.lowerBound {
            brokenRegions[last].length = region.range.upperBound - brokenRegions[last].offset
        } else {
            brokenRegions.append(
                BrokenRegion(
                    offset: region.range.lowerBound, length: region.range.count, line: nil,
                    reason: region.reason))
        }
    }
}

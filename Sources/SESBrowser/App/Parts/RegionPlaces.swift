import SESCore

/// The places of a topic, found in the table when one is asked for.
struct RegionPlaces: Sendable {
    private let report: FileReport
    private let kind: RegionsState.Topic.Kind

    init(_ report: FileReport, _ kind: RegionsState.Topic.Kind) {
        self.report = report
        self.kind = kind
    }

    /// A place in a file.
    struct Place: Hashable, Sendable {
        let range: Range<Int>
        /// The line on which it begins, counted from 1; nil where it is not known.
        var line: Int?
        /// Why it could not be read; nil for another document.
        var reason: String?
    }
}

extension RegionPlaces {
    /// How many places can be opened.
    var count: Int {
        switch kind {
        case .failure, .note: 0
        case .broken: report.brokenRegions.count
        case .other(let kind): report.otherPlaces[kind]?.count ?? 0
        }
    }

    /// How many there are, of which only the first may be kept.
    var total: Int {
        switch kind {
        case .failure, .note, .broken: count
        case .other(let kind): report.otherDocuments[kind] ?? 0
        }
    }

    /// The place of an index from 0 up to ``count``.
    subscript(index: Int) -> Place {
        switch kind {
        case .other(let kind): return Place(range: report.otherPlaces[kind]?[index] ?? 0..<0)
        default:
            let region = report.brokenRegions[index]
            return Place(
                range: region.offset..<region.end, line: region.line, reason: region.reason)
        }
    }
}

extension EventTable {
    /// The places of a topic of the list of regions.
    func places(of topic: RegionsState.Topic) -> RegionPlaces {
        RegionPlaces(
            files.indices.contains(topic.file) ? files[topic.file] : FileReport(path: ""),
            topic.kind)
    }
}

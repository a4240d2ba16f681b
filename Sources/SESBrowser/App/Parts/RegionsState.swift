import SESCore

/// The open list of what could not be read.
struct RegionsState: Sendable {
    /// The regions of all files, each with the index of its file.
    let regions: [(file: Int, region: BrokenRegion)]
    /// The chosen line, or the first row of bytes on the screen.
    var position = 0
    var top = 0
    /// The bytes of a region, once they are there.
    var bytes: Bytes?
    /// The region whose bytes were asked for.
    var asked: BrokenRegion?

    /// A stretch of a file.
    struct Bytes: Sendable {
        let offset: Int
        let content: [UInt8]
    }

    /// The regions of a table.
    init(_ table: EventTable) {
        regions = table.files.enumerated().flatMap { file, report in
            report.brokenRegions.map { (file, $0) }
        }
    }
}

extension RegionsState {
    /// The most bytes of a region that are shown.
    static let mostBytes = 1 << 20

    /// Keeps the chosen line on a page of so many rows.
    mutating func settle(rows: Int, columns: Int) {
        guard let bytes else {
            position = max(0, min(position, regions.count - 1))
            if position < top { top = position }
            if position >= top + rows { top = position - rows + 1 }
            top = max(0, min(top, regions.count - rows))
            return
        }
        let count = RawRows(bytes.content, at: bytes.offset, columns: columns).rowCount
        top = max(0, min(top, count - rows))
    }
}

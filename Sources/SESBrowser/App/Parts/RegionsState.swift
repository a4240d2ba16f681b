import SESCore

/// The open list of what is no mail: broken regions, other documents and what is to be said of
/// files. It has three levels: the kinds, the places of a kind, the bytes around a place.
struct RegionsState: Sendable {
    /// What there is, by file and kind.
    private(set) var topics: [Topic]
    /// The first level.
    var overview = ListCursor()
    /// The second level; nil where it is not open.
    private(set) var places: Places?
    /// The third level; nil where it is not open.
    private(set) var bytes: Bytes?

    /// A line of the first level.
    struct Topic: Hashable, Sendable {
        /// The index of the file in the table.
        let file: Int
        let kind: Kind

        enum Kind: Hashable, Sendable {
            /// The file, or its rest, could not be read.
            case failure
            /// A remark about the file.
            case note
            case broken
            case other(OtherKind)
        }
    }

    /// The places of a topic.
    struct Places: Hashable, Sendable {
        let topic: Topic
        var cursor = ListCursor()
    }

    /// A stretch of a file with what stands around it.
    struct Bytes: Sendable {
        let file: Int
        /// The place that was opened; of a long one its start.
        let place: Range<Int>
        /// How many bytes of the place are not shown.
        let hidden: Int
        /// What is read: the place and bytes before and behind it.
        let read: Range<Int>
        /// The bytes, once they are there.
        var content: [UInt8]?
        /// Why they could not be read again.
        var failure: String?
        /// The first row on the screen; nil until the place was brought to it.
        var top: Int?
    }

    /// The level that is on the screen.
    enum Level { case topics, places, bytes }

    /// The topics of a table.
    init(_ table: EventTable) { topics = Self.topics(table) }
}

extension RegionsState {
    /// The most bytes of a place that are shown.
    static let mostBytes = 1 << 20
    /// How many bytes before and behind a place are shown.
    static let around = 128

    var level: Level { bytes != nil ? .bytes : places != nil ? .places : .topics }

    /// Takes a newer table; the chosen line stays the same.
    mutating func update(_ table: EventTable) {
        let chosen = topics.indices.contains(overview.position) ? topics[overview.position] : nil
        topics = Self.topics(table)
        if let chosen, let index = topics.firstIndex(of: chosen) { overview.position = index }
        if let places, !topics.contains(places.topic) { (self.places, bytes) = (nil, nil) }
    }

    /// Moves by lines on the level that is on the screen.
    mutating func move(by count: Int) {
        switch level {
        case .topics: overview.position += count
        case .places: places?.cursor.position += count
        case .bytes: bytes?.top? += count
        }
    }

    /// Opens the places of a topic.
    mutating func open(_ topic: Topic) { places = Places(topic: topic) }

    /// Opens a place in a file and tells what is to be read.
    mutating func open(_ place: Range<Int>, of file: Int, size: Int) -> Effect {
        let isWhole = place.count <= Self.mostBytes
        let end = isWhole ? place.upperBound : place.lowerBound + Self.mostBytes
        let behind = isWhole ? max(0, min(size - end, Self.around)) : 0
        let read = max(0, place.lowerBound - Self.around)..<end + behind
        bytes = Bytes(
            file: file, place: place.lowerBound..<end, hidden: place.upperBound - end, read: read)
        return .loadBytes(file: file, offset: read.lowerBound, length: read.count)
    }

    /// Shows the bytes that were asked for.
    mutating func show(_ content: [UInt8]) { bytes?.content = content }

    /// Shows why they could not be read.
    mutating func fail(_ reason: String) { bytes?.failure = reason }

    /// Goes one level up; false at the first.
    mutating func back() -> Bool {
        guard level != .topics else { return false }
        if bytes != nil { bytes = nil } else { places = nil }
        return true
    }

    /// Keeps what is chosen on a page of so many rows, of which a list gives some to its foot.
    mutating func settle(_ table: EventTable, rows: Int, foot: Int, columns: Int) {
        overview.settle(count: topics.count, rows: rows - foot)
        if let topic = places?.topic {
            places?.cursor.settle(count: table.places(of: topic).count, rows: rows - foot)
        }
        guard let bytes, let content = bytes.content else { return }
        let dump = RawRows(content, at: bytes.read.lowerBound, columns: columns, place: bytes.place)
        let first = dump.row(of: bytes.place.lowerBound)
        let context = min(2, rows / 4)
        self.bytes?.top = max(0, min(bytes.top ?? first - context, dump.rowCount - rows))
    }

    private static func topics(_ table: EventTable) -> [Topic] {
        table.files.enumerated().flatMap { file, report -> [Topic] in
            var kinds: [Topic.Kind] = []
            if report.failure != nil { kinds.append(.failure) }
            if report.note != nil { kinds.append(.note) }
            if !report.brokenRegions.isEmpty { kinds.append(.broken) }
            let others = report.otherDocuments.keys.sorted { $0.rawValue < $1.rawValue }
            return (kinds + others.map { .other($0) }).map { Topic(file: file, kind: $0) }
        }
    }
}

/// The chosen line of a list and the first one on the screen.
struct ListCursor: Hashable, Sendable {
    var position = 0
    var top = 0

    /// Keeps the chosen line on a page of so many rows.
    mutating func settle(count: Int, rows: Int) {
        position = max(0, min(position, count - 1))
        if position < top { top = position }
        if position >= top + rows { top = position - rows + 1 }
        top = max(0, min(top, count - rows))
    }
}

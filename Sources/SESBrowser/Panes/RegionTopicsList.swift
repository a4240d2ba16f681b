import SESCore

/// The first level of the list of regions: how much there is of each kind in each file.
struct RegionTopicsList: RegionsList {
    private let topics: [RegionsState.Topic]
    private let state: State

    init(_ topics: [RegionsState.Topic], _ state: State) {
        self.topics = topics
        self.state = state
    }

    var count: Int { topics.count }

    var heading: String { "     COUNT  WHAT" + (isOneFile ? "" : "                FILE") }

    func line(_ index: Int) -> ScreenLine {
        let topic = topics[index]
        let report = state.table.files[topic.file]
        let total = state.table.places(of: topic).total
        var line = ScreenLine()
        line.append(number: total > 0 ? Count(total).fitting(9) : "", columns: 9)
        line.append("  ")
        let isAlarm = topic.kind == .failure || topic.kind == .broken
        line.append(Gate.glyphs(of: topic.kind.word.utf8), isAlarm ? .warning : .plain)
        line.append(" ")
        line.pad(to: Self.wordEnd)
        line.append(Gate.glyphs(of: isOneFile ? topic.kind.words(report).bytes : name(report)))
        return line
    }

    func foot(_ index: Int) -> RawText {
        let topic = topics[index]
        let report = state.table.files[topic.file]
        return report.path + ": " + topic.kind.words(report)
    }
}

extension RegionTopicsList {
    /// The column behind the words, the sign of the cursor not counted.
    private static let wordEnd = 31

    private var isOneFile: Bool { state.table.files.count == 1 }

    /// The last part of a path.
    private func name(_ report: FileReport) -> [UInt8] {
        let path = report.path.bytes
        return Array(path[(path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...])
    }
}

extension RegionsState.Topic.Kind {
    /// The word for the kind.
    var word: String {
        switch self {
        case .failure: "failed"
        case .note: "note"
        case .broken: "broken"
        case .other(let kind): kind.rawValue
        }
    }

    /// What it means, or what is to be said of the file.
    func words(_ report: FileReport) -> RawText {
        switch self {
        case .failure: RawText(report.failure ?? "")
        case .note: RawText(report.note ?? "")
        case .broken: "parts that could not be read"
        case .other(let kind): RawText(kind.words)
        }
    }
}

extension OtherKind {
    /// What documents of the kind are; the word itself where this version has no more to say.
    fileprivate var words: String {
        switch self {
        case .sending: "notifications about mail that was sent"
        case .s3Event: "events of S3, which name an object and have no verdicts"
        case .snsControl: "subscription messages of SNS"
        case .cloudWatchControl: "probes of a CloudWatch subscription"
        case .mailManager: "log records of Mail Manager, which have no verdicts"
        case .platform: "records of the Lambda platform"
        case .logText: "lines of text without JSON"
        case .json: "JSON documents of other kinds"
        default: rawValue
        }
    }
}

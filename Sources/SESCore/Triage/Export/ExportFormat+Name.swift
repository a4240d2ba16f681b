extension ExportFormat {
    /// The format of a word.
    public init?(word: RawText) {
        guard let format = Self.allCases.first(where: { RawText($0.word) == word.lowered })
        else { return nil }
        self = format
    }

    /// The format that the ending of a file name tells.
    public init?(endingOf name: RawText) {
        let last = name.lastComponent.lowered.bytes
        guard let dot = last.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        switch RawText(last[(dot + 1)...]) {
        case "csv": self = .csv
        case "ndjson", "jsonl": self = .ndjson
        case "txt", "addresses": self = .addresses
        case "ids": self = .ids
        default: return nil
        }
    }

    /// The word that commands use.
    public var word: String {
        switch self {
        case .csv: "csv"
        case .ndjson: "ndjson"
        case .addresses: "addresses"
        case .ids: "ids"
        }
    }
}

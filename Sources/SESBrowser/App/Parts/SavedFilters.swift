import SESCore

/// The filters that the person has given a name, beside those that the program brings along.
struct SavedFilters: Hashable, Sendable {
    private(set) var texts: [String: String] = [:]
}

extension SavedFilters {
    /// The most filters that are kept.
    static let most = 1000

    /// The text of a filter; nil where there is none of the name.
    func text(of name: String) -> String? { texts[name] ?? Presets.text(of: name) }

    /// The query of a text, in which names stand for these filters and for presets.
    ///
    /// - Throws: ``QueryError`` where the text, or a regular expression in it, cannot be read.
    func read(_ text: String) throws(QueryError) -> Query {
        let parsed = try ParsedQuery(text, names: self.text(of:), knownNames: names)
        try parsed.checkRegexes()
        return parsed.query
    }

    /// All names in order, those of the person first.
    var names: [String] {
        texts.keys.sorted() + Presets.all.map(\.name).filter { texts[$0] == nil }
    }

    /// True where a name can be written behind `@`: letters, digits, `-`, `_` and `.`, at most 64.
    static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 64
            && name.utf8.allSatisfy { byte in
                switch UInt8(byte) {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                    UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }

    /// Gives a text a name.
    mutating func save(_ text: String, as name: String) { texts[name] = text }

    /// Takes a name away; false where the person has given none like it.
    mutating func delete(_ name: String) -> Bool { texts.removeValue(forKey: name) != nil }
}

extension SavedFilters {
    /// The filters that a file holds, a name, a blank and a text on each line.
    init(_ lines: [String]) {
        for line in lines.prefix(Self.most) {
            guard let blank = line.firstIndex(of: " ") else { continue }
            let name = String(line[..<blank])
            if Self.isName(name) { texts[name] = String(line[line.index(after: blank)...]) }
        }
    }

    /// The lines of the file.
    var lines: [String] { texts.keys.sorted().map { "\($0) \(texts[$0] ?? "")" } }
}

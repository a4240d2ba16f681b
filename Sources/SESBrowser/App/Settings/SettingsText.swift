/// The text of the settings, whose lines all stay but those that are changed.
struct SettingsText: Hashable, Sendable {
    private(set) var lines: [Line]

    /// A line as it stands, counted from 1.
    struct Line: Hashable, Sendable {
        let number: Int
        var bytes: [UInt8]
    }

    /// The text of a file.
    init(_ bytes: [UInt8]) {
        var parts = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        if parts.last?.isEmpty == true { parts.removeLast() }
        lines = parts.enumerated().map { Line(number: $0 + 1, bytes: Array($1)) }
    }
}

extension SettingsText {
    /// The text, each line ended.
    var bytes: [UInt8] { lines.flatMap { $0.bytes + [0x0A] } }

    /// Writes a setting in the place of the last line that has it, or at the end.
    mutating func set(_ entry: Settings.Entry) {
        let bytes = Array("\(entry.key.rawValue) \(entry.value)".utf8)
        if let index = lines.lastIndex(where: { $0.parts?.word == entry.key.rawValue }) {
            lines[index].bytes = bytes
        } else {
            lines.append(Line(number: lines.count + 1, bytes: bytes))
        }
    }
}

extension SettingsText.Line {
    /// The word of the setting and its value; nil for a blank line and for a remark behind `#`.
    var parts: (word: String, value: String)? {
        let words = bytes.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        guard let first = words.first, first.first != UInt8(ascii: "#") else { return nil }
        let value = Array(words.dropFirst().joined(separator: [0x20]))
        return (String(decoding: first, as: UTF8.self), String(decoding: value, as: UTF8.self))
    }
}

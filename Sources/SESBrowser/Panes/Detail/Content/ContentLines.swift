import SESCore

/// The mail itself: its parts, then the text of those that are to be read, the best one first.
struct ContentLines: LineSource {
    /// What stands above the texts.
    private let front: [DetailLine]
    private let sections: [ContentSection]
    /// The line at which each section begins, and at the end the number of lines.
    private let starts: [Int]

    /// The lines of what was found; nil as long as it is being looked for.
    init(_ answer: ContentAnswer?) {
        switch answer {
        case nil: (front, sections) = ([DetailLine("reading the mail ...", .label)], [])
        case .missing(let sentences)?:
            front = sentences.map { DetailLine($0, hanging: 2) }
            sections = []
        case .found(let content)?:
            front = Self.origin(content) + [.blank] + PartLines(content.body).lines
            sections = content.body.texts.map { ContentSection($0, of: content.body) }
        }
        var starts = [front.count]
        for section in sections { starts.append(starts[starts.count - 1] + section.lineCount) }
        self.starts = starts
    }

    var lineCount: Int { starts[starts.count - 1] }

    func line(_ index: Int) -> DetailLine {
        guard index >= front.count else { return front[index] }
        var (low, high) = (0, sections.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= index { low = middle } else { high = middle }
        }
        return sections[low].line(index - starts[low])
    }
}

extension ContentLines {
    private static func origin(_ content: MailContent) -> [DetailLine] {
        let size = ", \(ByteAmount(content.size))"
        let place: RawText =
            switch content.origin {
            case .event(let isBase64, let isOther):
                RawText(
                    "in the event" + (isOther ? " of another delivery" : "")
                        + (isBase64 ? ", in base64" : ""))
            case .file: "this file is the mail"
            case .object(let path): path
            }
        let line = DetailLine.field(
            "Mail", [.plain(place), .plain(RawText(size))])
        return [line] + content.remarks.map { .warning($0.words) }
    }
}

extension DetailLine {
    /// A line that deserves a look, set in by some columns.
    static func warning(_ words: RawText, inset: Int = 0) -> DetailLine {
        let blanks = RawText(String(repeating: " ", count: inset))
        return DetailLine(blanks + "(!) " + words, .warning, hanging: inset + 4)
    }
}

import SESCore

/// All headers of a mail in order, with a rule below those that SES wrote.
struct HeaderLines: LineSource {
    private let headers: [HeaderField]
    private let trusted: Int
    private let headline: RawText

    init(_ event: MailEvent) {
        headers = event.mail?.headers ?? []
        trusted = TrustedHeaders(headers).count
        headline = Self.headline(event.mail)
    }

    /// The headline, the headers and, where some are the sender's, the rule.
    var lineCount: Int { 1 + headers.count + (hasRule ? 1 : 0) }

    func line(_ index: Int) -> DetailLine {
        if index == 0 { return DetailLine(headline, .heading) }
        if index <= trusted { return .header(headers[index - 1]) }
        if index == trusted + 1 { return Self.rule }
        return .header(headers[index - 2])
    }

    /// The header on a line, or the next one below it; nil where there is none.
    func header(fromLine line: Int) -> HeaderField? {
        let index = line <= trusted ? max(0, line - 1) : max(trusted, line - 2)
        return headers.indices.contains(index) ? headers[index] : nil
    }

    private var hasRule: Bool { trusted < headers.count }

    /// Headers that a receipt rule adds cannot be told from the sender's.
    private static let rule = DetailLine(
        "-- below this line: written by the sender, or added by a rule --", .paneBorder)

    private static func headline(_ mail: Mail?) -> RawText {
        guard let headers = mail?.headers else { return "this event has no headers" }
        let count = headers.count == 1 ? "1 header" : "\(headers.count) headers"
        return RawText(
            mail?.headersTruncated == true
                ? count + ", truncated by SES: the whole block is larger than 10 KB" : count)
    }
}

extension DetailLine {
    /// A header as `Name: value`, set in by some columns; its RFC 2047 words are decoded, and
    /// `!enc` behind the value says that some could not be. Views JSON and Raw show how it came.
    static func header(_ field: HeaderField, inset: Int = 0) -> DetailLine {
        let decoded = field.decoded
        var line = DetailLine(
            pieces: [
                Piece(text: RawText(String(repeating: " ", count: inset)), role: .plain),
                Piece(text: field.name + ":", role: .label),
                Piece(text: " ", role: .plain),
                Piece(text: decoded.text, role: .plain),
            ],
            hanging: inset + 4)
        if decoded.hasBadEncoding {
            line.pieces.append(Piece(text: " ", role: .plain))
            line.pieces.append(Piece(text: "!enc", role: .notation))
        }
        return line
    }
}

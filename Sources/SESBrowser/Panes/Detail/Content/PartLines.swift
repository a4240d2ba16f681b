import SESCore

/// The list of the parts of a mail: number, type, name and size, and what is to be said of each.
struct PartLines {
    let lines: [DetailLine]

    private static let deepestInset = 8
    private static let mostRemarks = 4

    init(_ body: MailBody) {
        let digits = String(body.parts.count).utf8.count
        var lines = body.parts.enumerated().flatMap { index, part in
            Self.lines(part, number: index + 1, digits: digits)
        }
        if body.unlistedParts > 0 {
            lines.append(.warning(RawText("\(body.unlistedParts) more parts are not listed")))
        }
        self.lines = lines
    }
}

extension PartLines {
    private static func lines(_ part: MailPart, number: Int, digits: Int) -> [DetailLine] {
        let count = String(number)
        let gap = digits - count.utf8.count + 1 + 2 * min(part.depth, deepestInset)
        var pieces: [DetailLine.Piece] = [
            .label(RawText(count + String(repeating: " ", count: gap))), .plain(part.type),
        ]
        let details = [part.charset, encoding(part)].compactMap(\.self)
        if !details.isEmpty { pieces.append(.label(" " + .joined(details, by: " "))) }
        if let name = part.name {
            pieces += [.plain("  \""), .plain(name), .plain("\"")]
        }
        pieces.append(.label(RawText("  \(ByteAmount(part.size))")))
        if part.isAttachment { pieces.append(.label(", attached")) }
        let inset = digits + 1 + 2 * min(part.depth, deepestInset)
        let remarks = part.remarks.map(\.words) + part.faults.map(\.words)
        return [DetailLine(pieces: pieces, hanging: inset + 2)]
            + remarks.prefix(mostRemarks).map { .warning($0, inset: inset + 2) }
    }

    private static func encoding(_ part: MailPart) -> RawText? {
        switch part.encoding {
        case .identity: nil
        case .base64: "base64"
        case .quotedPrintable: "quoted-printable"
        case .other(let word): word
        }
    }
}

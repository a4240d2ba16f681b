import SESCore

/// What can be copied of a mail.
enum CopyPart: Hashable, Sendable {
    case id
    case from
    case subject
    case ip
    case header
    case json
    case verdicts
}

extension CopyPart {
    /// The name in messages.
    var name: String {
        switch self {
        case .id: "SES id"
        case .from: "address"
        case .subject: "subject"
        case .ip: "IP address"
        case .header: "header"
        case .json: "record"
        case .verdicts: "verdict line"
        }
    }

    /// The part of a mail; nil where the mail has none, and for a header, whose name has to be asked.
    func text(of loaded: LoadedEvent) -> CopyText? {
        let mail = loaded.event.mail
        switch self {
        case .id: return clean(mail?.messageID, loaded)
        case .from: return clean(loaded.author, loaded)
        case .subject: return clean(mail?.subject, loaded)
        case .ip: return clean(TrustedHeaders(mail?.headers).clientAddress, loaded)
        case .header: return nil
        case .verdicts: return clean(VerdictWords.line(loaded), loaded)
        case .json:
            var writer = JSONWriter()
            writer.source(loaded.record, field: name)
            return CopyText(
                name: name, bytes: writer.bytes, fileName: loaded.fileName("json"),
                isExact: writer.inexact.isEmpty)
        }
    }

    private func clean(_ text: RawText?, _ loaded: LoadedEvent) -> CopyText? {
        guard let text, !text.isEmpty else { return nil }
        return CopyText(name: name, cleaning: text, fileName: loaded.fileName("txt"))
    }
}

extension LoadedEvent {
    /// The address of the first author, or the envelope sender where there is none, as in the list.
    var author: RawText? {
        event.mail?.from.first.map { MailboxText($0).address } ?? event.mail?.source
    }

    /// A name for a file with a part of the mail, of letters that are harmless everywhere.
    func fileName(_ suffix: String) -> String {
        let letters = (event.mail?.messageID?.bytes ?? []).filter { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"):
                true
            default: false
            }
        }
        let id = String(decoding: letters.prefix(100), as: UTF8.self)
        return "ses-browser-copy-\(id.isEmpty ? "mail" : id).\(suffix)"
    }
}

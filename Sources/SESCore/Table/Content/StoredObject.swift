/// Looks for the object into which SES put a mail among the files in the folder of the log.
///
/// An object is known by the id of the mail, or by the last part of its key. Names come from the log,
/// so only plain ones are looked for, in that one folder; links are not followed, and what does not
/// begin as a mail is not shown.
struct StoredObject {
    /// The folder of the log, with its slash; nil where the log came through standard input.
    let folder: RawText?
    /// The names that are looked for.
    let names: [RawText]
    private let messageID: RawText?

    private static let longestName = 100
    private static let endings: [RawText] = ["", ".eml", ".gz", ".eml.gz"]

    /// What the looking came to.
    enum Outcome {
        case found(MailContent)
        /// What was tried and why that is none, a sentence each.
        case missing(tried: [RawText])
    }
}

extension StoredObject {
    /// A search for the object of an event.
    init(_ loaded: LoadedEvent) {
        folder = Self.folder(of: loaded.provenance.file)
        let key = loaded.event.receipt?.action?["objectKey"]
        let last = key.map { RawText($0.bytes[...].split(separator: UInt8(ascii: "/")).last ?? []) }
        let ids = [loaded.event.mail?.messageID, last].compactMap(\.self).filter(Self.isPlain)
        names = ids.first == ids.last ? Array(ids.prefix(1)) : ids
        messageID = loaded.event.mail?.rfcMessageID
    }

    /// Looks for the object.
    func find() -> Outcome {
        guard let folder else { return .missing(tried: []) }
        var tried: [RawText] = []
        for path in names.flatMap({ name in Self.endings.map { folder + name + $0 } }) {
            do throws(SourceError) {
                guard let status = try? FileStatus(path: path, followsLink: false) else { continue }
                return .found(try content(of: path, status))
            } catch {
                tried.append(path + RawText(": \(error.message)"))
            }
        }
        return .missing(tried: tried)
    }

    /// - Throws: ``SourceError`` with the reason where the file is no mail that can be shown.
    private func content(
        of path: RawText, _ status: FileStatus
    ) throws(SourceError) -> MailContent {
        guard status.kind == .file else {
            let isLink = status.kind == .link
            throw SourceError(
                message: isLink ? "is a symbolic link, which is not followed" : "is no file")
        }
        let file = try Descriptor.plainFile(path)
        var bytes: [UInt8] = []
        try file.append(to: &bytes, from: 0, count: MailBody.mostBytes)
        var size = status.size
        var problem: String?
        if GzipSignature.begins(bytes.span, at: 0) {
            let unpacked = Inflater.whole(bytes.span, limit: MailBody.mostBytes)
            (bytes, problem) = unpacked
            size = bytes.count
        }
        guard RawMail.begins(bytes.span.extracting(first: InputFormat.headLength)) else {
            let isNoise = TextGuess.isNoise(bytes.span)
            throw SourceError(message: isNoise ? TextGuess.noise : "does not begin as a mail")
        }
        var content = MailContent(bytes, .object(path), size: size)
        if let problem { content.remarks.append(.packed(problem)) }
        if let own = content.body.headers.value("Message-ID"), let messageID, own != messageID {
            content.remarks.append(.otherMessageID(own))
        }
        return content
    }

    /// True for a name of letters, digits, points, lines and dashes that is no option and not hidden.
    private static func isPlain(_ name: RawText) -> Bool {
        guard let first = name.bytes.first, name.count <= longestName else { return false }
        return first != UInt8(ascii: ".") && first != UInt8(ascii: "-")
            && name.bytes.allSatisfy {
                $0.isAlphanumeric || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
                    || $0 == UInt8(ascii: "-")
            }
    }

    private static func folder(of file: RawText) -> RawText? {
        guard file != Inputs.standardInput else { return nil }
        let slash = file.bytes.lastIndex(of: UInt8(ascii: "/"))
        return slash.map { RawText(file.bytes[...$0]) } ?? "./"
    }
}

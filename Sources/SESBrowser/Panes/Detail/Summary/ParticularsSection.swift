import SESCore

extension SummarySection {
    /// Times, ids, what the rule did, and where the record stands.
    static let particulars = SummarySection { facts in
        times(facts) + ids(facts) + action(facts) + connection(facts) + longFields(facts)
            + whole(facts) + place(facts.loaded.provenance)
    }

    private static func times(_ facts: SummaryFacts) -> [DetailLine] {
        var lines: [DetailLine] = []
        let received = facts.mail?.timestamp
        if let received { lines.append(time("Received", received)) }
        if let fired = facts.receipt?.timestamp, fired != received {
            lines.append(time("Receipt", fired))
        }
        if let date = facts.mail?.date {
            lines.append(DetailLine.field("Date", date).comparing(date, with: received))
        }
        return lines
    }

    private static func time(_ label: String, _ spelled: RawText) -> DetailLine {
        let line = DetailLine.field(label, spelled)
        guard let utc = Timestamp(iso: spelled.bytes).utc else {
            return line.remarking("no time that can be read")
        }
        return line.noting(utc.date.year == 1970 ? "the time of a sample" : nil)
    }

    private static func ids(_ facts: SummaryFacts) -> [DetailLine] {
        var lines: [DetailLine] = []
        if let id = facts.mail?.messageID {
            let isTest = id == "AMAZON_SES_SETUP_NOTIFICATION"
            lines.append(
                DetailLine.field("SES id", id)
                    .noting(isTest ? "the test mail that SES sends for a new rule" : nil))
        }
        if let id = facts.mail?.rfcMessageID { lines.append(.field("Message-ID", id)) }
        return lines
    }

    private static func action(_ facts: SummaryFacts) -> [DetailLine] {
        guard let receipt = facts.receipt else { return [] }
        let description = ActionDescription(receipt.action)
        var lines = [DetailLine.field("Action", description.sentence)]
        lines += description.remaining.map {
            .field("", [.label($0.name + ": "), .plain($0.value)])
        }
        if let time = receipt.processingTimeMillis {
            lines.append(.field("Took", Elapsed.processing(time)))
        }
        return lines
    }

    private static func connection(_ facts: SummaryFacts) -> [DetailLine] {
        let trusted = facts.trustedHeaders
        guard let address = trusted.clientAddress else { return [] }
        let helo = trusted.helo.map { ", greeted as " + $0 } ?? ""
        return [.field("Client", address + helo)]
    }

    private static func whole(_ facts: SummaryFacts) -> [DetailLine] {
        var lines: [DetailLine] = []
        if let mail = facts.mail {
            let count = mail.headers.map { "\($0.count)" } ?? "not in the event"
            let truncated = mail.headersTruncated.map {
                $0 ? ", truncated by SES" : ", not truncated"
            }
            lines.append(.field("Headers", RawText(count + (truncated ?? ""))))
        }
        if let length = facts.event.contentLength {
            lines.append(
                .field(
                    "Content", RawText("the whole mail is in the event, \(length) bytes as text")))
        }
        let origin = [
            ("notificationType", facts.event.notificationType),
            ("eventSource", facts.event.eventSource), ("eventVersion", facts.event.eventVersion),
        ].compactMap { name, value in value.map { RawText(name + " ") + $0 } }
        if !origin.isEmpty { lines.append(.field("Event", .joined(origin, by: ", "))) }
        return lines
    }

    private static func place(_ provenance: Provenance) -> [DetailLine] {
        let line = provenance.line.map { "line \($0), " } ?? ""
        let chain = provenance.envelopes.map { RawText($0.rawValue) }
        return [
            .field("File", provenance.file),
            .field(
                "Place",
                RawText(line + "offset \(provenance.offset), \(provenance.length) bytes")),
            .field("Read as", .joined(chain, by: " > ")),
        ]
    }
}

extension DetailLine {
    /// The line of the sender's date with its distance from the time at which SES got the mail.
    fileprivate func comparing(_ date: RawText, with received: RawText?) -> DetailLine {
        guard let received, Timestamp(iso: received.bytes).utc?.date.year != 1970,
            let difference = Elapsed.difference(ofDate: date, from: received)
        else { return self }
        let isOdd = abs(difference.seconds) > 86_400
        return isOdd
            ? remarking(RawText(difference.words + " than received"))
            : noting(difference.words)
    }
}

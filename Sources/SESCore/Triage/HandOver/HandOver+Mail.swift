extension HandOver {
    /// A bounce to the envelope sender, which SES sends within 24 hours after it got the mail.
    /// See <https://docs.aws.amazon.com/ses/latest/APIReference/API_SendBounce.html>.
    public static func bounce(_ event: MailEvent, now: Timestamp) -> HandOver {
        let title = "Answer with a bounce"
        let received = event.mail?.timestamp.map { Timestamp(iso: $0.bytes) } ?? .missing
        guard let id = event.mail?.messageID, isPlainID(id) else {
            return HandOver(title, without: "the mail has no id of SES")
        }
        let source = event.mail?.source ?? ""
        guard !source.isEmpty, source != "<>" else {
            return HandOver(title, without: "the null sender gets no bounces")
        }
        guard let recipient = event.receipt?.recipients.first,
            let domain = MailboxText(recipient).domain
        else { return HandOver(title, without: "the log does not tell who got the mail") }
        guard !received.isMissing else { return HandOver(title, without: "the mail has no time") }
        guard !now.isMissing else { return HandOver(title, without: "the time is not known") }
        let left = received.milliseconds + bounceWindow - now.milliseconds
        guard left > 0 else {
            let late = Elapsed.words(seconds: Int(-left / 1000))
            return HandOver(title, without: "the 24 hours for it ended \(late) ago")
        }
        return HandOver(
            title,
            [
                "aws", "ses", "send-bounce", "--original-message-id=" + id,
                "--bounce-sender=mailer-daemon@" + domain,
                "--bounced-recipient-info-list=" + bounced(event.receipt?.recipients ?? []),
            ],
            remark:
                "\(Elapsed.words(seconds: Int(min(left, bounceWindow) / 1000))) left of 24 hours")
    }

    /// The mail itself, from the object that the S3 action wrote.
    public static func fetch(_ event: MailEvent) -> HandOver {
        let title = "Fetch the mail"
        guard let action = event.receipt?.action, let bucket = action["bucketName"],
            let key = action["objectKey"], isPlainID(bucket), !key.isEmpty
        else { return HandOver(title, without: "no S3 action stored the mail") }
        return HandOver(
            title, ["aws", "s3", "cp", "s3://" + bucket + "/" + key, "-"],
            remark: "the key has its prefix already; the mail comes as it was sent")
    }

    /// An entry for the sender in an address list of Mail Manager.
    /// See <https://docs.aws.amazon.com/ses/latest/dg/eb-addlist.html>.
    public static func addressList(_ event: MailEvent, list: RawText?) -> HandOver {
        let title = "Put the sender on an address list"
        let author = event.mail?.from.first.map { MailboxText($0).address } ?? event.mail?.source
        guard let address = author, MailboxText(address).domain != nil else {
            return HandOver(title, without: "the mail names no sender")
        }
        guard !namesFile(address) else {
            return HandOver(title, without: "the AWS CLI would take the address for a file to read")
        }
        guard !address.bytes.contains(UInt8(ascii: "*")) else {
            return HandOver(title, without: "the address holds *, which stands for any text there")
        }
        return HandOver(
            title,
            [
                "aws", "mailmanager", "register-member-to-address-list",
                "--address-list-id=" + (list ?? "LIST"), "--address=" + address,
            ],
            remark: list == nil
                ? "put the id of the list in place of LIST"
                : "Mail Manager only; rules use the list")
    }

    private static let bounceWindow: Int64 = 24 * 3600 * 1000

    /// The recipients as JSON: the short form of the AWS CLI would take a comma in an address for its own.
    private static func bounced(_ recipients: [RawText]) -> RawText {
        var writer = JSONWriter()
        writer.array { writer in
            for recipient in recipients {
                writer.object { writer in
                    writer.key("Recipient")
                    writer.text(recipient, field: "Recipient")
                    writer.key("BounceType")
                    writer.word("ContentRejected")
                }
            }
        }
        return RawText(writer.bytes)
    }

    private static func namesFile(_ text: RawText) -> Bool {
        let schemes: [RawText] = ["file://", "fileb://", "http://", "https://"]
        return schemes.contains { text.lowered.bytes.starts(with: $0.bytes) }
    }

    /// True for letters, digits, `.`, `_` and `-`: the AWS CLI reads a file where a value begins with
    /// `file://`, and an id never needs more.
    private static func isPlainID(_ text: RawText) -> Bool {
        !text.isEmpty
            && text.bytes.allSatisfy {
                $0.isAlphanumeric || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
                    || $0 == UInt8(ascii: "-")
            }
    }
}

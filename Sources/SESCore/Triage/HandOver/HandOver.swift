/// A command that takes a decision to AWS, to be shown and copied. The program never runs it.
public struct HandOver: Hashable, Sendable {
    /// What the command does.
    public let title: String
    /// One line for a POSIX shell with the AWS CLI; nil where none can be made of this mail.
    public let command: RawText?
    /// What a person has to know, such as limits, or why there is no command.
    public let remark: String

    /// The command of the given words, each quoted; none where a word does more than to be seen, since
    /// a person could not see what is copied.
    init(_ title: String, _ words: [RawText], remark: String) {
        self.title = title
        let quoted = words.compactMap { $0.isHarmless ? ShellWord.quoted($0) : nil }
        let isWhole = quoted.count == words.count
        command = isWhole ? RawText(quoted.map(\.bytes).joined(separator: [0x20])) : nil
        self.remark = isWhole ? remark : "not offered: a value holds characters that are not seen"
    }

    /// Tells why there is no command.
    init(_ title: String, without reason: String) {
        self.title = title
        command = nil
        remark = "not offered: \(reason)"
    }
}

extension HandOver {
    /// All that can be offered for a mail, in the order of a menu.
    ///
    /// - Parameters:
    ///   - event: The mail.
    ///   - client: The address that SES received it from, as the trusted headers tell it.
    ///   - now: The moment now.
    ///   - list: The id of an address list of Mail Manager; nil leaves a place to fill in.
    /// - Returns: One for each kind of command, those without one too.
    public static func all(
        for event: MailEvent, client: RawText?, now: Timestamp, addressList list: RawText? = nil
    ) -> [HandOver] {
        [
            receiptFilter(.block, client: client), receiptFilter(.allow, client: client),
            bounce(event, now: now), fetch(event), addressList(event, list: list),
        ]
    }
}

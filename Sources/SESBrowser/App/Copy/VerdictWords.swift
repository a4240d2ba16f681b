import SESCore

/// What was judged of a mail in one line, for tickets and chats.
///
/// Blanks stand between the words alone, and the subject stands last: no text of a sender can pass for
/// another word.
enum VerdictWords {
    /// `ID TIME spam=FAIL … policy=reject from=ADDRESS subject=TEXT`; `-` for what is missing.
    static func line(_ loaded: LoadedEvent) -> RawText {
        let event = loaded.event
        var words = [oneWord(event.mail?.messageID), oneWord(event.mail?.timestamp)]
        for check in Check.allCases {
            let status = event.receipt?.verdicts[check].spelled
            words.append(RawText(check.word + "=") + oneWord(status))
        }
        if let policy = event.receipt?.dmarcPolicySpelled {
            words.append("policy=" + oneWord(policy))
        }
        words.append("from=" + oneWord(loaded.author))
        words.append("subject=" + (event.mail?.subject ?? "-"))
        return .joined(words, by: " ")
    }

    private static func oneWord(_ text: RawText?) -> RawText {
        guard let text, !text.isEmpty else { return "-" }
        return RawText(text.bytes.map { $0 == 0x20 ? UInt8(ascii: "_") : $0 })
    }
}

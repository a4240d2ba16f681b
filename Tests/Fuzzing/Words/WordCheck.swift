import FuzzSupport
@testable import SESCore

/// What decoding the words of a header value promises of any bytes.
enum WordCheck {
    /// Decodes bytes in each place where words may stand.
    static func check(_ input: [UInt8]) {
        let value = RawText(input)
        promise(
            EncodedWords.decode(value, in: .nowhere).text == value,
            "a word was decoded where none may stand")
        for place in [EncodedWords.Place.text, .mailboxes] {
            let decoded = EncodedWords.decode(value, in: place)
            promise(decoded.text.count <= 4 * input.count, "words grow fourfold at most")
            let hasWord = value.range(of: "=?") != nil
            promise(
                hasWord || decoded.text == value && !decoded.hasBadEncoding,
                "\(SoundJSON.text(input)) holds no word and became \(decoded)")
            GateCheck.check(Array(decoded.text.bytes.prefix(256)))
        }
        checkAddress(value)
    }

    /// What words spell may be a name, and never an address.
    private static func checkAddress(_ value: RawText) {
        let decoded = EncodedWords.decode(value, in: .mailboxes).text
        let plain = Set(MailboxText.texts(value).map { MailboxText($0).address })
        for mailbox in MailboxText.texts(decoded) {
            let parts = MailboxText(mailbox)
            guard parts.displayName != nil, parts.address.bytes.contains(UInt8(ascii: "@")) else {
                continue
            }
            promise(
                plain.contains(parts.address) || holds(value.bytes, parts.address.bytes),
                "\(parts.address) is the address of \(SoundJSON.text(decoded.bytes)) and is not in "
                    + SoundJSON.text(value.bytes))
        }
    }

    private static func holds(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        guard part.count <= bytes.count else { return false }
        return (0...bytes.count - part.count).contains { bytes[$0...].starts(with: part) }
    }
}

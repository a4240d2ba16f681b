import FuzzSupport
@testable import SESCore

/// What reading a raw mail promises of any bytes.
enum MailCheck {
    /// Reads bytes as a mail, known to be one or not.
    static func check(_ input: [UInt8]) {
        _ = RawMail.begins(input.span.extracting(first: InputFormat.headLength))
        let record = RawMail.record(input.span)
        SoundJSON.check(record, of: input)
        let event = EventDecoder.event(record.span)
        promise(!event.marks.contains(.malformed), "the record of a mail is sound JSON")
        promise(event.extras.isEmpty, "nothing in a header adds a member to the record")
        promise(
            (event.mail?.headers ?? []) == HeaderBlock(input.span).fields,
            "a header of \(SoundJSON.text(input)) is not in \(SoundJSON.text(record))")
        let items = ReadingCheck.items(of: input, by: MailReader())
        for item in items {
            guard case .document(let range, let form, _) = item else { continue }
            DocumentCheck.check(input, range, form)
        }
    }
}

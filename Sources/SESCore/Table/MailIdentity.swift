/// What makes two events tell of the same mail.
///
/// The SES id alone does not: the sample ids of the AWS pages stand in many unrelated logs. So the
/// envelope sender and the second of arrival count too. An event without an id is the same only as
/// one of the same bytes.
enum MailIdentity: Hashable, Sendable {
    /// The SES id, the envelope sender (empty for the null sender in all its spellings) and the
    /// arrival in seconds since 1970.
    case mail(id: RawText, source: RawText, second: Int64)
    /// Two hashes of the bytes of the record, keyed anew in each run: 128 bits in place of a record
    /// that may be large.
    case record(UInt64, UInt64)
}

extension MailIdentity {
    /// The identity of an event whose record has the given bytes.
    init(_ event: MailEvent, record: [UInt8]) {
        guard let mail = event.mail, let id = mail.messageID, !id.isEmpty else {
            self = .record(Self.hash(record, salt: 0), Self.hash(record, salt: 1))
            return
        }
        let time = mail.timestamp.map { Timestamp(iso: $0.bytes) } ?? .missing
        self = .mail(
            id: id, source: mail.source == "<>" ? "" : mail.source ?? "",
            second: time.isMissing ? time.milliseconds : time.milliseconds / 1000)
    }

    private static func hash(_ bytes: [UInt8], salt: UInt8) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(salt)
        hasher.combine(bytes)
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }
}

/// What a decision is filed under: the mail, whatever log, shape or place it is read from.
///
/// The id that SES gave, the envelope sender and the second of arrival, as bytes with their
/// lengths; where SES gave no id, the SHA-256 of the record as well. The same as `MailIdentity`,
/// in a form that can be kept.
public struct TriageKey: Hashable, Sendable {
    /// The bytes as they are kept.
    public let bytes: [UInt8]
}

extension TriageKey {
    /// The key of an event whose record has the given bytes.
    public init(_ event: MailEvent, record: [UInt8]) {
        let mail = event.mail
        let time = mail?.timestamp.map { Timestamp(iso: $0.bytes) } ?? .missing
        let second = time.isMissing ? Int64.min : time.milliseconds / 1000
        let id = mail?.messageID?.bytes ?? []
        let source = mail?.source == "<>" ? [] : mail?.source?.bytes ?? []
        let digest = id.isEmpty ? SHA256.hash(record) : []
        bytes =
            [Self.form] + Self.counted(id) + Self.counted(source)
            + Self.bigEndian(UInt64(bitPattern: second)) + digest
    }

    /// The key of a mail that was read.
    public init(_ loaded: LoadedEvent) {
        self.init(loaded.event, record: loaded.record.bytes)
    }

    /// A key as it was kept; nil where the bytes are no key of this version.
    init?(kept bytes: [UInt8]) {
        guard Parts(bytes.span) != nil else { return nil }
        self.bytes = bytes
    }

    /// The id that SES gave the mail; empty where there is none.
    public var messageID: RawText {
        let span = bytes.span
        guard let parts = Parts(span) else { return "" }
        return RawText([UInt8](span.extracting(parts.id)))
    }

    /// What the table keeps of the mail that this is the key of; nil where the bytes are no key.
    static func tableHash(of bytes: Span<UInt8>) -> (hash: UInt64, hasID: Bool)? {
        guard let parts = Parts(bytes) else { return nil }
        let hash = MailKey.hash(
            id: bytes.extracting(parts.id), source: bytes.extracting(parts.source),
            second: parts.second == .min ? nil : parts.second)
        return (hash, !parts.id.isEmpty)
    }

    private static let form: UInt8 = 1

    private static func counted(_ bytes: [UInt8]) -> [UInt8] {
        Array(bigEndian(UInt64(bytes.count)).suffix(4)) + bytes
    }

    private static func bigEndian(_ number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(56 - $0 * 8)) }
    }

    /// Where the parts of a key lie in its bytes.
    private struct Parts {
        let id: Range<Int>
        let source: Range<Int>
        let second: Int64

        init?(_ bytes: Span<UInt8>) {
            guard bytes.count > 0, bytes[0] == TriageKey.form,
                let id = Self.counted(bytes, at: 1),
                let source = Self.counted(bytes, at: id.upperBound)
            else { return nil }
            let rest = bytes.count - source.upperBound
            guard rest == (id.isEmpty ? 8 + 32 : 8) else { return nil }
            self.id = id
            self.source = source
            var number: UInt64 = 0
            for index in source.upperBound..<source.upperBound + 8 {
                number = number << 8 | UInt64(bytes[index])
            }
            second = Int64(bitPattern: number)
        }

        private static func counted(_ bytes: Span<UInt8>, at place: Int) -> Range<Int>? {
            guard place + 4 <= bytes.count else { return nil }
            var count = 0
            for index in place..<place + 4 { count = count << 8 | Int(bytes[index]) }
            guard count <= bytes.count - place - 4 else { return nil }
            return place + 4..<place + 4 + count
        }
    }
}

/// The SHA-256 of what a person judged a mail by: its authors and its subject.
///
/// It is kept beside each decision, so that one id with two contents is noticed. The rest of the
/// record is not in it, since the deliveries of one mail differ there.
public struct ContentHash: Hashable, Sendable {
    /// The 32 bytes.
    public let bytes: [UInt8]

    /// The hash of an event.
    public init(_ event: MailEvent) {
        var hash = SHA256()
        for text in (event.mail?.from ?? []) + [event.mail?.subject ?? ""] {
            hash.add((0..<8).map { UInt8(truncatingIfNeeded: text.count >> (56 - $0 * 8)) })
            hash.add(text.bytes)
        }
        bytes = hash.finish()
    }

    /// A hash as it was kept; nil where the bytes are none.
    init?(kept bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }
}

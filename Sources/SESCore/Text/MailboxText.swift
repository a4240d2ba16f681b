/// One mailbox of RFC 5322 section 3.4, such as `"Doe, Jane" <jane@x.example>`, taken apart.
///
/// Only bytes are looked at; RFC 2047 words stay as they are. A text that is no mailbox is an
/// address as a whole, so that nothing of it is hidden.
public struct MailboxText: Hashable, Sendable {
    /// The address, comments and display name left away; the whole text where it is no mailbox.
    public let address: RawText
    /// The display name with its quotation marks taken off, or else the comments; nil without any.
    public let displayName: RawText?

    /// Takes a mailbox apart.
    public init(_ text: RawText) {
        var scan = MailboxScan()
        guard let parts = scan.read(text.bytes) else {
            address = text
            displayName = nil
            return
        }
        address = RawText(parts.address)
        displayName = parts.name.isEmpty ? nil : RawText(parts.name)
    }
}

extension MailboxText {
    /// What follows the last `@` of the address, without a closing dot; nil where nothing does.
    public var domain: RawText? {
        guard let at = address.bytes.lastIndex(of: UInt8(ascii: "@")) else { return nil }
        var domain = address.bytes[(at + 1)...]
        if domain.last == UInt8(ascii: ".") { domain.removeLast() }
        return domain.isEmpty ? nil : RawText(domain)
    }

    /// True where the display name holds an `@` and is not the address itself: a name that passes
    /// for another sender.
    public var nameShowsAnotherAddress: Bool {
        guard let displayName, displayName.bytes.contains(UInt8(ascii: "@")) else { return false }
        return SearchFold.fold(displayName.bytes) != SearchFold.fold(address.bytes)
    }
}

enum MailboxAddress {
    static func of(_ text: RawText) -> RawText {
        guard let close = text.bytes.lastIndex(of: UInt8(ascii: ">")),
            let open = text.bytes[..<close].lastIndex(of: UInt8(ascii: "<"))
        else { return text }
        return RawText(text.bytes[(open + 1)..<close])
    }
}

extension HandOver {
    /// What SES does with the connections of a client.
    public enum FilterPolicy: Hashable, Sendable {
        case block
        case allow

        fileprivate var words: (title: String, name: String, policy: String) {
            switch self {
            case .block: ("Block", "block", "Block")
            case .allow: ("Allow", "allow", "Allow")
            }
        }
    }

    /// A receipt IP filter for one IPv4 address.
    /// See <https://docs.aws.amazon.com/ses/latest/APIReference/API_CreateReceiptFilter.html>.
    public static func receiptFilter(_ policy: FilterPolicy, client: RawText?) -> HandOver {
        let words = policy.words
        let title = "\(words.title) the client's address"
        guard let client else {
            return HandOver(title, without: "the log does not tell the address")
        }
        guard let address = IPv4Address(client) else {
            return HandOver(title, without: "receipt filters take IPv4 addresses only")
        }
        guard !address.isPrivate else {
            return HandOver(title, without: "the address is of a private network or this machine")
        }
        let name = "\(words.name)-\(address.parts.map(String.init).joined(separator: "-"))"
        let text = address.parts.map(String.init).joined(separator: ".")
        let filter = "Name=\(name),IpFilter={Policy=\(words.policy),Cidr=\(text)/32}"
        return HandOver(
            title, ["aws", "ses", "create-receipt-filter", "--filter", RawText(filter)],
            remark: "an account has at most 100 filters in a region; all mail of this client counts"
        )
    }
}

/// An IPv4 address that was spelled in the usual way, four decimal numbers without leading zeros.
private struct IPv4Address {
    let parts: [UInt8]

    init?(_ text: RawText) {
        let fields = text.bytes.split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let parts = fields.compactMap { field -> UInt8? in
            guard (1...3).contains(field.count), field.allSatisfy({ $0 &- 0x30 < 10 }),
                field.count == 1 || field.first != 0x30
            else { return nil }
            return UInt8(exactly: field.reduce(0) { $0 * 10 + Int($1 - 0x30) })
        }
        guard fields.count == 4, parts.count == 4 else { return nil }
        self.parts = parts
    }

    var isPrivate: Bool {
        switch (parts[0], parts[1]) {
        case (0, _), (10, _), (127, _), (192, 168), (172, 16...31), (169, 254), (224..., _): true
        default: false
        }
    }
}

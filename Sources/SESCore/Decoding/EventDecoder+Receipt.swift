extension EventDecoder {
    /// The `receipt` object.
    mutating func readReceipt(_ walker: inout JSONWalker) {
        event.receipt = nil
        guard walker.kind == .object else {
            walker.skipValue()
            return
        }
        var receipt = Receipt()
        var seen = SeenKeys()
        walker.enter()
        while let key = walker.nextKey() {
            let bytes = walker.bytes
            if let check = Self.check(of: key, bytes) {
                note(seen.meetsAgain(Int(check.rawValue)))
                receipt.verdicts[check] = fields.verdict(&walker)
            } else if bytes.key(key, is: "dmarcPolicy") {
                note(seen.meetsAgain(8))
                (receipt.dmarcPolicy, receipt.dmarcPolicySpelled) = fields.policy(&walker)
            } else if extent == .index {
                walker.skipValue()
            } else if bytes.key(key, is: "timestamp") {
                receipt.timestamp = fields.text(&walker)
            } else if bytes.key(key, is: "processingTimeMillis") {
                receipt.processingTimeMillis = fields.text(&walker)
            } else if bytes.key(key, is: "recipients") {
                receipt.recipients = fields.texts(&walker)
            } else if bytes.key(key, is: "action"), walker.kind == .object {
                var action = ReceiptAction()
                walker.apart { action = readAction(&$0) }
                receipt.action = action
            } else {
                keepExtra(&walker, key, under: "receipt.")
            }
        }
        event.receipt = receipt
    }

    private static let verdictKeys: [(StaticString, Check)] = [
        ("spamVerdict", .spam), ("virusVerdict", .virus), ("spfVerdict", .spf),
        ("dkimVerdict", .dkim), ("dmarcVerdict", .dmarc),
    ]

    private static func check(of key: JSONKey, _ bytes: Span<UInt8>) -> Check? {
        for (word, check) in verdictKeys where bytes.key(key, is: word) { return check }
        return nil
    }

    private mutating func readAction(_ walker: inout JSONWalker) -> ReceiptAction {
        var action = ReceiptAction()
        walker.enter()
        while let key = walker.nextKey() {
            let isText = walker.kind == .string
            if walker.bytes.key(key, is: "type") {
                action.type = fields.text(&walker)
                continue
            }
            let name = JSONText.decode(walker.bytes, key.range).text
            guard let value = fields.text(&walker) else {
                action.members.append(.init(name: name, value: "null", isText: false))
                continue
            }
            action.members.append(.init(name: name, value: value, isText: isText))
        }
        return action
    }
}

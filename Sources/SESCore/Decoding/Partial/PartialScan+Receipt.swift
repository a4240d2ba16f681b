extension PartialScan {
    /// The `receipt` object.
    mutating func receipt() -> Bool {
        guard scan.take("{") else { return false }
        var receipt = Receipt()
        var seen = SeenKeys()
        var isFirst = true
        while !scan.closes() {
            guard let key = scan.key(isFirst: isFirst) else { return false }
            isFirst = false
            if scan.stands("recipients", key) {
                guard !seen.meetsAgain(8), let texts = texts() else { return false }
                receipt.recipients = texts
            } else if scan.stands("action", key) {
                guard !seen.meetsAgain(9), let action = action() else { return false }
                receipt.action = action
            } else if scan.stands("processingTimeMillis", key) {
                guard !seen.meetsAgain(10), let text = number() else { return false }
                receipt.processingTimeMillis = text
            } else if wish.ownHeaders, let check = check(key) {
                guard !seen.meetsAgain(Int(check.rawValue)), let verdict = verdict() else {
                    return false
                }
                receipt.verdicts[check] = verdict
            } else {
                guard scan.skipValue() else { return false }
            }
        }
        event.receipt = receipt
        return true
    }

    private func check(_ key: Range<Int>) -> Check? {
        guard key.count >= 10, scan.stands("Verdict", key.suffix(7)) else { return nil }
        return Self.checks.first { scan.stands($0.key, key) }?.check
    }

    private static let checks: [(key: StaticString, check: Check)] = [
        ("spamVerdict", .spam), ("virusVerdict", .virus), ("spfVerdict", .spf),
        ("dkimVerdict", .dkim), ("dmarcVerdict", .dmarc),
    ]

    /// An object with nothing but a `status`, which is a text.
    private mutating func verdict() -> Verdict? {
        guard scan.take("{"), let key = scan.key(isFirst: true), scan.stands("status", key),
            let range = scan.plainText(), scan.closes()
        else { return nil }
        return Self.known.first { scan.stands($0.word, range) }?.verdict
            ?? Verdict(token: RawText(scan.bytes.copy(range)))
    }

    private static let known: [(word: StaticString, verdict: Verdict)] = [
        ("PASS", Verdict(status: .pass, spelled: "PASS")),
        ("FAIL", Verdict(status: .fail, spelled: "FAIL")),
        ("GRAY", Verdict(status: .gray, spelled: "GRAY")),
    ]

    /// An object with a `type`, which is a text.
    private mutating func action() -> ReceiptAction? {
        guard scan.take("{") else { return nil }
        var action = ReceiptAction()
        var isFirst = true
        while !scan.closes() {
            guard let key = scan.key(isFirst: isFirst) else { return nil }
            isFirst = false
            if scan.stands("type", key) {
                guard action.type == nil, let text = text() else { return nil }
                action.type = text
            } else {
                guard scan.skipValue() else { return nil }
            }
        }
        return action
    }

    /// A number as it is written, or a text.
    private mutating func number() -> RawText? {
        let first = scan.next()
        if first == UInt8(ascii: "\"") { return text() }
        let start = scan.position
        guard first &- 0x30 < 10, scan.skipValue() else { return nil }
        return RawText(scan.bytes.copy(start..<scan.position))
    }
}

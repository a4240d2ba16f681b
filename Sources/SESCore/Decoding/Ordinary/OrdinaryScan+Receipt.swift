extension OrdinaryScan {
    /// The `receipt` object.
    mutating func receipt() -> Bool {
        guard take("{") else { return false }
        var seen: UInt8 = 0
        var isFirst = true
        while !closes() {
            guard let key = key(isFirst: isFirst) else { return false }
            isFirst = false
            if let check = check(key) {
                let bit = UInt8(1) << check.rawValue
                guard seen & bit == 0, let status = verdict() else { return false }
                seen |= bit
                record.facts[check] = status
            } else if key.count == 11, stands("dmarcPolicy", key) {
                guard seen & 0x80 == 0, let policy = policy() else { return false }
                seen |= 0x80
                record.facts.policy = policy
            } else {
                guard skipValue() else { return false }
            }
        }
        return true
    }

    private func check(_ key: Range<Int>) -> Check? {
        switch key.count {
        case 10: stands("spfVerdict", key) ? .spf : nil
        case 11: stands("spamVerdict", key) ? .spam : stands("dkimVerdict", key) ? .dkim : nil
        case 12: stands("virusVerdict", key) ? .virus : stands("dmarcVerdict", key) ? .dmarc : nil
        default: nil
        }
    }

    /// An object with nothing but a `status` that is known, spelled as AWS does.
    private mutating func verdict() -> VerdictStatus? {
        guard take("{"), let key = key(isFirst: true), stands("status", key),
            let text = plainText(), closes()
        else { return nil }
        switch text.count {
        case 4:
            return stands("PASS", text)
                ? .pass : stands("FAIL", text) ? .fail : stands("GRAY", text) ? .gray : nil
        case 8: return stands("DISABLED", text) ? .disabled : nil
        case 17: return stands("PROCESSING_FAILED", text) ? .processingFailed : nil
        default: return nil
        }
    }

    private mutating func policy() -> DMARCPolicy? {
        guard let text = plainText() else { return nil }
        if stands("none", text) { return DMARCPolicy.none }
        return stands("quarantine", text) ? .quarantine : stands("reject", text) ? .reject : nil
    }
}

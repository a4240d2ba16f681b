extension OrdinaryScan {
    /// The `receipt` object.
    mutating func receipt() -> Bool {
        guard take("{") else { return false }
        var seen: UInt8 = 0
        var isFirst = true
        if begins(#""timestamp":"#) {
            isFirst = false
            guard skipValue(), usualReceipt(&seen) else { return false }
        }
        while !closes() {
            guard let key = key(isFirst: isFirst) else { return false }
            isFirst = false
            if let check = bytes.check(key) {
                guard take(verdict(), check, &seen) else { return false }
            } else if key.count == 11, stands("dmarcPolicy", key) {
                guard policy(&seen) else { return false }
            } else {
                guard skipValue() else { return false }
            }
        }
        return true
    }

    /// The members behind the time, as far as they come in the order of SES.
    private mutating func usualReceipt(_ seen: inout UInt8) -> Bool {
        if goesOn(#","processingTimeMillis":"#), !skipValue() { return false }
        if goesOn(#","recipients":"#), !skipValue() { return false }
        guard member(.spam, #","spamVerdict":{"status":"#, #","spamVerdict":"#, &seen),
            member(.virus, #","virusVerdict":{"status":"#, #","virusVerdict":"#, &seen),
            member(.spf, #","spfVerdict":{"status":"#, #","spfVerdict":"#, &seen),
            member(.dkim, #","dkimVerdict":{"status":"#, #","dkimVerdict":"#, &seen),
            member(.dmarc, #","dmarcVerdict":{"status":"#, #","dmarcVerdict":"#, &seen)
        else { return false }
        if goesOn(#","dmarcPolicy":"#), !policy(&seen) { return false }
        return !goesOn(#","action":"#) || skipValue()
    }

    /// A verdict if it comes next, and false where it cannot be read; `opening` is what stands before its
    /// status where there are no spaces.
    @inline(__always)
    private mutating func member(
        _ check: Check, _ opening: StaticString, _ key: StaticString, _ seen: inout UInt8
    ) -> Bool {
        let start = position
        if follows(opening), let status = bytes.shortStatus(at: position) {
            position += 7
            return take(status, check, &seen)
        }
        position = start
        return !goesOn(key) || take(usualVerdict(), check, &seen)
    }

    /// A verdict, the likely ones read at once.
    private mutating func usualVerdict() -> VerdictStatus? {
        let start = position
        if follows(#"{"status":"#) {
            if position < bytes.count, bytes[position] == 0x20 { position += 1 }
            if let status = bytes.shortStatus(at: position) {
                position += 7
                return status
            }
        }
        position = start
        return verdict()
    }

    @inline(__always)
    private mutating func take(
        _ status: VerdictStatus?, _ check: Check, _ seen: inout UInt8
    ) -> Bool {
        let bit = UInt8(1) << check.rawValue
        guard seen & bit == 0, let status else { return false }
        seen |= bit
        record.facts[check] = status
        return true
    }

    private mutating func policy(_ seen: inout UInt8) -> Bool {
        guard seen & 0x80 == 0, let text = plainText(), let policy = bytes.policy(text) else {
            return false
        }
        seen |= 0x80
        record.facts.policy = policy
        return true
    }

    /// An object with nothing but a `status` that is known, spelled as AWS does.
    private mutating func verdict() -> VerdictStatus? {
        guard take("{"), let key = key(isFirst: true), stands("status", key),
            let text = plainText(), closes()
        else { return nil }
        return bytes.status(text)
    }
}

// These belong to the bytes alone, since the whole scan would be copied for them.
extension Span<UInt8> {
    fileprivate func check(_ key: Range<Int>) -> Check? {
        switch key.count {
        case 10: stands("spfVerdict", in: key) ? .spf : nil
        case 11:
            stands("spamVerdict", in: key)
                ? .spam : stands("dkimVerdict", in: key) ? .dkim : nil
        case 12:
            stands("virusVerdict", in: key)
                ? .virus : stands("dmarcVerdict", in: key) ? .dmarc : nil
        default: nil
        }
    }

    /// The status that a text spells as AWS does.
    fileprivate func status(_ text: Range<Int>) -> VerdictStatus? {
        switch text.count {
        case 4:
            stands("PASS", in: text)
                ? .pass
                : stands("FAIL", in: text) ? .fail : stands("GRAY", in: text) ? .gray : nil
        case 8: stands("DISABLED", in: text) ? .disabled : nil
        case 17: stands("PROCESSING_FAILED", in: text) ? .processingFailed : nil
        default: nil
        }
    }

    /// A status of four letters in quotes, with a closing brace behind it. Which of the three comes is not
    /// foreseen by the processor, so nothing branches on it.
    @inline(__always)
    fileprivate func shortStatus(at index: Int) -> VerdictStatus? {
        guard index + 8 <= count else { return nil }
        // `"PASS"}`, `"FAIL"}` and `"GRAY"}`, the first byte lowest.
        let word = word(at: index) & 0xFF_FFFF_FFFF_FFFF
        var status: VerdictStatus?
        if word == 0x7D_2253_5341_5022 { status = .pass }
        if word == 0x7D_224C_4941_4622 { status = .fail }
        if word == 0x7D_2259_4152_4722 { status = .gray }
        return status
    }

    fileprivate func policy(_ text: Range<Int>) -> DMARCPolicy? {
        if stands("none", in: text) { return DMARCPolicy.none }
        return stands("quarantine", in: text)
            ? .quarantine : stands("reject", in: text) ? .reject : nil
    }
}

extension PartialScan {
    /// The `mail` object.
    mutating func mail() -> Bool {
        guard scan.take("{") else { return false }
        var mail = Mail()
        var seen = SeenKeys()
        var isFirst = true
        while !scan.closes() {
            guard let key = scan.key(isFirst: isFirst) else { return false }
            isFirst = false
            if scan.stands("headers", key) {
                guard !seen.meetsAgain(0), headers(&mail) else { return false }
            } else if scan.stands("commonHeaders", key) {
                guard !seen.meetsAgain(1), commonHeaders(&mail) else { return false }
            } else if scan.stands("messageId", key) {
                guard !seen.meetsAgain(2), let text = text() else { return false }
                mail.messageID = text
            } else if scan.stands("source", key) {
                guard !seen.meetsAgain(3), let text = text() else { return false }
                mail.source = text
            } else {
                guard scan.skipValue() else { return false }
            }
        }
        event.mail = mail
        return true
    }

    private mutating func commonHeaders(_ mail: inout Mail) -> Bool {
        guard scan.next() == UInt8(ascii: "{") else { return false }
        guard wish.commonHeaders else { return scan.skipContainer() }
        scan.position += 1
        var common = CommonHeaders()
        var seen = SeenKeys()
        var isFirst = true
        while !scan.closes() {
            guard let key = scan.key(isFirst: isFirst) else { return false }
            isFirst = false
            if scan.stands("subject", key) {
                guard !seen.meetsAgain(0), let text = text() else { return false }
                common.subject = text
            } else if scan.stands("from", key) {
                guard !seen.meetsAgain(1), let texts = texts() else { return false }
                common.from = texts
            } else if scan.stands("to", key) {
                guard !seen.meetsAgain(2), let texts = texts() else { return false }
                common.to = texts
            } else if scan.stands("cc", key) {
                guard !seen.meetsAgain(3), let texts = texts() else { return false }
                common.cc = texts
            } else {
                guard scan.skipValue() else { return false }
            }
        }
        mail.commonHeaders = common
        return true
    }
}

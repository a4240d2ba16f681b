extension EventDecoder {
    /// The `mail` object.
    mutating func readMail(_ walker: inout JSONWalker) {
        event.mail = nil
        guard walker.kind == .object else {
            walker.skipValue()
            return
        }
        var mail = Mail()
        headers = nil
        var seen = SeenKeys()
        walker.enter()
        while let key = walker.nextKey() {
            let bytes = walker.bytes
            if bytes.key(key, is: "headers") {
                note(seen.meetsAgain(0))
                readHeaders(&walker, into: &mail)
            } else if bytes.key(key, is: "commonHeaders"), walker.kind == .object {
                note(seen.meetsAgain(1))
                var common = CommonHeaders()
                walker.apart { common = readCommonHeaders(&$0) }
                mail.commonHeaders = common
            } else if bytes.key(key, is: "messageId") {
                note(seen.meetsAgain(2))
                mail.messageID = fields.text(&walker)
            } else if bytes.key(key, is: "timestamp") {
                note(seen.meetsAgain(3))
                mail.timestamp = fields.text(&walker)
            } else if bytes.key(key, is: "source") {
                note(seen.meetsAgain(4))
                mail.source = fields.text(&walker)
            } else if bytes.key(key, is: "destination"), extent == .whole {
                mail.destination = fields.texts(&walker)
            } else if bytes.key(key, is: "headersTruncated") {
                mail.headersTruncated = fields.bool(&walker)
            } else {
                keepExtra(&walker, key, under: "mail.")
            }
        }
        event.mail = mail
    }

    private mutating func readHeaders(_ walker: inout JSONWalker, into mail: inout Mail) {
        guard extent == .whole else {
            let isArray = walker.kind == .array
            let range = walker.skipValue()
            headers = isArray ? range : nil
            return
        }
        walker.apart { mail.headers = readHeaders(&$0) }
    }

    /// The `headers` array; nil where something else stands there.
    mutating func readHeaders(_ walker: inout JSONWalker) -> [HeaderField]? {
        guard walker.kind == .array else {
            walker.skipValue()
            return nil
        }
        var headers: [HeaderField] = []
        walker.enter()
        while walker.nextElement() {
            guard walker.kind == .object else {
                if let value = fields.text(&walker) {
                    headers.append(HeaderField(name: "", value: value))
                }
                continue
            }
            var header = HeaderField(name: "", value: "")
            walker.enter()
            while let key = walker.nextKey() {
                if walker.bytes.key(key, is: "name") {
                    header.name = fields.text(&walker) ?? ""
                } else if walker.bytes.key(key, is: "value") {
                    header.value = fields.text(&walker) ?? ""
                } else {
                    walker.skipValue()
                }
            }
            headers.append(header)
        }
        return headers
    }

    private mutating func readCommonHeaders(_ walker: inout JSONWalker) -> CommonHeaders {
        var common = CommonHeaders()
        var seen = SeenKeys()
        walker.enter()
        while let key = walker.nextKey() {
            let bytes = walker.bytes
            if bytes.key(key, is: "from") {
                note(seen.meetsAgain(0))
                common.from = fields.texts(&walker)
            } else if bytes.key(key, is: "subject") {
                note(seen.meetsAgain(1))
                common.subject = fields.text(&walker)
            } else if extent == .index {
                walker.skipValue()
            } else if bytes.key(key, is: "to") {
                common.to = fields.texts(&walker)
            } else if bytes.key(key, is: "cc") {
                common.cc = fields.texts(&walker)
            } else if bytes.key(key, is: "bcc") {
                common.bcc = fields.texts(&walker)
            } else if bytes.key(key, is: "sender") {
                common.sender = fields.texts(&walker)
            } else if bytes.key(key, is: "replyTo") || bytes.key(key, is: "reply-to") {
                common.replyTo = fields.texts(&walker)
            } else if bytes.key(key, is: "returnPath") {
                common.returnPath = fields.text(&walker)
            } else if bytes.key(key, is: "date") {
                common.date = fields.text(&walker)
            } else if bytes.key(key, is: "messageId") {
                common.messageID = fields.text(&walker)
            } else {
                keepExtra(&walker, key, under: "mail.commonHeaders.")
            }
        }
        return common
    }
}

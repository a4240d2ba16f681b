/// Notes whether `console.log` left out what makes an event useful, and what to write instead.
struct InspectHint {
    /// Where the key of the member stands whose value comes next; nil for one in quotes.
    var key: Range<Int>?
    private var lacksMail = false
    private var lacksReceipt = false
    private var lacksRecord = false
    private var lacksVerdict = false

    /// Notes that the value of a member is a placeholder.
    mutating func leftOut(_ bytes: Span<UInt8>, _ key: Range<Int>) {
        if bytes.stands("mail", in: key) { lacksMail = true }
        if bytes.stands("receipt", in: key) { lacksReceipt = true }
        if bytes.stands("ses", in: key) || bytes.stands("Sns", in: key) { lacksRecord = true }
        let isVerdict = Check.allCases.contains {
            Array("\($0.word)Verdict".utf8) == bytes.copy(key)
        }
        if isVerdict { lacksVerdict = true }
    }

    /// Which line of the handler to change; nil where all that counts is there.
    var advice: String? {
        if lacksRecord || lacksMail && lacksReceipt {
            return "console.log(event) left the mail out; log JSON.stringify(event) instead"
        }
        return lacksVerdict || lacksReceipt
            ? "console.log left the verdicts out; log JSON.stringify(event) instead" : nil
    }
}

/// The language on one page, and questions that it answers.
public enum QueryGuide {
    /// A question and the query that answers it.
    public struct Question: Hashable, Sendable {
        /// What somebody wants to know.
        public let question: String
        /// The query.
        public let query: String
    }

    /// What people ask their log.
    public static let questions: [Question] = [
        Question(question: "spam of domains that pass DMARC", query: "spam:fail dmarc:pass"),
        Question(question: "what AWS's sample drops, 24 h", query: "@any-fail newer:24h"),
        Question(question: "unclear mails to info@", query: "recipient:info@ spam:gray"),
        Question(question: "SPF broken by mere forwarding", query: "spf:fail dmarc:pass"),
        Question(question: "failed checks, new statuses", query: "any:error,other"),
        Question(question: "slow at SES", query: "took:>1500ms"),
        Question(question: "headers belie the receipt", query: "is:mismatch"),
        Question(question: "hostile text not judged spam", query: "is:hostile -spam:fail"),
        Question(
            question: "one client on some days",
            query: "ip:203.0.113.40 date:2026-11-16..2026-11-20"),
        Question(
            question: "a phrase at a time of day",
            query: "subject:\"overdue invoice\" time:09:00..10:30"),
        Question(question: "suspects nobody decided on", query: "is:untriaged spam:fail,gray"),
    ]

    /// The language on a page, at most 80 columns wide; lines without a space in front are headings.
    public static let description: [String] =
        language + [""] + fields + ["", "Saved filters"]
        + Presets.all.map { "  " + padded("@" + $0.name, to: 15) + $0.meaning }

    private static let language = [
        "The query language",
        "  a b   a and b      both hold               a | b   a or b   at least one holds",
        "  -a   !a   not a    it does not hold        ( )              a group",
        "  word               From or subject has it  \"a phrase\"       \\\" \\\\ \\x1b inside",
        "  /regex/            PCRE; \\/ for a slash    field:a,b        at least one",
        "  field:@example.com addresses of the domain and of those below it",
        "  | binds weakest. Letter case never matters. All dates and times are UTC.",
    ]

    private static let fields = [
        "Fields",
        "  spam virus spf     fail gray error off missing other pass, PROCESSING_FAILED",
        "   dkim dmarc any    DISABLED; bad is all but pass; any: at least one check",
        "  policy             none quarantine reject missing other",
        "  from to cc         an address or a name",
        "  source recipient   the envelope: its sender, its recipients",
        "  domain             the author's domain and those below it",
        "  subject text       text is From or subject, as a bare word",
        "  id ip action file  id of SES, client, receipt action, log file",
        "  header.NAME        any such header, as header.reply-to:@example.com",
        "  is                 malformed mismatch truncated salvaged derived lossy",
        "                     duplicate hostile; decided by a person: untriaged triaged",
        "                     spam ham maybe, tagged noted, disagrees with the spam check",
        "  newer older        90m 2h 3d 1w",
        "  date               2026-11-20  2026-11-20..2026-11-22  2026-11-20..",
        "  time               09:00..10:30  22:00..06:00  17:30..  ..08:00",
        "  took               >5s  <200ms  1s..5s",
    ]

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.utf8.count))
    }
}

/// A field of the query language: a word with a colon and what may stand behind it.
public struct QueryField: Hashable, Sendable {
    /// The word that a query is printed with, without the colon.
    public let word: String
    /// What the field asks for.
    public let kind: Kind
    /// One line for a person.
    public let meaning: String
    /// Other words that are understood.
    public let aliases: [String]

    /// What a field asks for, and so what may stand behind its colon.
    public enum Kind: Hashable, Sendable {
        /// Statuses of a check.
        case verdict(Check)
        /// Statuses that any check may have.
        case anyVerdict
        /// DMARC policies.
        case policy
        /// Words, phrases, regular expressions and domains.
        case text(TextField)
        /// Words of ``MailProperty``.
        case property
        /// An amount of time before now.
        case newer, older
        /// A day or a range of days.
        case date
        /// A range of times of the day.
        case timeOfDay
        /// A comparison with an amount of time.
        case took
    }

    private init(_ word: String, _ kind: Kind, _ meaning: String, aliases: [String] = []) {
        self.word = word
        self.kind = kind
        self.meaning = meaning
        self.aliases = aliases
    }
}

extension QueryField {
    /// The fields by name, in the order in which they are offered; `header.NAME` is not among them.
    public static let all: [QueryField] =
        Check.allCases.map {
            QueryField($0.word, .verdict($0), "status of the \($0.name) check")
        } + [
            QueryField("any", .anyVerdict, "status of at least one check"),
            QueryField("policy", .policy, "DMARC policy of the sender's domain"),
            QueryField("from", .text(.from), "address or name of the author"),
            QueryField("to", .text(.to), "any mailbox of To"),
            QueryField("cc", .text(.cc), "any mailbox of Cc"),
            QueryField("subject", .text(.subject), "the subject"),
            QueryField("source", .text(.source), "envelope sender", aliases: ["sender"]),
            QueryField("recipient", .text(.recipient), "envelope recipient", aliases: ["rcpt"]),
            QueryField("domain", .text(.domain), "the author's domain and those below it"),
            QueryField("id", .text(.id), "id that SES gave the mail"),
            QueryField("ip", .text(.ip), "address of the client"),
            QueryField("action", .text(.action), "type of the receipt action"),
            QueryField("file", .text(.file), "name of the log file"),
            QueryField("text", .text(.any), "From or subject, as a bare word"),
            QueryField("is", .property, "a property of the mail"),
            QueryField("newer", .newer, "received at most so long ago", aliases: ["newer_than"]),
            QueryField("older", .older, "received longer ago", aliases: ["older_than"]),
            QueryField("date", .date, "day received, UTC"),
            QueryField("time", .timeOfDay, "time of day received, UTC"),
            QueryField("took", .took, "how long SES took"),
        ]

    /// What stands before the name of a header in `header.NAME:`.
    static let headerPrefix = "header."

    /// The field of a header, whose name is printed in small letters.
    static func header(_ name: RawText) -> QueryField {
        QueryField(
            headerPrefix + String(decoding: name.bytes, as: UTF8.self), .text(.header(name)),
            "value of any such header")
    }

    /// The field of a word, letter case aside; nil where there is none.
    init?(word: ArraySlice<UInt8>) {
        let small = word.map(\.asciiLower)
        let prefix = Self.headerPrefix.utf8
        let named = Self.all.first { field in
            small.elementsEqual(field.word.utf8)
                || field.aliases.contains { small.elementsEqual($0.utf8) }
        }
        if let named {
            self = named
        } else if small.starts(with: prefix), small.count > prefix.count,
            small.allSatisfy(Self.isInHeaderName)
        {
            self = .header(RawText(small.dropFirst(prefix.count)))
        } else {
            return nil
        }
    }

    /// True for what may stand in the name of a header (RFC 5322, section 2.2) and has no other
    /// meaning in a query.
    private static func isInHeaderName(_ byte: UInt8) -> Bool {
        0x21...0x7E ~= byte && !QueryCursor.endsWord(byte) && byte != UInt8(ascii: ":")
            && byte != UInt8(ascii: ",")
    }
}

extension TextField {
    /// True where a pattern `@example.com` stands for the domain of an address; in other fields it is
    /// a word that begins with `@`, and in ``domain`` the `@` may be left out.
    var holdsAddresses: Bool {
        switch self {
        case .any, .from, .source, .recipient, .to, .cc, .header: true
        case .domain, .subject, .ip, .action, .file, .id: false
        }
    }
}

import SESCore

/// The questions that are timed, and their names.
enum TimedQuery {
    static let rareWord = Query.term(.text(.any, [.words("claim now")]))

    static let all: [(name: String, query: Query)] = [
        ("a verdict's chip", verdict(.spam, .fail)),
        ("two verdicts", .and([verdict(.spam, .fail), verdict(.dmarc, .pass)])),
        ("policy", .term(.policy([.reject]))),
        ("the last day", .term(.time(.newer(QueryDuration(24, .hours))))),
        ("a time of day", .term(.timeOfDay(TimeOfDayRange(first: 540, last: 630)))),
        ("a rare word", rareWord),
        ("a word that is nowhere", words(.any, "xylophone concerto")),
        ("the letter a", words(.any, "a")),
        ("a word of every address", words(.any, "example")),
        ("subject:a", words(.subject, "a")),
        ("from:a", words(.from, "a")),
        ("subject:the", words(.subject, "the")),
        ("a word outside of ASCII", words(.any, "Nguyễn")),
        ("domain:corp.example.com", words(.domain, "corp.example.com")),
        ("/inv.*due/", regex(.any, "inv.*due")),
        ("subject:/^re:/", regex(.subject, "^re:")),
        ("/^(a+)+$/", regex(.any, "^(a+)+$")),
        ("is:hostile", .term(.property([.hostile]))),
        ("five indexed terms", five),
        ("any of five terms", .or(five.conjuncts)),
    ]

    private static let five = Query.and([
        verdict(.spf, .pass),
        .term(.policy([.absent, .none, .quarantine, .reject])),
        .term(.time(.newer(QueryDuration(9999, .days)))),
        words(.from, "example"),
        words(.subject, "a"),
    ])

    private static func verdict(_ check: Check, _ status: VerdictStatus) -> Query {
        .term(.verdict(check, StatusSet(status)))
    }

    private static func words(_ field: TextField, _ text: String) -> Query {
        .term(.text(field, [.words(RawText(text))]))
    }

    private static func regex(_ field: TextField, _ pattern: String) -> Query {
        .term(.text(field, [.regex(RawText(pattern))]))
    }
}

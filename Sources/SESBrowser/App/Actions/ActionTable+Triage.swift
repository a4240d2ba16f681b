extension ActionTable {
    static let triage: [ActionEntry] = [
        ActionEntry(
            .decideSpam, "spam", .triage, keys: ["S", "!"], "spam, then the next mail",
            hint: "spam"),
        ActionEntry(
            .decideHam, "ham", .triage, keys: ["H"], "ham (not spam), then the next mail",
            hint: "ham"),
        ActionEntry(
            .decideMaybe, "maybe", .triage, keys: ["M"], "to be looked at again, then the next",
            hint: "maybe"),
        ActionEntry(
            .clearDecision, "clear-decision", .triage, keys: ["C"],
            "no decision any more, then the next",
            hint: "clear"),
        ActionEntry(.repeatDecision, "repeat", .triage, keys: ["."], "the last decision again"),
        ActionEntry(
            .undo, "undo", .triage, keys: ["u"], "take your last step back", hint: "undo"),
        ActionEntry(
            .redo, "redo", .triage, keys: [.control("r")], "make the step again"),
        ActionEntry(
            .nextUndecided, "next-undecided", .triage, keys: ["]", "c"], "next undecided mail",
            hint: "next"),
        ActionEntry(
            .previousUndecided, "prev-undecided", .triage, keys: ["[", "p"],
            "previous undecided mail"),
        ActionEntry(
            .note, "note", .triage, keys: ["A"], "a note on this mail", hint: "note"),
        ActionEntry(
            .editNote, "edit-note", .triage, .prompt, keys: [.control("x")],
            "the note in $EDITOR", hint: "editor"),
        ActionEntry(
            .resume, "resume", .triage, keys: [],
            "filter and mail where the last run ended"),
    ]

    static let tags: [ActionEntry] = [
        ActionEntry(
            .tag, "tag", .tags, keys: ["t", KeySequence(.insert)],
            "tag the mail, or untag it, go down",
            hint: "tag"),
        ActionEntry(
            .tagRange, "tag-range", .tags, keys: ["V"], "begin a range of tags, or end it"),
        ActionEntry(
            .tagMatching, "tag-matching", .tags, keys: ["T"], "tag the listed mails of a query"),
        ActionEntry(
            .untagMatching, "untag-matching", .tags, keys: [.control("t")],
            "untag those of a query; all without one"),
        tagged(.decideTaggedSpam, "spam", "S", "decide that all tagged mails are spam"),
        tagged(.decideTaggedHam, "ham", "H", "decide that all tagged mails are ham"),
        tagged(.decideTaggedMaybe, "maybe", "M", "decide that all tagged mails are maybe"),
        tagged(.clearTagged, "clear", "C", "clear the decisions about all tagged mails"),
        tagged(.noteTagged, "note", "A", "one note on all tagged mails"),
        alike(.likeSpam, "spam", "S"), alike(.likeHam, "ham", "H"), alike(.likeMaybe, "maybe", "M"),
        tagged(.copyTagged, "copy", "y", "copy the ids of all tagged mails"),
    ]

    private static func alike(_ action: Action, _ word: String, _ key: Unicode.Scalar)
        -> ActionEntry
    {
        ActionEntry(
            action, "like-\(word)", .tags, keys: [KeySequence(prefix: "*", .character(key))],
            "all mails of this sender are \(word)", hint: "sender is \(word)")
    }

    private static func tagged(
        _ action: Action, _ word: String, _ key: Unicode.Scalar, _ help: String
    ) -> ActionEntry {
        ActionEntry(
            action, "tagged-\(word)", .tags, keys: [KeySequence(prefix: ";", .character(key))],
            help,
            hint: word)
    }
}

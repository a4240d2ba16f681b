extension ActionTable {
    static let copy: [ActionEntry] = [
        ActionEntry(
            .copyID, "copy-id", .copy, keys: [KeySequence(prefix: "y", "m")],
            "copy the message id of SES", hint: "id"),
        ActionEntry(
            .copyFrom, "copy-from", .copy, keys: [KeySequence(prefix: "y", "f")],
            "copy the author's address", hint: "from"),
        ActionEntry(
            .copySubject, "copy-subject", .copy, keys: [KeySequence(prefix: "y", "s")],
            "copy the subject", hint: "subject"),
        ActionEntry(
            .copyIP, "copy-ip", .copy, keys: [KeySequence(prefix: "y", "i")],
            "copy the client's IP address", hint: "ip"),
        ActionEntry(
            .copyHeader, "copy-header", .copy, keys: [KeySequence(prefix: "y", "h")],
            "copy a header by name, or the top one", hint: "header"),
        ActionEntry(
            .copyJSON, "copy-json", .copy, keys: [KeySequence(prefix: "y", "j")],
            "copy the record as one line of JSON", hint: "JSON"),
        ActionEntry(
            .copyVerdicts, "copy-verdicts", .copy, keys: [KeySequence(prefix: "y", "v")],
            "copy one line of id and verdicts", hint: "verdicts"),
    ]
}

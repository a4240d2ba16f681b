extension ActionTable {
    static let afterwards: [ActionEntry] = [
        ActionEntry(
            .report, "report", .afterwards, keys: [],
            "decisions against the verdicts of SES"),
        ActionEntry(
            .handOver, "hand-over", .afterwards, keys: [">"],
            "commands for AWS, to be copied", aliases: ["handover"]),
        ActionEntry(
            .export, "export", .afterwards, keys: ["X"],
            "write tagged or listed mails to a file"),
        ActionEntry(
            .copyCommand, "copy-command", .afterwards, .handOver, keys: [.enter, "y"],
            "copy the command; nothing is run", hint: "copy"),
    ]
}

extension ActionTable {
    static let view: [ActionEntry] = [
        ActionEntry(
            .nextTimes, "times", .view, keys: ["r"], "times: UTC, local, or how long ago"),
        ActionEntry(
            .columns, "columns", .view, keys: [], "choose columns, also by name"),
    ]

    static let columns: [ActionEntry] = [
        ActionEntry(
            .toggleColumn, "toggle-column", .columns, .columns, keys: [" ", "x"],
            "show or hide the column", hint: "tick"),
        ActionEntry(
            .columnDown, "column-down", .columns, .columns, keys: ["J"],
            "move the column one place down", hint: "down"),
        ActionEntry(
            .columnUp, "column-up", .columns, .columns, keys: ["K"],
            "move the column one place up", hint: "up"),
        ActionEntry(
            .keepColumns, "keep-columns", .columns, .columns, keys: [.enter],
            "keep the columns, also for next time", hint: "keep"),
        ActionEntry(
            .standardColumns, "standard-columns", .columns, .columns, keys: ["0"],
            "the columns as they were at first"),
    ]
}

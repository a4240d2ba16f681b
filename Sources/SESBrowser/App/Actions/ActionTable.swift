/// The list of all actions, in the order of the help.
enum ActionTable {
    static let entries =
        move + panes + jump + search + filter + triage + tags + order + copy + view + afterwards
        + general + prompt + grid
        + overlay + columns

    /// Every action by its long and short names, those of the main context alone: what `:` runs.
    static let commands: [String: Action] = {
        var commands: [String: Action] = [:]
        for entry in entries where entry.contexts.contains(.main) {
            for name in [entry.name] + entry.aliases { commands[name] = entry.action }
        }
        return commands
    }()

    /// The entry of an action.
    static func entry(_ action: Action) -> ActionEntry? { entries.first { $0.action == action } }
}

extension ActionTable {
    static let move: [ActionEntry] = [
        ActionEntry(
            .nextRow, "next-row", .move, keys: ["j", .down, .control("n")],
            "next mail or line"),
        ActionEntry(
            .previousRow, "previous-row", .move, keys: ["k", .up, .control("p")],
            "previous mail or line"),
        ActionEntry(
            .pageDown, "page-down", .move, keys: [" ", .pageDown, .control("f")], "one page down"),
        ActionEntry(
            .pageUp, "page-up", .move, keys: ["b", .pageUp, .control("b")], "one page up"),
        ActionEntry(
            .halfPageDown, "half-page-down", .move, keys: [.control("d")], "half a page down"),
        ActionEntry(.halfPageUp, "half-page-up", .move, keys: [.control("u")], "half a page up"),
        ActionEntry(
            .scrollDown, "scroll-down", .move, keys: [.control("e")],
            "scroll down, cursor stays"),
        ActionEntry(
            .scrollUp, "scroll-up", .move, keys: [.control("y")],
            "scroll up, cursor stays"),
        ActionEntry(.firstRow, "first-row", .move, keys: ["g", .home], "first row"),
        ActionEntry(.lastRow, "last-row", .move, keys: ["G", .end], "last row"),
        ActionEntry(
            .scrollLeft, "scroll-left", .move, keys: ["h", .left], "scroll subjects left"),
        ActionEntry(
            .scrollRight, "scroll-right", .move, keys: ["l", .right],
            "scroll subjects right"),
        ActionEntry(
            .centreRow, "centre-row", .move, keys: [KeySequence(prefix: "z", "z")],
            "row to the centre", hint: "centre"),
        ActionEntry(
            .rowToTop, "row-to-top", .move, keys: [KeySequence(prefix: "z", "t")],
            "row to the top", hint: "top"),
        ActionEntry(
            .rowToBottom, "row-to-bottom", .move, keys: [KeySequence(prefix: "z", "b")],
            "row to the bottom", hint: "bottom"),
        ActionEntry(
            .setBookmark, "set-bookmark", .move, keys: ["m"],
            "set a bookmark (a letter)"),
        ActionEntry(
            .jumpToBookmark, "jump-to-bookmark", .move, keys: ["'"],
            "go to a bookmark (a letter)"),
    ]

    static let panes: [ActionEntry] = [
        ActionEntry(
            .otherPane, "other-pane", .panes, keys: [.tab], "switch between the panes"),
        ActionEntry(
            .open, "open", .panes, keys: [.enter], "open the mail full screen",
            hint: "open"),
        ActionEntry(
            .back, "back", .panes, keys: [.escape],
            "one step back, never quits"),
        ActionEntry(
            .close, "close", .panes, keys: ["q"], "close the detail, or quit",
            hint: "close"),
        ActionEntry(
            .nextView, "next-view", .panes, keys: ["v"],
            "next view: Headers, Content, JSON, Raw", hint: "view"),
        ActionEntry(
            .allHeaders, "all-headers", .panes, keys: ["a"],
            "all headers, or the summary"),
        ActionEntry(
            .nextMail, "next-mail", .panes, keys: ["J"], "next mail, in any pane",
            hint: "next mail"),
        ActionEntry(
            .previousMail, "previous-mail", .panes, keys: ["K"],
            "previous mail, in any pane"),
        ActionEntry(
            .nextLayout, "next-layout", .panes, keys: ["L"],
            "next layout of the panes"),
        ActionEntry(.growDetail, "grow-detail", .panes, keys: ["+"], "more room for the detail"),
        ActionEntry(
            .shrinkDetail, "shrink-detail", .panes, keys: ["_"], "less room for the detail"),
        ActionEntry(
            .deliveries, "deliveries", .panes, keys: ["D"],
            "each delivery a row, or one a mail"),
    ]

    static let jump: [ActionEntry] = [
        ActionEntry(
            .nextFail, "next-fail", .jump, keys: ["e"], "next mail with a FAIL",
            hint: "next FAIL"),
        ActionEntry(
            .previousFail, "previous-fail", .jump, keys: ["E"],
            "previous mail with a FAIL"),
        ActionEntry(
            .nextGray, "next-gray", .jump, keys: ["w"], "next mail with a GRAY"),
        ActionEntry(
            .previousGray, "previous-gray", .jump, keys: ["W"],
            "previous mail with a GRAY"),
    ]

    static let search: [ActionEntry] = [
        ActionEntry(
            .search, "search", .search, keys: ["/"],
            "search From and Subject, or the detail", hint: "search"),
        ActionEntry(
            .nextMatch, "next-match", .search, keys: ["n"], "next match", hint: "next match"),
        ActionEntry(.previousMatch, "previous-match", .search, keys: ["N"], "previous match"),
    ]
}

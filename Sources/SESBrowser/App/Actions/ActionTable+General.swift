extension ActionTable {
    static let general: [ActionEntry] = [
        ActionEntry(
            .command, "command", .general, keys: [":"],
            "run by name, or go to row N", hint: "command"),
        ActionEntry(
            .help, "help", .general,
            Contexts.everywhere.subtracting(.help),
            keys: ["?", .function(1)],
            "this help: type to search", hint: "help"),
        ActionEntry(
            .reload, "reload", .general, keys: ["R", .function(5)],
            "read the files again"),
        ActionEntry(
            .regions, "regions", .general, keys: [],
            "what is no mail or unreadable", aliases: ["broken"]),
        ActionEntry(
            .statistics, "statistics", .general, keys: ["i"],
            "count what is listed, by verdict and time", aliases: ["stats"], hint: "statistics"),
        ActionEntry(
            .redraw, "redraw", .general, .everywhere, keys: [.control("l")], "draw the screen anew"),
        ActionEntry(
            .stop, "stop", .general, keys: [.control("c")],
            "stop reading the files"),
        ActionEntry(
            .cancel, "cancel", .general, keys: [.control("g")], "cancel a key or a message"),
        ActionEntry(
            .suspend, "suspend", .general, .everywhere, keys: [.control("z")],
            "to the shell; fg returns"),
        ActionEntry(
            .quit, "quit", .general, .everywhere, keys: ["Q", .function(10)], "quit at once",
            aliases: ["q"]),
    ]

    static let prompt: [ActionEntry] = [
        ActionEntry(
            .accept, "accept", .prompt, [.prompt, .filterText, .filterGrid], keys: [.enter],
            "do it, keep the filter", hint: "keep"),
        ActionEntry(
            .dismiss, "dismiss", .prompt, [.prompt, .filterText, .filterGrid],
            keys: [.escape, .control("g"), .control("c")],
            "close; filter as before", hint: "back"),
        ActionEntry(
            .complete, "complete", .prompt, [.prompt, .filterText], keys: [.tab],
            "complete the word", hint: "complete"),
        ActionEntry(
            .olderEntry, "older-entry", .prompt, [.prompt, .filterText],
            keys: [.up, .control("p")], "what was typed before", hint: "history"),
        ActionEntry(
            .newerEntry, "newer-entry", .prompt, [.prompt, .filterText], keys: [.control("n")],
            "what was typed later"),
        ActionEntry(
            .lineStart, "line-start", .prompt, .typing, keys: [.control("a")], "to the start"),
        ActionEntry(.lineEnd, "line-end", .prompt, .typing, keys: [.control("e")], "to the end"),
        ActionEntry(
            .charLeft, "char-left", .prompt, .typing, keys: [.left, .control("b")],
            "one letter to the left"),
        ActionEntry(
            .charRight, "char-right", .prompt, .typing, keys: [.right, .control("f")],
            "one letter to the right"),
        ActionEntry(
            .deleteBack, "delete-back", .prompt, .typing, keys: [.backspace, .control("h")],
            "delete the letter before"),
        ActionEntry(
            .deleteForward, "delete-forward", .prompt, .typing, keys: [.delete, .control("d")],
            "delete the letter here"),
        ActionEntry(
            .deleteWord, "delete-word", .prompt, .typing, keys: [.control("w")],
            "delete the word before"),
        ActionEntry(
            .deleteToStart, "delete-to-start", .prompt, .typing, keys: [.control("u")],
            "delete everything before"),
        ActionEntry(
            .deleteToEnd, "delete-to-end", .prompt, .typing, keys: [.control("k")],
            "delete everything after"),
        ActionEntry(
            .yank, "yank", .prompt, .typing, keys: [.control("y")], "put back what was deleted"),
    ]

    static let grid: [ActionEntry] = [
        ActionEntry(
            .enterGrid, "enter-grid", .filterGrid, .filterText, keys: [.down],
            "from the text into the grid", hint: "grid"),
        ActionEntry(
            .toggleCell, "toggle-cell", .filterGrid, .filterGrid, keys: [" ", "x"],
            "tick or untick a status", hint: "tick"),
        ActionEntry(
            .gridUp, "grid-up", .filterGrid, .filterGrid, keys: [.up, "k"],
            "up; at the top to the text"),
        ActionEntry(.gridDown, "grid-down", .filterGrid, .filterGrid, keys: [.down, "j"], "down"),
        ActionEntry(
            .gridLeft, "grid-left", .filterGrid, .filterGrid, keys: [.left, "h"], "to the left"),
        ActionEntry(
            .gridRight, "grid-right", .filterGrid, .filterGrid, keys: [.right, "l"],
            "to the right"),
        ActionEntry(
            .leaveGrid, "leave-grid", .filterGrid, .filterGrid, keys: [.tab, .backTab, "f"],
            "back to the text", hint: "text"),
    ]

    static let overlay: [ActionEntry] = [
        ActionEntry(
            .itemDown, "item-down", .overlay, .lists, keys: [.down, .control("n"), "j"],
            "next line"),
        ActionEntry(
            .itemUp, "item-up", .overlay, .lists, keys: [.up, .control("p"), "k"],
            "previous line"),
        ActionEntry(
            .itemPageDown, "item-page-down", .overlay, .overlays, keys: [.pageDown, " "],
            "one page down", hint: "more"),
        ActionEntry(
            .itemPageUp, "item-page-up", .overlay, .overlays, keys: [.pageUp, "b"],
            "one page up"),
        ActionEntry(
            .firstItem, "first-item", .overlay, .lists, keys: [.home, "g"], "first line"),
        ActionEntry(
            .lastItem, "last-item", .overlay, .lists, keys: [.end, "G"], "last line"),
        ActionEntry(
            .itemLeft, "item-left", .overlay, [.statistics, .report], keys: [.left, "h"],
            "to the left"),
        ActionEntry(
            .itemRight, "item-right", .overlay, [.statistics, .report], keys: [.right, "l"],
            "to the right"),
        ActionEntry(
            .nextSection, "next-section", .overlay, .statistics, keys: [.tab],
            "next section", hint: "section"),
        ActionEntry(
            .previousSection, "previous-section", .overlay, .statistics, keys: [.backTab],
            "previous section"),
        ActionEntry(
            .runItem, "run-item", .overlay, .overlays.subtracting(.handOver), keys: [.enter],
            "run it, or open the line", hint: "run"),
        ActionEntry(
            .leaveOutItem, "leave-out-item", .overlay, .pick, keys: ["-", "!", "x"],
            "leave the chosen value out", hint: "leave out"),
        ActionEntry(
            .closeOverlay, "close-overlay", .overlay, .lists,
            keys: [.escape, .control("g"), .control("c"), "q"], "close, or one step back",
            hint: "close"),
    ]
}

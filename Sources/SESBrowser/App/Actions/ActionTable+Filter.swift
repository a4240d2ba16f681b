extension ActionTable {
    static let filter: [ActionEntry] = [
        ActionEntry(
            .openFilter, "filter", .filter, keys: ["f", "\\", "&"],
            "filter bar: text and grid", hint: "filter"),
        ActionEntry(
            .stepSpam, "step-spam", .filter, [.main, .filterGrid], keys: ["1"], step("spam")),
        ActionEntry(
            .stepVirus, "step-virus", .filter, [.main, .filterGrid], keys: ["2"], step("virus")),
        ActionEntry(.stepSPF, "step-spf", .filter, [.main, .filterGrid], keys: ["3"], step("SPF")),
        ActionEntry(
            .stepDKIM, "step-dkim", .filter, [.main, .filterGrid], keys: ["4"], step("DKIM")),
        ActionEntry(
            .stepDMARC, "step-dmarc", .filter, [.main, .filterGrid], keys: ["5"], step("DMARC")),
        ActionEntry(
            .stepTriage, "step-triage", .filter, [.main, .filterGrid], keys: ["6"],
            "triage: any, untriaged, spam, ham, maybe"),
        ActionEntry(
            .stepTime, "step-time", .filter, [.main, .filterGrid], keys: ["7"],
            "time: all, the last hour, the last day"),
        ActionEntry(
            .clearFilter, "clear-filter", .filter, [.main, .filterGrid], keys: ["0"],
            "no filter: all mails", hint: "all"),
        ActionEntry(
            .swapFilter, "swap-filter", .filter, keys: ["-"], "the filter before, and back",
            hint: "previous"),
        like(.likeSender, "sender", "s"), like(.likeDomain, "domain", "d"),
        like(.likeSubject, "subject", "t"), like(.likeIP, "ip", "i"),
        like(.likeSigner, "signer", "k"),
    ]

    static let order: [ActionEntry] = [
        sort(.sortTime, "time", "t", "by time, the latest first"),
        sort(.sortSeverity, "severity", "v", "by verdicts, the worst first"),
        sort(.sortFrom, "from", "f", "by the author's address"),
        sort(.sortSubject, "subject", "s", "by subject"),
        sort(.sortRecipient, "recipient", "r", "by the first envelope recipient"),
        sort(.sortIP, "ip", "i", "by the address of the client"),
        sort(.sortTook, "took", "p", "by processing time, the longest first"),
        sort(.sortDeliveries, "deliveries", "d", "by deliveries, the most first"),
        sort(.sortReading, "reading", "o", "as the files were read"),
        ActionEntry(
            .reverseOrder, "reverse-order", .order, keys: ["O"], "turn the order round"),
    ]

    private static func like(_ action: Action, _ word: String, _ key: Unicode.Scalar) -> ActionEntry
    {
        let what =
            word == "signer" ? "DKIM domain" : word == "subject" ? "subject but numbers" : word
        return ActionEntry(
            action, "like-\(word)", .filter, keys: [KeySequence(prefix: "*", .character(key))],
            "only mails of the same \(what)", hint: word)
    }

    private static func sort(
        _ action: Action, _ word: String, _ key: Unicode.Scalar, _ help: String
    ) -> ActionEntry {
        ActionEntry(
            action, "sort-\(word)", .order, keys: [KeySequence(prefix: "o", .character(key))], help,
            hint: word)
    }

    private static func step(_ check: String) -> String {
        "\(check): any, FAIL, GRAY, not PASS, PASS"
    }
}

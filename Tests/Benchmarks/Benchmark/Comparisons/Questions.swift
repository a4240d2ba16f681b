import Processes

/// The same question to a log, as each program asks it: which spam has a word in its subject.
enum AskedOfPeers {
    static let word = "invoice"
    static let work = "spam FAIL with \"\(word)\" in its subject"

    static let ours = ["list", "--filter", "spam:fail subject:\(word)"]

    static let all = [
        Peer(name: "duckdb", work: work) { file, _ in
            let headers = "commonHeaders STRUCT(subject VARCHAR)"
            let verdict = "receipt STRUCT(spamVerdict STRUCT(status VARCHAR))"
            let record =
                "STRUCT(ses STRUCT(mail STRUCT(messageId VARCHAR, \(headers)), \(verdict)))"
            return [
                "-c",
                "SELECT r.mail.messageId FROM (SELECT Records[1].ses AS r FROM read_json('\(file)', "
                    + "format = 'newline_delimited', columns = {Records: '\(record)[]'})) "
                    + "WHERE r.receipt.spamVerdict.status = 'FAIL' "
                    + "AND r.mail.commonHeaders.subject ILIKE '%\(word)%'",
            ]
        },
        Peer(name: "lnav", work: work) { file, folder in
            guard let configuration = LnavFormat.write(in: folder) else { return nil }
            return [
                "-n", "-I", configuration, "-c",
                ";SELECT log_line FROM ses_inbound WHERE \"\(LnavFormat.columns[0])\" = 'FAIL' "
                    + "AND \"\(LnavFormat.columns[5])\" LIKE '%\(word)%'",
                file,
            ]
        },
        Peer(name: "jq", work: work) { file, _ in
            [
                "-r",
                ".Records[].ses | select(.receipt.spamVerdict.status == \"FAIL\" and "
                    + "((.mail.commonHeaders.subject // \"\") | ascii_downcase "
                    + "| contains(\"\(word)\"))) | .mail.messageId",
                file,
            ]
        },
    ]
}

extension Comparison {
    /// One question to a shorter log, against programs that are installed.
    static let questions = Group(name: "questions") { comparison throws(Failure) in
        let file = try comparison.data(.lines, events: comparison.options.peerEvents)
        var peers: [Peer] = []
        var contenders = [
            Alternation.Contender(
                name: "ses-browser", command: [comparison.program] + AskedOfPeers.ours + [file.path]
            )
        ]
        for peer in AskedOfPeers.all {
            guard Child.run(["sh", "-c", "command -v \(peer.name)"])?.status == 0,
                let arguments = peer.arguments(file.path, comparison.folder)
            else { continue }
            peers.append(peer)
            contenders.append(
                Alternation.Contender(name: peer.name, command: [peer.name] + arguments))
        }
        Progress.say("asks \(file.path) with \(peers.map(\.name).joined(separator: ", "))")
        let outcomes = Alternation.measure(contenders, runs: min(3, comparison.options.runs))
        return zip(peers, outcomes.dropFirst()).map { peer, outcome in
            let count = Spelling.grouped(file.events)
            return Figure(
                "question-\(peer.name)", "\(count) events, against \(peer.name): \(peer.work)",
                outcomes[0], outcome)
        }
    }
}

import Processes

/// A program that can do nearly the same work, where it is installed.
struct Peer: Sendable {
    let name: String
    /// What it is made to do, for a person.
    let work: String
    /// The arguments behind the program's name; a folder for what it needs comes with the file.
    let arguments: @Sendable (_ file: String, _ folder: String) -> [String]?
}

extension Peer {
    static let all = [duckdb, lnav, jq, ripgrep]

    static let jq = Peer(name: "jq", work: "statuses and subjects") { file, _ in
        let checks = ["spam", "virus", "spf", "dkim", "dmarc"]
        let statuses = checks.map { ".receipt.\($0)Verdict.status" }.joined(separator: ",")
        return [
            "-r", ".Records[].ses | [\(statuses),.mail.commonHeaders.subject] | @tsv", file,
        ]
    }

    /// Lines that hold a verdict as text: no reading of the JSON at all.
    static let ripgrep = Peer(name: "rg", work: "lines with a verdict") { file, _ in
        ["-c", "\"spamVerdict\":\\{\"status\":\"FAIL\"", file]
    }

    static let duckdb = Peer(name: "duckdb", work: "statuses, senders and subjects") { file, _ in
        let checks = ["spam", "virus", "spf", "dkim", "dmarc"]
        let verdicts = checks.map { "\($0)Verdict STRUCT(status VARCHAR)" }.joined(separator: ", ")
        let headers = "commonHeaders STRUCT(\"from\" VARCHAR[], subject VARCHAR)"
        let mail = "mail STRUCT(timestamp VARCHAR, source VARCHAR, messageId VARCHAR, \(headers))"
        let columns = "{Records: 'STRUCT(ses STRUCT(\(mail), receipt STRUCT(\(verdicts))))[]'}"
        let counts = checks.map { "count(r.receipt.\($0)Verdict.status)" }.joined(separator: ", ")
        let texts = "sum(length(r.mail.commonHeaders.subject)), sum(length(r.mail.source))"
        return [
            "-c",
            "SELECT \(counts), \(texts) FROM (SELECT Records[1].ses AS r FROM read_json('\(file)', "
                + "format = 'newline_delimited', columns = \(columns)))",
        ]
    }

    static let lnav = Peer(name: "lnav", work: "statuses by a format of its own") { file, folder in
        guard let configuration = LnavFormat.write(in: folder) else { return nil }
        let counts = LnavFormat.columns.map { "count(\"\($0)\")" }.joined(separator: ", ")
        return ["-n", "-I", configuration, "-c", ";SELECT \(counts) FROM ses_inbound", file]
    }
}

extension Comparison {
    /// Reading a shorter log, against programs that are installed.
    static let peers = Group(name: "peers") { comparison throws(Failure) in
        let file = try comparison.data(.lines, events: comparison.options.peerEvents)
        let (ours, failure) = comparison.ours(file)
        var peers: [Peer] = []
        var contenders = [ours]
        for peer in Peer.all {
            guard Child.run(["sh", "-c", "command -v \(peer.name)"])?.status == 0,
                let arguments = peer.arguments(file.path, comparison.folder)
            else {
                Progress.say("\(peer.name) is not installed, so it is left out")
                continue
            }
            peers.append(peer)
            contenders.append(
                Alternation.Contender(name: peer.name, command: [peer.name] + arguments))
        }
        Progress.say("reads \(file.path) with \(peers.map(\.name).joined(separator: ", "))")
        let outcomes = Alternation.measure(contenders, runs: min(3, comparison.options.runs))
        return zip(peers, outcomes.dropFirst()).map { peer, outcome in
            let what = "\(Spelling.grouped(file.events)) events, against \(peer.name): \(peer.work)"
            guard let failure else { return Figure(peer.name, what, outcomes[0], outcome) }
            return Figure(id: peer.name, what: what, detail: failure)
        }
    }
}

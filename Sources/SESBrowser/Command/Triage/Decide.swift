import ArgumentParser
import SESCore

/// `ses-browser decide`: decisions from scripts.
struct Decide: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Decide what mails are, from a script.",
        discussion: """
            All decisions are saved at once or none is; mails that are decided so already are left \
            alone. Exit status: 0 if all was read and saved, 1 if parts of the logs could not be \
            read, 2 if no log or the store could not be, 3 if nothing could be saved.
            """)

    @Option(name: .customLong("as"), help: "What the mails are: spam, ham, maybe or clear.")
    var verdict: Verdict
    @Option(help: "A note for each of them; the note that a mail has stays without it.")
    var note: String?
    @OptionGroup var filter: FilterOption
    @Option(name: .customLong("id"), help: "An id that SES gave; may be there several times.")
    var ids: [String] = []
    @OptionGroup var option: StoreOption
    @OptionGroup var arguments: FileArguments

    enum Verdict: String, CaseIterable, ExpressibleByArgument {
        case spam, ham, maybe, clear

        var decision: Decision {
            switch self {
            case .spam: .spam
            case .ham: .ham
            case .maybe: .maybe
            case .clear: .clear
            }
        }
    }

    func validate() throws {
        _ = try filter.parsed()
        if arguments.paths.isEmpty { throw ValidationError("Name a log to read.") }
        if filter.filter.isEmpty, ids.isEmpty {
            throw ValidationError("Say which mails, with --filter or --id.")
        }
    }

    func run() throws {
        var store = try option.open(for: .readAndWrite)
        var log = try DecidedLog(arguments.paths, filter: filter.parsed(), store)
        let (new, known) = decisions(in: &log)
        do throws(StoreError) {
            if !new.isEmpty { _ = try store.append(DecisionStep(new)) }
        } catch {
            FileComplaints.write(error)
            throw ExitStatus.writeError
        }
        var output = Output.standard
        let already = known > 0 ? ", \(known) already" : ""
        try output.writeLine(RawText("\(new.count) decided \(verdict.rawValue)\(already)"))
        try output.flush()
        let status = ExitStatus(log.table.files)
        if status != .success { throw status }
    }

    /// The decisions to be saved, and how many mails are decided so already.
    private func decisions(in log: inout DecidedLog) -> (new: [NewDecision], known: Int) {
        let wanted = Set(ids.map(ArgumentBytes.bytes))
        let note = note.map(ArgumentBytes.bytes)
        var seen: Set<TriageKey> = []
        var (new, known) = ([NewDecision](), 0)
        for row in log.rows {
            let mark = log.mark(of: row)
            let isKnown = (mark.decision ?? .clear) == verdict.decision && note == nil
            if isKnown, wanted.isEmpty {
                known += 1
                continue
            }
            guard let loaded = log.load(row) else { continue }
            let id = loaded.event.mail?.messageID ?? ""
            guard wanted.isEmpty || wanted.contains(id) else { continue }
            let key = TriageKey(loaded)
            guard seen.insert(key).inserted else { continue }
            if isKnown {
                known += 1
            } else {
                new.append(
                    NewDecision(
                        key: key, content: ContentHash(loaded.event), decision: verdict.decision,
                        note: note))
            }
        }
        return (new, known)
    }
}

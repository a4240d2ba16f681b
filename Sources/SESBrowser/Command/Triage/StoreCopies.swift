import ArgumentParser
import SESCore

/// `ses-browser store backup`.
struct StoreBackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a sound copy of the store into a new file.",
        discussion: "Copying the file itself would leave out what is still in its log.")

    @OptionGroup var option: StoreOption
    @Argument(help: "The new file.", completion: .file())
    var file: String

    func run() throws {
        let target = ArgumentBytes.bytes(of: file)
        let store = try option.open(for: .readOnly)
        do throws(StoreError) {
            try store.backUp(to: target)
        } catch {
            FileComplaints.write(error)
            throw ExitStatus.writeError
        }
        var output = Output.standard
        try output.writeLine(target + ": written")
        try output.flush()
    }
}

/// `ses-browser store merge`.
struct StoreMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Add the decisions of another store to this one.",
        discussion: """
            Nothing is lost: where both say different things about a mail, both stay and the later \
            one counts. Such mails are listed. Merging again adds nothing.
            """)

    @OptionGroup var option: StoreOption
    @Argument(help: "The other store, which is only read.", completion: .file())
    var file: String

    func run() throws {
        let path = ArgumentBytes.bytes(of: file)
        var other = StoreOption()
        other.store = file
        let source = try other.open(for: .readOnly)
        let store = try option.open(for: .readAndWrite)
        let report: MergeReport
        do throws(StoreError) {
            report = try store.merge(source)
        } catch {
            FileComplaints.write(error)
            throw ExitStatus.writeError
        }
        var output = Output.standard
        for line in Self.lines(report) { try output.writeLine(line) }
        try output.flush()
        if report.refused > 0 {
            FileComplaints.write("\(report.refused) rows are no decisions; left out", path: path)
            throw ExitStatus.incomplete
        }
    }

    private static func lines(_ report: MergeReport) -> [RawText] {
        let conflicts = report.conflicts.count
        var lines = [
            RawText(
                "\(report.added) decisions added, \(report.known) known already, "
                    + "\(conflicts) \(conflicts == 1 ? "conflict" : "conflicts")")
        ]
        for conflict in report.conflicts {
            let id = conflict.ours.key.messageID
            lines.append(
                (id.isEmpty ? "a mail without id" : id) + ": " + words(conflict.ours)
                    + " here, " + words(conflict.theirs) + " there")
        }
        return lines
    }

    private static func words(_ decision: StoredDecision) -> RawText {
        let time = decision.time.iso ?? ""
        return RawText("\(decision.decision.word) by ") + decision.author.name + " " + time
    }
}

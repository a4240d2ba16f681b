import ArgumentParser
import SESCore

/// `ses-browser store`: looking after the file that decisions are kept in.
struct StoreCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store", abstract: "Look after the file that decisions are kept in.",
        subcommands: [
            StoreInfoCommand.self, StoreCheckCommand.self, StoreBackupCommand.self,
            StoreMergeCommand.self,
        ])
}

/// `ses-browser store info`.
struct StoreInfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Tell what the store holds and who decided.")

    @OptionGroup var option: StoreOption

    func run() throws {
        let store = try option.open(for: .readOnly)
        let info: StoreInfo
        do throws(StoreError) {
            info = try store.info()
        } catch {
            FileComplaints.write(error)
            throw ExitStatus.nothingRead
        }
        var output = Output.standard
        for line in Self.lines(info, path: store.path) { try output.writeLine(line) }
        try output.flush()
    }

    private static func lines(_ info: StoreInfo, path: RawText) -> [RawText] {
        let journal = String(decoding: info.journal.bytes, as: UTF8.self)
        let counts = [Decision.spam, .ham, .maybe].map { "\(info.mails[$0] ?? 0) \($0.word)" }
        let decided = info.mails.values.reduce(0, +)
        var lines = [
            path + RawText(": \(info.bytes) bytes, form \(info.form), journal \(journal)"),
            RawText(
                "\(decided) mails: \(counts.joined(separator: ", ")), "
                    + "\(info.mails[.clear] ?? 0) taken back; \(info.notedMails) with a note"),
            RawText("\(info.decisions) decisions in all"),
        ]
        for person in info.people {
            let last = person.last.iso.map { ", last \($0)" } ?? ""
            lines.append(
                person.name + " on " + person.host + RawText(": \(person.decisions)\(last)"))
        }
        return lines
    }
}

/// `ses-browser store check`.
struct StoreCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Look for damage in the store.",
        discussion: "Exit status: 0 if it is sound, 1 if it is damaged, 2 if it cannot be read.")

    @OptionGroup var option: StoreOption

    func run() throws {
        let location = try option.location()
        let problems: [RawText]
        do throws(StoreError) {
            problems = try TriageStore.problems(in: location, isThorough: true)
        } catch {
            FileComplaints.write(error)
            throw error.kind == .malformed ? ExitStatus.incomplete : ExitStatus.nothingRead
        }
        var output = Output.standard
        for problem in problems { try output.writeLine(location.path + ": " + problem) }
        if problems.isEmpty { try output.writeLine(location.path + ": sound") }
        try output.flush()
        if !problems.isEmpty { throw ExitStatus.incomplete }
    }
}

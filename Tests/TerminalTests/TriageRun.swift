import Foundation
import PtyHarness

/// A log and a store for runs of the program in tmux, and what their screens say.
final class TriageRun {
    static let count = 240

    let log: String
    let store: String
    private let name = "triage-\(UInt64.random(in: .min ... .max))"

    init() {
        log = Program.log(of: Self.count, named: "\(name).jsonl")
        store = "\(Program.folder)/\(name)/triage.db"
    }

    /// Starts the program in a shell, and waits until all is read.
    func start(
        rows: Int = 50, before: String = "", showing words: String = "of 240 mails"
    ) throws -> TmuxSession {
        let session = try TmuxSession(
            rows: rows, columns: 120, environment: Program.folders)
        session.enter(
            "\(before)\(Program.path) --store \(store) \(log); echo left with $?")
        _ = session.screen {
            $0.contains(words) && $0.contains("of 240 mails") && $0.contains("mail number")
        }
        return session
    }
}

extension TriageRun {
    /// The decisions as letters, and the notes, as the program exports them.
    func exported() throws -> (letters: [String], notes: [Int: String]) {
        struct Line: Decodable {
            var messageId: String
            var decision: String?
            var note: String?
        }
        let run = try CommandRun(
            Program.path, ["export", "--store", store, "--format", "ndjson", log])
        var letters = [String](repeating: " ", count: Self.count)
        var notes: [Int: String] = [:]
        for line in run.output.split(separator: 0x0A) {
            let mail = try JSONDecoder().decode(Line.self, from: line)
            guard let number = Int(mail.messageId.dropFirst(2)) else { continue }
            letters[number] = mail.decision.map { $0.prefix(1).uppercased() } ?? " "
            notes[number] = mail.note
        }
        return (letters, notes)
    }

    /// The letter of each mail, found by going through all pages.
    func letters(_ session: TmuxSession) -> [Int: String] {
        var found: [Int: String] = [:]
        session.type("g", "g")
        for number in Array(stride(from: 0, to: Self.count, by: 10)) + [Self.count - 1] {
            let screen = session.screen { screen in
                // A frame may be caught half drawn.
                Self.cursor(in: screen) == number && session.screen() == screen
            }
            found.merge(Self.letters(in: screen)) { $1 }
            session.type([String](repeating: "j", count: 10)[...])
        }
        return found
    }

    /// The letter of a mail once it is as wanted, or as it stood when patience ran out.
    func letter(
        of number: Int, in session: TmuxSession, where isWanted: (String?) -> Bool
    ) -> String? {
        Self.letters(in: session.screen { isWanted(Self.letters(in: $0)[number]) })[number]
    }

    /// The letters of the mails on a screen.
    static func letters(in screen: String) -> [Int: String] {
        var letters: [Int: String] = [:]
        for line in screen.split(separator: "\n") {
            guard let number = number(in: line) else { continue }
            letters[number] = String(line.dropFirst(2).prefix(1))
        }
        return letters
    }

    /// The mail under the cursor.
    static func cursor(in screen: String) -> Int? {
        screen.split(separator: "\n").first { $0.first == ">" && number(in: $0) != nil }
            .flatMap { number(in: $0) }
    }

    /// The mail of a line of the list.
    private static func number(in line: Substring) -> Int? {
        guard line.first == ">" || line.first == " ", line.contains("@"),
            let words = line.range(of: "mail number ")
        else { return nil }
        return Int(line[words.upperBound...].prefix { $0.isNumber })
    }
}

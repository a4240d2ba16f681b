import PtyHarness
import Testing

/// The browser on what comes through a pipe, with keys from the terminal.
@Suite(.serialized) struct PipeTests {
    private func session() throws -> TmuxSession {
        try TmuxSession(environment: Program.folders)
    }

    private func leave(_ session: TmuxSession) {
        session.type("Q")
        #expect(session.screen(showing: "left with 0").contains("left with 0"))
        #expect(session.value("#{alternate_on}") == "0")
        session.enter(
            "clear; stty -a | tr ' ' '\\n' | grep -cx -e icanon -e echo -e opost -e icrnl")
        #expect(session.screen(showing: "4\n").contains("4\n"))
    }

    @Test(arguments: ["cat LOG | PROGRAM -", "gzip -c LOG | PROGRAM", "PROGRAM <(cat LOG)"])
    func `a log in a pipe is browsed by keys of the terminal`(line: String) throws {
        let session = try session()
        let words = line.replacing("PROGRAM", with: "'\(Program.path)'")
            .replacing("LOG", with: "'\(Program.fixture)'")
        session.enter("\(words); echo left with $?")
        #expect(session.screen(showing: "100 of 100").contains(Program.firstScreen))
        session.type("5")
        #expect(session.screen(showing: "of 100").contains("of 100"))
        session.type("0", "R")
        #expect(session.screen(showing: "100 of 100").contains(Program.firstScreen))
        leave(session)
    }

    @Test func `the mails of a pipe that stays open are shown, and quitting does not wait`() throws
    {
        let session = try session()
        let pipe = "\(Program.folder)/open-pipe"
        session.enter("mkfifo \(pipe); exec 3<>\(pipe); cat \(Program.fixture) >&3 & ")
        session.enter("clear; '\(Program.path)' \(pipe); echo left with $?")
        let screen = session.screen { $0.contains("100 of 100") && $0.contains("reading ") }
        #expect(screen.contains("100 of 100") && screen.contains("reading "))
        session.type("j")
        leave(session)
    }

    @Test func `a directory is one list`() throws {
        let session = try session()
        session.enter(
            "mkdir -p \(Program.folder)/logs/more; cp \(Program.fixture) \(Program.folder)/logs/a; "
                + "gzip -c \(Program.fixture) > \(Program.folder)/logs/more/b")
        session.enter("clear; '\(Program.path)' \(Program.folder)/logs; echo left with $?")
        #expect(session.screen(showing: "200 of 200").contains("200 of 200"))
        leave(session)
    }
}

import Glibc
import PtyHarness
import Testing

/// The program in a real terminal under a real shell.
@Suite(.serialized) struct TmuxTests {
    private func start(rows: Int = 24, columns: Int = 80) throws -> TmuxSession {
        let session = try TmuxSession(
            rows: rows, columns: columns, environment: Program.folders)
        session.enter("\(Program.path) \(Program.fixture); echo left with $?")
        // The first rows come before the last are read; only then do two screens compare.
        // A frame may be caught half drawn.
        let screen = session.screen {
            $0.contains("100 of 100") && $0.contains(Program.firstScreen)
        }
        #expect(screen.contains(Program.firstScreen))
        return session
    }

    /// Quits, and looks whether the shell has its screen and its lines with echo again.
    private func leave(_ session: TmuxSession, saying words: String = "left with 0") {
        session.type(Program.quit)
        #expect(session.screen(showing: words).contains(words))
        #expect(session.value("#{alternate_on}") == "0")
        session.enter(
            "clear; stty -a | tr ' ' '\\n' | grep -cx -e icanon -e echo -e opost -e icrnl")
        #expect(session.screen(showing: "4\n").contains("4\n"))
    }

    @Test func `stopping gives the shell back, and fg the screen`() throws {
        let session = try start()
        let before = session.screen()
        session.type("C-z")
        #expect(session.screen(showing: "Stopped").contains("Stopped"))
        #expect(session.value("#{alternate_on}") == "0")
        session.enter("fg")
        #expect(session.screen { $0 == before } == before)
        #expect(session.value("#{alternate_on}#{keypad_cursor_flag}") == "11")
        session.type("C-z")
        #expect(session.screen(showing: "Stopped").contains("Stopped"))
        session.resize(rows: 12, columns: 50)
        session.enter("fg")
        #expect(session.screen(showing: Program.firstScreen).contains(Program.firstScreen))
        leave(session, saying: "ready>")
    }

    @Test(arguments: ["TSTP", "STOP"])
    func `a stop from outside is survived`(name: String) throws {
        let session = try start()
        let before = session.screen()
        let process = session.value("#{pane_pid}")
        // The shell is the only one that knows its job, so the children are found by their parent.
        let child = try #require(TmuxTests.child(of: process))
        _ = kill(child, name == "TSTP" ? SIGTSTP : SIGSTOP)
        #expect(session.screen(showing: "Stopped").contains("Stopped"))
        session.enter("reset -Q >/dev/null 2>&1; fg")
        #expect(session.screen { $0 == before } == before)
        leave(session, saying: "ready>")
    }

    @Test func `a storm of resizes is survived`() throws {
        let session = try start()
        let sizes = [
            (24, 80), (10, 40), (4, 20), (1, 1), (1, 80), (24, 1), (2, 2), (60, 200), (3, 7),
            (48, 160), (1, 2), (60, 200),
        ]
        for round in 0..<3 {
            for (rows, columns) in sizes {
                session.resize(rows: rows, columns: columns)
                if round == 1 { session.type(Program.down) }
            }
        }
        session.resize(rows: 24, columns: 80)
        #expect(session.screen(showing: "mail number").contains("mail number"))
        leave(session)
    }

    @Test func `a paste does not act`() throws {
        let session = try start()
        session.paste("q\nq\nQ\n")
        #expect(session.screen(showing: Program.pasteNote).contains(Program.pasteNote))
        #expect(session.value("#{alternate_on}") == "1")
        leave(session)
    }

    @Test func `a paste into the filter is one line of text and no key`() throws {
        let session = try start()
        session.type("f")
        session.paste("virus\n:fail q\u{1B}[31m")
        // What follows the escape is text as well; only the controls are left out.
        let words = "virus:fail q[31m"
        #expect(session.screen(showing: words).contains(words))
        session.type("C-u")
        session.paste("virus:\nfail\n")
        #expect(session.screen(showing: "14 of 100").contains("virus:fail"))
        session.type("Escape")
        #expect(session.screen(showing: "100 of 100").contains("100 of 100"))
        leave(session)
    }

    @Test func `stopping while a log is read gives the shell back, and fg the screen`() throws {
        let session = try TmuxSession(environment: Program.folders)
        session.enter("\(Program.path) \(Logs.large); echo left with $?")
        #expect(session.screen(showing: "? help").contains("? help"))
        session.type("j", "j", "C-z")
        #expect(session.screen(showing: "Stopped").contains("Stopped"))
        #expect(session.value("#{alternate_on}") == "0")
        session.enter("fg")
        #expect(session.screen(showing: "? help").contains("? help"))
        session.type("C-c")
        leave(session, saying: "ready>")
    }

    @Test func `a lone Escape is answered soon`() throws {
        let session = try start()
        session.type("Escape")
        usleep(150_000)
        leave(session)
    }

    /// The process that was started by another.
    private static func child(of parent: String) -> Int32? {
        guard let list = unsafe fopen("/proc/\(parent)/task/\(parent)/children", "r") else {
            return nil
        }
        defer { unsafe fclose(list) }
        var bytes = [CChar](repeating: 0, count: 64)
        guard unsafe fgets(&bytes, 64, list) != nil else { return nil }
        let text = String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
        return text.split(separator: " ").first.flatMap { Int32($0) }
    }
}

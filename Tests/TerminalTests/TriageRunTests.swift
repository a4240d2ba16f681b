import Foundation
import PtyHarness
import Testing

/// The program on a terminal, deciding.
@Suite(.serialized) struct TriageRunTests {
    private let bench = TriageRun()

    /// Decides about two hundred mails, takes ten back, decides many at once and writes a note.
    ///
    /// - Returns: The letter that each mail should have.
    private func triage(_ session: TmuxSession) -> [String] {
        var expected = [String](repeating: " ", count: TriageRun.count)
        for number in 0..<200 { expected[number] = ["S", "H", "M"][number % 3] }
        for first in stride(from: 0, to: 200, by: 40) {
            session.type(expected[first..<first + 40])
        }
        #expect(session.screen(showing: "200 decided").contains("200 decided"))
        session.type([String](repeating: "u", count: 10)[...])
        for number in 190..<200 { expected[number] = " " }
        #expect(session.screen(showing: "190 decided").contains("190 decided"))
        session.type("T")
        session.enter(#"subject:"number 21""#)
        #expect(session.screen(showing: "11 mails tagged").contains("11 mails tagged"))
        session.type("\\;", "S")
        #expect(session.screen(showing: "11 mails decided").contains("200 decided"))
        for number in [21] + (210..<220) { expected[number] = "S" }
        session.type("T")
        session.enter(#"subject:"number 1""#)
        #expect(session.screen(showing: "111 mails tagged").contains("111 mails tagged"))
        session.type("\\;", "H")
        let question = "decide that 111 tagged mails are ham?"
        #expect(session.screen(showing: question).contains(question))
        session.type("y")
        #expect(session.screen(showing: "111 mails decided").contains("210 decided"))
        for number in [1] + (10..<20) + (100..<200) { expected[number] = "H" }
        session.type("u")
        #expect(session.screen(showing: "111 decisions taken back").contains("200 decided"))
        session.type("C-r")
        #expect(session.screen(showing: "111 decisions decided again").contains("210 decided"))
        session.type("g", "g", "A")
        session.enter("asked the help desk")
        return expected
    }

    @Test func `a triage of two hundred mails is there again the next time`() throws {
        let session = try bench.start()
        let expected = triage(session)
        session.type(Program.quit)
        #expect(session.screen(showing: "left with 0").contains("left with 0"))
        let exported = try bench.exported()
        #expect(exported.letters == expected)
        #expect(exported.notes == [0: "asked the help desk"])
        let second = try bench.start(showing: "210 decided")
        let seen = bench.letters(second)
        #expect(seen.count == TriageRun.count)
        for (number, letter) in seen { #expect(letter == expected[number]) }
        second.type("g", "g", "Tab")
        let detail = second.screen(showing: "asked the help desk")
        #expect(detail.contains("asked the help desk"))
        second.type("Q")
        #expect(second.screen(showing: "left with 0").contains("left with 0"))
    }

    @Test func `two people at once see what the other decides`() throws {
        let first = try bench.start()
        let second = try bench.start()
        let clock = ContinuousClock()
        for round in 0..<3 {
            let start = clock.now
            first.type("S")
            let letter = bench.letter(of: round * 2, in: second) { $0 == "S" }
            let there = clock.now - start
            #expect(letter == "S")
            second.type("g", "g")
            second.type([String](repeating: "j", count: round * 2 + 1)[...])
            let back = clock.now
            second.type("H")
            #expect(bench.letter(of: round * 2 + 1, in: first) { $0 == "H" } == "H")
            print("seen by the other in \(there), and back in \(clock.now - back)")
            first.type("j")
        }
        for session in [first, second] {
            session.type("Q")
            #expect(session.screen(showing: "left with 0").contains("left with 0"))
        }
        let letters = try bench.exported().letters
        #expect(letters.prefix(7) == ["S", "H", "S", "H", "S", "H", " "])
    }

    @Test func `killed in the middle, what the screen called saved is saved`() throws {
        let rounds = ProcessInfo.processInfo.environment["KILL_ROUNDS"].flatMap { Int($0) } ?? 5
        var acknowledged = 0
        for _ in 0..<rounds {
            let bench = TriageRun()
            let session = try bench.start(rows: 100, before: "exec ")
            let process = try #require(Int32(session.value("#{pane_pid}")))
            session.set("remain-on-exit", "on")
            session.type([String](repeating: "S", count: 60)[...])
            usleep(.random(in: 50_000...500_000))
            #expect(kill(process, SIGKILL) == 0)
            let screen = session.screen { _ in session.value("#{pane_dead}") == "1" }
            let saved = TriageRun.letters(in: screen).filter { $0.value == "S" }.map(\.key)
            let exported = try bench.exported().letters
            for number in saved { #expect(exported[number] == "S") }
            acknowledged += saved.count
        }
        #expect(acknowledged > 0)
        print("killed \(rounds) times: \(acknowledged) decisions called saved, lost 0")
    }

    @Test func `where the terminal went away the next run offers to go on`() throws {
        let process = try Program.start(
            rows: 40, columns: 100, options: ["--store", bench.store], files: [bench.log])
        process.send(":filter subject:number\rjjjjj")
        #expect(process.read(until: "subject:number"))
        process.send("S")
        process.readUntilQuiet()
        process.hangUp()
        #expect(process.waitForEnd(seconds: 5, readsOn: false)?.status == 129)
        let session = try bench.start(showing: "the last run was cut off")
        session.enter(":resume")
        let screen = session.screen { screen in
            screen.contains("subject:number") && TriageRun.cursor(in: screen) == 6
        }
        #expect(TriageRun.cursor(in: screen) == 6)
        #expect(TriageRun.letters(in: screen)[5] == "S")
        session.type("Q")
        #expect(session.screen(showing: "left with 0").contains("left with 0"))
        let third = try bench.start()
        #expect(!third.screen().contains("was cut off"))
    }
}

import Foundation
import Testing

@testable import SESBrowser
@testable import SESCore

/// A store that cannot be written to, or not be had at all.
@Suite struct TriageFaultTests {
    private let bench: TriageBench

    init() throws { bench = try TriageBench() }

    private var title: (Driver) -> String { { $0.screen().lines[0] } }

    @Test func `what is not saved has a small letter, is tried again and then is saved`() throws {
        var driver = try bench.driver()
        driver.press("S")
        try bench.setStore(away: true)
        driver.press("H")
        #expect(driver.letters == "Sh    ")
        #expect(driver.state.triage.unsaved == 1)
        #expect(title(driver).contains("a.log*"))
        #expect(driver.message?.hasPrefix("not saved, tried again: ") == true)
        #expect(driver.message?.contains("it was moved or deleted") == true)
        #expect(driver.effects.contains(.wake(afterMilliseconds: 1000, .retrySaving(1))))
        driver.receive(.timer(.retrySaving(1)))
        #expect(driver.effects.contains(.wake(afterMilliseconds: 2000, .retrySaving(2))))
        #expect(driver.letters == "Sh    ")
        try bench.setStore(away: false)
        driver.receive(.timer(.retrySaving(1)))
        #expect(driver.letters == "Sh    ")
        driver.receive(.timer(.retrySaving(2)))
        #expect(driver.letters == "SH    ")
        #expect(!title(driver).contains("a.log*"))
        #expect(try bench.stored(driver) == "SH    ")
    }

    @Test func `while nothing is saved one decides, notes and takes back as ever`() throws {
        var driver = try bench.driver()
        driver.press("S")
        try bench.setStore(away: true)
        driver.type("HMggHu")
        #expect(driver.letters == "shm   ")
        #expect(driver.position == 0)
        driver.type("Gu")
        #expect(driver.letters == "shc   ")
        #expect(driver.position == 2)
        driver.type("jAx")
        driver.press(.enter)
        driver.reload(try bench.table(TriageMail.mails(6)))
        #expect(driver.letters == "shcc  ")
        #expect(driver.state.triage.unsaved == 6)
        try bench.setStore(away: false)
        driver.press("S")
        #expect(driver.letters.filter { $0 != " " }.count == 3)
        #expect(driver.letters == driver.letters.uppercased())
        #expect(try bench.stored(driver) == driver.letters)
        #expect(
            try bench.history(driver, row: 0).map(\.decision) == [.spam, .ham, .spam])
        #expect(driver.state.triage.unsaved == 0)
    }

    @Test func `leaving asks while something is not saved`() throws {
        var driver = try bench.driver()
        driver.press("S")
        try bench.setStore(away: true)
        driver.type("Hq")
        #expect(!driver.effects.contains(.quit))
        #expect(driver.message?.hasPrefix("1 not saved: y leaves without, other keys stay") == true)
        driver.press("q")
        #expect(!driver.effects.contains(.quit))
        #expect(driver.message == "still here; saving is tried again")
        driver.type("Qy")
        #expect(driver.effects.contains(.quit))
        try bench.setStore(away: false)
        driver.press("M")
        driver.press("q")
        #expect(driver.effects.contains(.quit))
    }

    @Test func `leaving waits for what is on its way to the disk`() throws {
        var driver = try bench.driver()
        driver.press("S")
        driver.setDesk(slow: true)
        driver.type("Hq")
        #expect(!driver.effects.contains(.quit))
        try bench.setStore(away: true)
        driver.setDesk(slow: false)
        #expect(!driver.effects.contains(.quit))
        #expect(driver.message?.hasPrefix("1 not saved") == true)
        driver.press(.escape)
        try bench.setStore(away: false)
        driver.setDesk(slow: true)
        driver.type("Mq")
        driver.setDesk(slow: false)
        #expect(try bench.stored(driver) == "SHM   ")
        #expect(driver.effects.contains(.quit))
    }

    @Test func `what is not saved is tried once more at the end`() throws {
        var driver = try bench.driver()
        driver.press("S")
        try bench.setStore(away: true)
        driver.press("H")
        try bench.setStore(away: false)
        driver.end(wasCut: true)
        #expect(try bench.stored(driver) == "SH    ")
    }

    @Test func `a decision that failed and was overtaken then is asked about`() throws {
        var driver = try bench.driver()
        driver.press("M")
        try bench.setStore(away: true)
        driver.press("S")
        try bench.setStore(away: false)
        try bench.decide(.ham, driver, row: 1, as: .bob)
        driver.press("M")
        #expect(driver.letters == "Msm   ")
        driver.press("n")
        #expect(driver.letters == "MHM   ")
        #expect(try bench.stored(driver) == "MHM   ")
        driver.press("u", "u")
        #expect(driver.letters == " H    ")
        driver.press("u")
        #expect(driver.message == "nothing of this run is left to take back")
    }

    @Test(.enabled(if: getuid() == 0, "only root mounts"))
    func `on a full disk decisions wait until there is room`() throws {
        let disk = "\(bench.path)/disk"
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
        let options = ["-t", "tmpfs", "-o", "size=400k,mode=700", "tmpfs", disk]
        try #require(run("/usr/bin/mount", options) == 0)
        defer { _ = try? run("/usr/bin/umount", [disk]) }
        let location = StoreLocation(chosen: RawText("\(disk)/t.db"))
        var driver = try Driver(bench.table(TriageMail.mails(6)), desk: TestDesk(location))
        driver.press("S")
        let ballast = Data(repeating: 1, count: 4096)
        var count = 0
        while (try? ballast.write(to: URL(filePath: "\(disk)/\(count)"))) != nil { count += 1 }
        var tried = 0
        while driver.state.triage.unsaved == 0, tried < 40 {
            driver.type("ggA")
            driver.type(String(repeating: "n", count: 200))
            driver.press(.enter)
            tried += 1
        }
        #expect(driver.state.triage.failure?.kind == .diskFull)
        driver.type("ggjH")
        #expect(driver.letters.hasPrefix("sh"))
        for number in 0..<count {
            try FileManager.default.removeItem(atPath: "\(disk)/\(number)")
        }
        driver.press("M")
        #expect(driver.letters == "SHM   ")
        #expect(driver.state.triage.unsaved == 0)
        let store = try TriageStore(location, as: .bob, for: .readOnly)
        #expect(try store.current(of: bench.key(driver, row: 1))?.decision == .ham)
    }

    private func run(_ program: String, _ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    @Test func `a file that is no store is left alone, and the keys say why`() throws {
        try Data("no database, only some words that somebody wrote".utf8)
            .write(to: URL(filePath: bench.store))
        var driver = try bench.driver()
        #expect(driver.message?.hasPrefix("decisions are not shown: ") == true)
        for key: Key in ["S", "H", "M", "C", "A", "u"] {
            driver.press(key)
            #expect(driver.message?.hasPrefix("nothing is decided: ") == true)
        }
        driver.type("t;S")
        #expect(driver.message?.hasPrefix("nothing is decided: ") == true)
        #expect(driver.letters == "      ")
        driver.press("q")
        #expect(driver.effects.contains(.quit))
        #expect(!driver.screen().lines.contains { $0.contains("none yet") })
    }

    @Test func `a store of a newer program is read, and the keys say why nothing is saved`() throws
    {
        var driver = try bench.driver()
        driver.press("S")
        try setForm(of: bench.store, 99)
        var later = try bench.driver()
        #expect(later.letters == "S     ")
        later.press("H")
        #expect(later.message?.contains("a newer ses-browser made it") == true)
        #expect(later.letters == "S     ")
    }

    private func setForm(of path: String, _ form: Int) throws {
        let script = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(sys.argv[2])"
        let status = try run(
            "/usr/bin/env", ["python3", "-c", script, path, "PRAGMA user_version = \(form)"])
        try #require(status == 0)
    }

    @Test func `damage that is found beside the screen stops the saving`() throws {
        var driver = try bench.driver()
        driver.press("S")
        driver.receive(.triage(.damaged(StoreError(.malformed, path: "t.db"))))
        #expect(driver.message?.hasPrefix("nothing is saved any more: t.db: it is damaged") == true)
        driver.press("H")
        #expect(driver.letters == "S     ")
        #expect(driver.message?.hasPrefix("nothing is decided: ") == true)
    }

    @Test func `a mail that cannot be read again keeps the mark it had`() throws {
        var driver = try bench.driver()
        driver.type("Sk")
        try Data("another file".utf8).write(to: URL(filePath: "\(bench.path)/a.log"))
        driver.type("H")
        #expect(driver.letters == "S     ")
        #expect(driver.message?.hasPrefix("1 mail could not be read again: ") == true)
        driver.type("M")
        #expect(driver.letters == "S     ")
        #expect(driver.state.triage.decidedCount == 1)
        #expect(driver.state.triage.unsaved == 0)
    }
}

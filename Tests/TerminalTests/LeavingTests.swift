import Glibc
import PtyHarness
import Testing

/// The terminal is given back, however the program ends.
@Suite(.serialized) struct LeavingTests {
    @Test func `quitting leaves with status 0 and a terminal as it was`() throws {
        let process = try Program.start()
        #expect(process.output.contains(Program.firstScreen))
        #expect(process.output.contains("\u{1B}[?1049h"))
        #expect(process.output.contains("\u{1B}[?2004h"))
        #expect(!process.terminalIsCooked)
        process.send(Program.quit)
        let end = try #require(process.waitForEnd(seconds: 5))
        #expect(end.status == 0)
        #expect(process.terminalIsCooked)
        #expect(process.hasRestoredScreen)
    }

    @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
    func `a signal to end is followed within a second`(number: Int32) throws {
        let process = try Program.start()
        process.signal(number)
        let end = try #require(process.waitForEnd(seconds: 1))
        #expect(end.signal == nil)
        #expect(end.status != 0)
        #expect(process.terminalIsCooked)
        #expect(process.hasRestoredScreen)
    }

    @Test(arguments: [SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGQUIT])
    func `a crash restores the terminal and still ends by its signal`(number: Int32) throws {
        let process = try Program.start()
        process.signal(number)
        let end = try #require(process.waitForEnd(seconds: 5))
        #expect(end.signal == number)
        #expect(process.terminalIsCooked)
        #expect(process.hasRestoredScreen)
        #expect(process.output.contains("crashed"))
        #expect(WireRules.findings(in: process.output).isEmpty)
    }

    @Test(arguments: [false, true])
    func `a dropped connection ends the program within a second`(ignoresHangUp: Bool) throws {
        let process = try Program.start(ignoresHangUp: ignoresHangUp)
        process.hangUp()
        let end = try #require(process.waitForEnd(seconds: 1))
        #expect(end.signal == nil || end.signal == SIGHUP)
        #expect(end.processorMilliseconds < 500)
    }

    @Test func `a signal to end is followed when nobody reads the terminal`() throws {
        let process = try Program.start()
        for _ in 0..<40 {
            process.send(String(repeating: Program.redraw, count: 50))
            usleep(10_000)
        }
        process.signal(SIGTERM)
        let end = try #require(process.waitForEnd(seconds: 2, readsOn: false))
        #expect(end.status == 128 + SIGTERM)
        #expect(process.terminalIsCooked)
    }

    @Test func `what libraries print goes to the crash log and not to the screen`() throws {
        let process = try Program.start()
        process.send(Program.quit)
        _ = process.waitForEnd(seconds: 5)
        var status = stat()
        #expect(unsafe stat("\(Program.folder)/state/ses-browser/crash.log", &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
    }
}

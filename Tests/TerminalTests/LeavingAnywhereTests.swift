import Glibc
import PtyHarness
import Testing

/// The terminal is given back from wherever the person is, also while a large log is being read.
@Suite(.serialized) struct LeavingAnywhereTests {
    /// What the person is in the middle of.
    enum Place: CaseIterable {
        case list
        case loading
        case prompt
        case search
        case help
        case filterText
        case filterGrid
        case regions
        case zoomedDetail

        fileprivate var keys: String {
            switch self {
            case .list, .loading: ""
            case .prompt: ":next"
            case .search: "/word"
            case .help: "?spam"
            case .filterText: "fspam:"
            case .filterGrid: "f\u{1B}[B"
            case .regions: ":regions\r"
            case .zoomedDetail: "\r"
            }
        }

        fileprivate func start() throws -> PtyProcess {
            try start(for: [0])[0].process
        }

        /// Starts a program for each signal, all at the same time.
        fileprivate func start(
            for signals: [Int32]
        ) throws -> [(number: Int32, process: PtyProcess)] {
            let log = self == .loading ? Logs.large : Logs.broken
            let started = try signals.map { number in
                let process = try PtyProcess(
                    [Program.path, log], environment: Program.environment)
                return (number, process)
            }
            for (_, process) in started {
                process.read(until: Program.detailWords, quiet: 20)
                process.send(keys)
            }
            for (_, process) in started { process.readUntilQuiet(40, limit: 300) }
            return started
        }
    }

    @Test(arguments: Place.allCases)
    func `F10 quits`(place: Place) throws {
        let process = try place.start()
        process.send("\u{1B}[21~")
        let end = try #require(process.waitForEnd(seconds: 2))
        #expect(end.status == 0)
        #expect(process.terminalIsCooked)
        #expect(process.hasRestoredScreen)
    }

    @Test(arguments: ["q", "Q", ":q\r", ":quit\r", "\u{1B}[21~"])
    func `every way to quit ends with status 0, also while a log is read`(keys: String) throws {
        for place in [Place.list, .loading] {
            let process = try place.start()
            process.send(keys)
            let end = try #require(process.waitForEnd(seconds: 2))
            #expect(end.status == 0)
            #expect(process.terminalIsCooked)
            #expect(process.hasRestoredScreen)
            #expect(WireRules.findings(in: process.output).isEmpty)
        }
    }

    @Test(arguments: Place.allCases)
    func `a signal to end gives 128 and its number`(place: Place) throws {
        for (number, process) in try place.start(for: [SIGTERM, SIGINT, SIGHUP]) {
            process.signal(number)
            let end = try #require(process.waitForEnd(seconds: 1.5))
            #expect(end.status == 128 + number)
            #expect(process.terminalIsCooked)
            #expect(process.hasRestoredScreen)
        }
    }

    @Test(arguments: Place.allCases)
    func `a crash restores the terminal`(place: Place) throws {
        for (number, process) in try place.start(for: [SIGSEGV, SIGILL, SIGTRAP]) {
            process.signal(number)
            let end = try #require(process.waitForEnd(seconds: 5))
            #expect(end.signal == number)
            #expect(process.terminalIsCooked)
            #expect(process.hasRestoredScreen)
            #expect(WireRules.findings(in: process.output).isEmpty)
        }
    }

    @Test(arguments: Place.allCases)
    func `a dropped connection ends the program`(place: Place) throws {
        let process = try place.start()
        process.hangUp()
        let end = try #require(process.waitForEnd(seconds: 1.5))
        #expect(end.signal == nil || end.signal == SIGHUP)
    }

    @Test(arguments: [SIGSEGV, SIGILL, SIGTRAP, SIGABRT])
    func `a crash on the thread that reads restores the terminal`(number: Int32) throws {
        let process = try Place.loading.start()
        // A release build may have read it all by now.
        guard process.signalOtherThread(number) else { return }
        let end = try #require(process.waitForEnd(seconds: 5))
        #expect(end.signal == number)
        #expect(process.terminalIsCooked)
        #expect(process.hasRestoredScreen)
        #expect(process.output.contains("crashed"))
    }
}

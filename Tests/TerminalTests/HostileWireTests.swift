import Glibc
import PtyHarness
import Testing

/// Whatever a mail or the name of a file holds, none of it acts on the terminal.
@Suite(.serialized) struct HostileWireTests {
    /// Opens and uses all that covers the list, and comes back to it.
    private static let overlays = [
        "f", "\u{1B}[B", "\u{1B}[B", " ", " ", "\u{1B}", "?", "spam", "\u{1B}", "/", "a", "\r", "n",
        ":regions\r", "\r", "\r", "\u{1B}", "\u{1B}", "\u{1B}", "D", "D", "l", "l", "h", "h",
    ]

    private func type(_ keys: [String], to processes: [PtyProcess], pause: UInt32) {
        for key in keys {
            for process in processes { process.send(key) }
            usleep(pause)
            for process in processes { process.readUntilQuiet(0) }
        }
    }

    /// Quits and looks at every byte that was sent.
    private func judge(_ process: PtyProcess, type: String = "xterm", _ name: String) {
        process.send("Q")
        #expect(process.waitForEnd(seconds: 10)?.status == 0, "\(name)")
        #expect(process.terminalIsCooked, "\(name)")
        let findings = WireRules.findings(in: process.output, type: type)
        #expect(findings.isEmpty, "\(name): \(findings.prefix(5))")
        #expect(!process.output.contains("owned\u{07}"))
    }

    @Test func `every mail in every view sends only what places, sets and shows`() throws {
        // Content has nothing to show of them; see below.
        let views = [("Summary", 0), ("Headers", 1), ("JSON", 3), ("Raw", 4)]
        let processes = try views.map { _ in
            try Program.start(files: Logs.hostile, showing: Program.detailWords)
        }
        for (view, process) in zip(views, processes) {
            process.readUntilQuiet(150)
            process.send(String(repeating: "v", count: view.1))
        }
        let keys = Array(repeating: Program.down, count: 121)
        type(keys, to: processes, pause: 75_000)
        for ((view, _), process) in zip(views, processes) {
            #expect(process.output.count > 20_000, "\(view): the details were not shown")
            judge(process, view)
        }
    }

    @Test func `bodies of mails send nothing else either`() throws {
        let sizes = [(48, 160), (24, 80), (10, 40)]
        let processes = try sizes.map { rows, columns in
            try Program.start(
                rows: rows, columns: columns, files: [Logs.hostileMail], showing: "Hostile")
        }
        type(["\r", "v", "v"], to: processes, pause: 20_000)
        for process in processes { process.read(until: "multipart/mixed") }
        type(Array(repeating: " ", count: 60), to: processes, pause: 20_000)
        for (size, process) in zip(sizes, processes) {
            #expect(WireRules.text(in: process.output).contains("^[[2J"), "\(size)")
            judge(process, "\(size)")
        }
    }

    @Test func `wide screens and overlays send nothing else either`() throws {
        let sizes = [(48, 160), (24, 80), (18, 60), (10, 40)]
        let processes = try sizes.map { rows, columns in
            try Program.start(
                rows: rows, columns: columns, files: Logs.hostile + [Logs.sample, Logs.broken],
                showing: "help")
        }
        type(Self.overlays, to: processes, pause: 20_000)
        for _ in 0..<5 {
            type(["v", "G", "g"], to: processes, pause: 75_000)
            type(Array(repeating: " ", count: 12), to: processes, pause: 20_000)
        }
        type(["\r"] + Array(repeating: "J", count: 10), to: processes, pause: 75_000)
        for (size, process) in zip(sizes, processes) { judge(process, "\(size)") }
    }

    @Test func `names of files act as little as mails`() throws {
        let path = Logs.copy(Logs.broken)
        let missing = path + Array(".no\u{1B}[2Jsuch".utf8)
        let process = try Program.start(bytes: [path, missing], showing: Program.detailWords)
        process.readUntilQuiet(200)
        type(Self.overlays + ["R", "v", "v", "v", "v"], to: [process], pause: 20_000)
        #expect(WireRules.text(in: process.output).contains("^["))
        judge(process, "names")
        let none = try Program.start(bytes: [missing], showing: "such")
        #expect(none.waitForEnd(seconds: 5)?.status == 2)
        #expect(WireRules.findings(in: none.output).isEmpty)
        #expect(!none.output.contains(0x1B))
    }

    @Test func `the same holds for every terminal, locale and choice of colours`() throws {
        let processes = try Surroundings.all.map { surroundings in
            try Program.start(
                changing: surroundings.environment, options: surroundings.options,
                files: Logs.hostile + [Logs.broken], showing: Program.detailWords)
        }
        let keys = Self.overlays + ["v", "v", "v", "v", "v", "\u{05}", "\u{19}", Program.redraw]
        type(keys, to: processes, pause: 40_000)
        type(Array(repeating: Program.down, count: 121), to: processes, pause: 15_000)
        for (surroundings, process) in zip(Surroundings.all, processes) {
            let name = "\(surroundings.environment) \(surroundings.options)"
            judge(process, type: surroundings.environment["TERM"] ?? "xterm", name)
            let hasColors = !WireRules.colors(in: process.output).isEmpty
            #expect(hasColors == surroundings.hasColors, "\(name)")
            let isASCII = process.output.allSatisfy { $0 < 0x80 }
            #expect(isASCII == surroundings.isASCII, "\(name)")
        }
    }
}

/// A terminal, a locale and options, and what follows from them.
private struct Surroundings {
    var environment: [String: String] = [:]
    var options: [String] = []
    var hasColors = true
    var isASCII = false

    static let all = [
        Surroundings(environment: ["LC_ALL": "C"], isASCII: true),
        Surroundings(environment: ["TERM": "vt100"], hasColors: false),
        Surroundings(environment: ["TERM": "linux"]),
        Surroundings(environment: ["NO_COLOR": "1"], hasColors: false),
        Surroundings(options: ["--color", "never"], hasColors: false),
        Surroundings(environment: ["NO_COLOR": "1"], options: ["--color", "always"]),
        Surroundings(options: ["--ascii"], isASCII: true),
        Surroundings(environment: ["LC_ALL": "C"], options: ["--utf8"]),
    ]
}

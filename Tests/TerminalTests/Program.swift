import Foundation
import PtyHarness

/// The program under test and all that these tests know of its screen and keys.
enum Program {
    /// What the first screen of the fixture shows, whatever the width.
    static let firstScreen = "mail number 0"

    /// What the border of the detail shows at 80x24, whatever the mail.
    static let detailWords = "(v next)"

    /// What the status line says of a paste that nobody asked for.
    static let pasteNote = "paste"

    static let quit = "q"
    static let down = "j"
    static let up = "k"
    static let redraw = "\u{0C}"

    /// The built program, which lies beside the test bundle.
    static let path: String = {
        let bundle = URL(fileURLWithPath: CommandLine.arguments[0])
        return bundle.deletingLastPathComponent().appendingPathComponent("ses-browser").path
    }()

    /// A folder for the files of this run.
    static let folder: String = {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent(
                "ses-browser-tests-\(ProcessInfo.processInfo.processIdentifier)")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.path
    }()

    /// A log of a hundred mails.
    static let fixture = log(of: 100, named: "mails.jsonl")

    /// Writes a log of so many mails, `mail number 0` and so on, with the ids `id0` and so on.
    static func log(of count: Int, named name: String) -> String {
        let path = "\(folder)/\(name)"
        let log = (0..<count).map(event).joined(separator: "\n") + "\n"
        Logs.write(Data(log.utf8), to: path)
        return path
    }

    /// The environment of a person's shell in a terminal of the common kind.
    static let environment = [
        "PATH": "/usr/bin:/bin", "HOME": folder, "XDG_STATE_HOME": "\(folder)/state",
        "TERM": "xterm-256color", "LANG": "C.UTF-8",
    ]

    /// Where the program keeps what is its own, so that it meets nothing of the person's.
    static let folders = [
        "XDG_STATE_HOME": "\(folder)/state", "XDG_CONFIG_HOME": "\(folder)/config",
    ]

    /// Starts the program on logs whose names may be any bytes, and waits until it shows `words`.
    static func start(
        rows: Int = 24, columns: Int = 80, changing changes: [String: String?] = [:],
        options: [String] = [], bytes files: [[UInt8]], showing words: String,
        input: String? = nil, ignoresHangUp: Bool = false
    ) throws -> PtyProcess {
        var environment = environment
        for (name, value) in changes { environment[name] = value }
        let process = try PtyProcess(
            bytes: ([path] + options).map { Array($0.utf8) } + files, rows: rows, columns: columns,
            environment: environment, input: input, ignoresHangUp: ignoresHangUp)
        process.read(until: words)
        return process
    }

    /// Starts the program on logs and waits until it shows `words`.
    static func start(
        rows: Int = 24, columns: Int = 80, changing changes: [String: String?] = [:],
        options: [String] = [], files: [String] = [fixture], showing words: String = firstScreen,
        input: String? = nil, ignoresHangUp: Bool = false
    ) throws -> PtyProcess {
        try start(
            rows: rows, columns: columns, changing: changes, options: options,
            bytes: files.map { Array($0.utf8) }, showing: words, input: input,
            ignoresHangUp: ignoresHangUp)
    }

    private static func event(_ number: Int) -> String {
        let verdicts = ["spam", "virus", "spf", "dkim", "dmarc"].enumerated().map { place, name in
            #""\#(name)Verdict":{"status":"\#((number + place) % 7 == 0 ? "FAIL" : "PASS")"}"#
        }
        let time = "2026-01-01T00:00:\(number % 60 < 10 ? "0" : "")\(number % 60).000Z"
        return #"{"Records":[{"eventSource":"aws:ses","eventVersion":"1.0","ses":{"mail":{"#
            + #""timestamp":"\#(time)","source":"ann\#(number)@example.com","#
            + #""messageId":"id\#(number)","destination":["bob@example.org"],"#
            + #""headersTruncated":false,"headers":[{"name":"Subject","#
            + #""value":"mail number \#(number)"}],"commonHeaders":{"from":["ann@example.com"],"#
            + #""to":["bob@example.org"],"subject":"mail number \#(number)"}},"receipt":{"#
            + #""timestamp":"\#(time)","processingTimeMillis":500,"#
            + #""recipients":["bob@example.org"],"# + verdicts.joined(separator: ",")
            + #","action":{"type":"Lambda","invocationType":"Event","functionArn":"arn:x"}}}}]}"#
    }
}

extension PtyProcess {
    /// True where the output holds what brings a terminal back to its normal state.
    var hasRestoredScreen: Bool {
        ["\u{1B}[?1049l", "\u{1B}[?25h", "\u{1B}[?2004l"].allSatisfy { output.contains($0) }
    }

    /// The number of bytes so far, to look only at what comes later.
    var mark: Int { output.count }
}

import PtyCalls

/// A shell in a tmux terminal, typed at and read as a person would.
///
/// Each session has a server of its own, which reads nobody's configuration and ends with it.
public final class TmuxSession {
    private let socket: String

    /// Starts a shell.
    ///
    /// - Parameters:
    ///   - rows: The terminal's rows.
    ///   - columns: The terminal's columns.
    ///   - environment: Variables for the shell besides those of the test.
    /// - Throws: ``PtyError`` where tmux is missing or refuses.
    public init(rows: Int = 24, columns: Int = 80, environment: [String: String] = [:]) throws {
        socket = "ses-browser-\(UInt64.random(in: .min ... .max))"
        let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let shell = ["env", "LANG=C.UTF-8", "PS1=ready> "] + variables
        _ = try run(
            ["-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"] + shell
                + ["bash", "--norc", "--noprofile"])
        guard screen(showing: "ready>").contains("ready>") else { throw PtyError() }
    }

    deinit {
        _ = try? run(["kill-server"])
    }
}

extension TmuxSession {
    /// Types keys by their tmux names, as `j`, `Enter` or `C-z`.
    public func type(_ keys: String...) { _ = try? run(["send-keys"] + keys) }

    /// Types many keys.
    public func type(_ keys: ArraySlice<String>) { _ = try? run(["send-keys"] + keys) }

    /// Types a line of text for the shell.
    public func enter(_ line: String) {
        _ = try? run(["send-keys", "-l", line])
        type("Enter")
    }

    /// Pastes text as the terminal's own paste does, bracketed where the program asked for it.
    public func paste(_ text: String) {
        _ = try? run(["set-buffer", "--", text])
        _ = try? run(["paste-buffer", "-p"])
    }

    /// Gives the terminal another size.
    public func resize(rows: Int, columns: Int) {
        _ = try? run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    }

    /// The screen as text, a line a row; with its colours as escape sequences where asked for.
    public func screen(colors: Bool = false) -> String {
        (try? run(["capture-pane", "-p"] + (colors ? ["-e"] : []))) ?? ""
    }

    /// The screen once it shows `text`, or as it stood when patience ran out.
    public func screen(showing text: String, seconds: Double = 5) -> String {
        screen(seconds: seconds) { $0.contains(text) }
    }

    /// The screen once it is as wanted, or as it stood when patience ran out.
    public func screen(seconds: Double = 5, where isWanted: (String) -> Bool) -> String {
        let clock = ContinuousClock()
        let deadline = clock.now + .seconds(seconds)
        while true {
            let screen = screen()
            if isWanted(screen) || clock.now >= deadline { return screen }
        }
    }

    /// A value that tmux knows of the terminal, as `#{alternate_on}`.
    public func value(_ format: String) -> String {
        ((try? run(["display-message", "-p", format])) ?? "").filter { $0 != "\n" }
    }

    /// Sets an option of the server.
    public func set(_ option: String, _ value: String) {
        _ = try? run(["set-option", "-g", option, value])
    }

    /// What a program has put into the server's clipboard last.
    public var buffer: String { (try? run(["show-buffer"])) ?? "" }

    private func run(_ arguments: [String]) throws -> String {
        let all = ["tmux", "-L", socket] + arguments
        var count: Int32 = -1
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, used in
            guard let start = buffer.baseAddress else { return }
            let joined = all.joined(separator: "\0") + "\0"
            count = unsafe pty_run(joined, Int32(all.count), start, 1 << 20)
            used = max(0, Int(count))
        }
        guard count >= 0 else { throw PtyError() }
        return String(decoding: bytes, as: UTF8.self)
    }
}

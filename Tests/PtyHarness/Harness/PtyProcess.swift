import PtyCalls

/// A program that runs in a terminal of its own, typed at and read by a test.
///
/// The test's end of the terminal stays open after the program has ended, so that nothing that it
/// wrote is lost and the state in which it left the terminal can be looked at.
public final class PtyProcess {
    /// What the program wrote so far.
    public private(set) var output: [UInt8] = []

    private var handle: PtyHandle
    private var end: ProcessEnd?
    private var masterIsOpen = true

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - arguments: The path of the program and its arguments.
    ///   - rows: The terminal's rows.
    ///   - columns: The terminal's columns.
    ///   - environment: The whole environment of the program.
    ///   - input: A file for standard input; nil for the terminal itself.
    ///   - ignoresHangUp: True to start it as `nohup` does.
    /// - Throws: ``PtyError`` where the system refuses.
    public convenience init(
        _ arguments: [String], rows: Int = 24, columns: Int = 80,
        environment: [String: String] = [:], input: String? = nil, ignoresHangUp: Bool = false
    ) throws {
        try self.init(
            bytes: arguments.map { Array($0.utf8) }, rows: rows, columns: columns,
            environment: environment, input: input, ignoresHangUp: ignoresHangUp)
    }

    /// Starts a program whose arguments may be any bytes but zero.
    ///
    /// - Parameters:
    ///   - arguments: The path of the program and its arguments.
    ///   - rows: The terminal's rows.
    ///   - columns: The terminal's columns.
    ///   - environment: The whole environment of the program.
    ///   - input: A file for standard input; nil for the terminal itself.
    ///   - ignoresHangUp: True to start it as `nohup` does.
    /// - Throws: ``PtyError`` where the system refuses.
    public init(
        bytes arguments: [[UInt8]], rows: Int = 24, columns: Int = 80,
        environment: [String: String] = [:], input: String? = nil, ignoresHangUp: Bool = false
    ) throws {
        handle = PtyHandle()
        let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
        let joined = Array(arguments.map { $0 + [0] }.joined()).map { CChar(bitPattern: $0) }
        let isStarted = unsafe pty_start(
            joined, Int32(arguments.count),
            variables.joined(separator: "\0") + "\0", Int32(variables.count),
            input ?? "", Int32(rows), Int32(columns), ignoresHangUp, &handle)
        guard isStarted else { throw PtyError() }
    }

    /// Starts a scene, a small program on the terminal's own bridge.
    ///
    /// - Parameters:
    ///   - scene: What it does.
    ///   - rows: The terminal's rows.
    ///   - columns: The terminal's columns.
    ///   - environment: The whole environment of the scene.
    ///   - color: 0 for colours as the environment says, 1 for never, 2 for always.
    ///   - charset: 0 for the locale's, 1 for ASCII, 2 for UTF-8.
    /// - Throws: ``PtyError`` where the system refuses.
    public init(
        scene: Scene, rows: Int = 6, columns: Int = 6, environment: [String: String],
        color: Int = 0, charset: Int = 0
    ) throws {
        handle = PtyHandle()
        let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
        let isStarted = unsafe pty_start_scene(
            scene.number, Int32(color), Int32(charset), variables.joined(separator: "\0") + "\0",
            Int32(variables.count),
            Int32(rows), Int32(columns), &handle)
        guard isStarted else { throw PtyError() }
    }

    deinit {
        if end == nil {
            _ = pty_signal(handle.pid, 9)
            _ = waitForEnd(seconds: 5)
        }
        if masterIsOpen { pty_close(handle.master) }
        pty_close(handle.slave)
    }
}

/// A terminal or a program that could not be had.
public struct PtyError: Error {}

/// How a program ended.
public struct ProcessEnd: Hashable, Sendable {
    /// Its exit status; nil where a signal ended it.
    public let status: Int32?
    /// The signal that ended it; nil where it left by itself.
    public let signal: Int32?
    /// The time that its processor worked for it.
    public let processorMilliseconds: Int
}

// MARK: - Reading

extension PtyProcess {
    /// Reads until nothing has come for `quiet` milliseconds, but no longer than `limit`.
    ///
    /// - Returns: What came in that time.
    @discardableResult
    public func readUntilQuiet(_ quiet: Int = 80, limit: Int = 5000) -> [UInt8] {
        let start = output.count
        let clock = ContinuousClock()
        let deadline = clock.now + .milliseconds(limit)
        while clock.now < deadline, readSome(milliseconds: quiet) {}
        return Array(output[start...])
    }

    /// Reads until the output since `start` holds `text`, and then until it is quiet.
    ///
    /// - Returns: False where it did not within `limit` milliseconds.
    @discardableResult
    public func read(
        until text: String, from start: Int = 0, quiet: Int = 80, limit: Int = 5000
    ) -> Bool {
        let clock = ContinuousClock()
        let deadline = clock.now + .milliseconds(limit)
        while !output.dropFirst(start).contains(text) {
            if clock.now >= deadline { return false }
            if !readSome(milliseconds: 20), end(at: 0) != nil {
                readUntilQuiet(quiet)
                return output.dropFirst(start).contains(text)
            }
        }
        readUntilQuiet(quiet)
        return true
    }

    /// Reads what comes within a time; false where nothing does.
    private func readSome(milliseconds: Int) -> Bool {
        guard masterIsOpen else { return false }
        var count: Int32 = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 65536) { buffer, used in
            guard let start = buffer.baseAddress else { return }
            count = unsafe pty_read(handle.master, start, 65536, Int32(milliseconds))
            used = max(0, Int(count))
        }
        output += bytes
        return count > 0
    }
}

// MARK: - Acting

extension PtyProcess {
    /// Types bytes.
    public func send(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            _ = unsafe pty_write(handle.master, start, Int32(buffer.count))
        }
    }

    /// Types text.
    public func send(_ text: String) { send(Array(text.utf8)) }

    /// Gives the terminal another size, as dragging its window does.
    public func resize(rows: Int, columns: Int) {
        _ = pty_resize(handle.master, Int32(rows), Int32(columns))
    }

    /// Sends the program a signal.
    public func signal(_ number: Int32) { _ = pty_signal(handle.pid, number) }

    /// Sends a signal to a thread of the program that is not its first.
    ///
    /// - Returns: False where there is none.
    public func signalOtherThread(_ number: Int32) -> Bool {
        pty_signal_other_thread(handle.pid, number)
    }

    /// Closes the terminal as a dropped connection does.
    public func hangUp() {
        guard masterIsOpen else { return }
        pty_close(handle.master)
        masterIsOpen = false
    }
}

// MARK: - The end

extension PtyProcess {
    /// True where the terminal is set as a shell wants it: lines, echo and signals from keys.
    public var terminalIsCooked: Bool { pty_is_cooked(handle.slave) }

    /// Waits for the program to end, reading on meanwhile.
    ///
    /// - Parameters:
    ///   - seconds: How long to wait.
    ///   - readsOn: False to leave the output unread, as a stalled connection does.
    /// - Returns: How it ended; nil where it did not.
    public func waitForEnd(seconds: Double, readsOn: Bool = true) -> ProcessEnd? {
        let clock = ContinuousClock()
        let deadline = clock.now + .seconds(seconds)
        while true {
            if let end = end(at: readsOn ? 5 : 0) { return end }
            if clock.now >= deadline { return nil }
        }
    }

    private func end(at pause: Int) -> ProcessEnd? {
        if let end { return end }
        let isReading = pause > 0 && readSome(milliseconds: pause)
        let checked = pty_check(handle.pid)
        guard checked.has_ended else { return nil }
        if isReading || pause > 0 { readUntilQuiet(20) }
        let ended = ProcessEnd(
            status: checked.status < 0 ? nil : checked.status,
            signal: checked.signal == 0 ? nil : checked.signal,
            processorMilliseconds: Int(checked.processor_milliseconds))
        end = ended
        return ended
    }
}

extension Collection where Element == UInt8 {
    /// True where the UTF-8 form of `text` occurs in these bytes.
    public func contains(_ text: String) -> Bool {
        let sought = Array(text.utf8)
        guard let first = sought.first else { return true }
        var rest = self[...]
        while let found = rest.firstIndex(of: first) {
            rest = rest[found...]
            if rest.starts(with: sought) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}

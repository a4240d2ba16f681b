import Processes

/// The browser on a terminal of 80 columns and 24 rows.
struct Session: ~Copyable {
    private let child: Child
    private let start: ContinuousClock.Instant
    private(set) var output: [UInt8] = []

    init(_ program: String, _ file: String) throws(Failure) {
        let command = [program, file]
        var child = Child()
        start = .now
        guard unsafe child_start_on_terminal(Child.joined(command), 2, 24, 80, &child) else {
            throw Failure("no terminal for \(program)")
        }
        self.child = child
    }

    deinit {
        child_kill(child)
        _ = child_wait(child)
    }
}

extension Session {
    /// The seconds from the start of the program until it has shown a text; nil where it does not.
    mutating func secondsUntil(_ text: String) -> Double? {
        while start.duration(to: .now) < .seconds(20) {
            guard read(milliseconds: 1000) >= 0 else { return nil }
            if output.contains(Array(text.utf8)) { return start.duration(to: .now).seconds }
        }
        return nil
    }

    /// Waits until the program is at rest and shows a text; false where it rests without.
    ///
    /// Who waits for a disk looks as if at rest, so rest counts only where it lasts.
    mutating func comesToRest(showing text: String) throws(Failure) -> Bool {
        for _ in 0..<20 {
            try rest()
            if shows(text) { return true }
        }
        return false
    }

    /// Waits until the program has used no processor and shown nothing for a while.
    private mutating func rest() throws(Failure) {
        var ticks = -1
        var quiet = 0
        while quiet < 3 {
            guard start.duration(to: .now) < .seconds(1800) else {
                throw Failure("the browser does not come to rest")
            }
            let count = read(milliseconds: 200)
            guard count >= 0, let now = processorTicks else {
                throw Failure("the browser has ended")
            }
            quiet = count == 0 && now == ticks ? quiet + 1 : 0
            ticks = now
            if output.count > 1 << 20 { output.removeAll() }
        }
    }

    /// Has everything drawn anew and tells whether a text is in it.
    private mutating func shows(_ text: String) -> Bool {
        output.removeAll()
        type(0x0C)
        while read(milliseconds: 300) > 0 {}
        return output.contains(Array(text.utf8))
    }

    /// The seconds from a key to the first of what it brings; nil where it brings nothing.
    mutating func secondsToFrame(_ key: Character) -> Double? {
        while read(milliseconds: 200) > 0 {}
        let pressed = ContinuousClock.now
        type(key.asciiValue ?? 0)
        return read(milliseconds: 2000) > 0 ? pressed.duration(to: .now).seconds : nil
    }

    /// Types a text, without waiting for what it brings.
    mutating func type(_ text: String) {
        for byte in text.utf8 { type(byte) }
        while read(milliseconds: 400) > 0 {}
    }

    /// The seconds from a key to the last of what it brings, behind which nothing comes for a while; nil
    /// where it brings nothing.
    mutating func secondsToRest(_ key: Character) -> Double? {
        while read(milliseconds: 200) > 0 {}
        let pressed = ContinuousClock.now
        type(key.asciiValue ?? 0)
        var last: Double?
        while read(milliseconds: 600) > 0 { last = pressed.duration(to: .now).seconds }
        return last
    }

    /// Memory that no file stands behind, in bytes.
    var anonymousMemory: Int? {
        number("RssAnon", in: "/proc/\(child.pid)/status").map { $0 << 10 }
    }

    /// Memory of files that is mapped by huge pages, in bytes.
    var hugeFileMemory: Int? {
        number("FilePmdMapped", in: "/proc/\(child.pid)/smaps_rollup").map { $0 << 10 }
    }

    /// The time that processors worked for the program, in ticks of the kernel.
    private var processorTicks: Int? {
        // The name in brackets may hold spaces; user and kernel time are fields 14 and 15.
        guard
            let fields = textOfFile("/proc/\(child.pid)/stat")?.split(separator: ")").last?
                .split(separator: " "), fields.count > 13
        else { return nil }
        return (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0)
    }

    private func type(_ key: UInt8) { _ = unsafe file_write(child.master, [key], 1) }

    /// Reads what comes within a time: the number of bytes, 0 for none, -1 at the end.
    private mutating func read(milliseconds: Int) -> Int {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe terminal_read(
            child.master, &bytes, Int32(bytes.count), Int32(milliseconds))
        if count > 0 { output += bytes[..<Int(count)] }
        return Int(count)
    }
}

import Processes

/// A run of a program from its start to its end.
struct ChildRun {
    let status: Int
    /// Seconds on the clock.
    let wall: Double
    /// Seconds of processors, user and kernel mode together.
    let processor: Double
    /// The most memory at once, in bytes; not less than what this program has.
    let peak: Int
}

extension Child {
    /// Runs a program to its end; nil where it cannot be started.
    static func run(_ command: [String], output: String = "/dev/null") -> ChildRun? {
        let start = ContinuousClock.now
        var child = Child()
        guard unsafe child_start(joined(command), Int32(command.count), output, &child) else {
            return nil
        }
        let end = child_wait(child)
        return ChildRun(
            status: Int(end.status), wall: start.duration(to: .now).seconds,
            processor: Double(end.processor_microseconds) / 1e6, peak: Int(end.peak_kibibytes) << 10
        )
    }

    /// Strings as the calls in C take them: each ends with a zero byte.
    static func joined(_ strings: [String]) -> [CChar] {
        strings.flatMap { $0.utf8.map { CChar(bitPattern: $0) } + [0] }
    }
}

extension Duration {
    /// As a number of seconds.
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}

/// The beginning of a file as text: for `/proc` and for what a program wrote.
func textOfFile(_ path: String) -> String? {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe file_read(path, &bytes, Int64(bytes.count))
    return count < 0 ? nil : String(decoding: bytes[..<Int(count)], as: UTF8.self)
}

/// The number behind a word at the start of a line of a file in `/proc`.
func number(_ word: String, in path: String) -> Int? {
    let lines = textOfFile(path)?.split(separator: "\n") ?? []
    guard let line = lines.first(where: { $0.hasPrefix(word + ":") }) else { return nil }
    return line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap {
        Int($0)
    }
}

import Glibc

/// Why nothing could be measured, in words for a person.
struct Failure: Error {
    let message: String

    init(_ message: String) { self.message = message }
}

/// Tells on standard error what is being done.
enum Progress {
    static func say(_ text: String) {
        let line = Array("benchmark: \(text)\n".utf8)
        _ = unsafe write(STDERR_FILENO, line, line.count)
    }
}

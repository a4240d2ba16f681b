import Foundation
import Testing

/// Runs programs and keeps what they say.
private func run(_ words: [String]) throws -> (output: String, errors: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    let errors = URL(filePath: "\(Program.folder)/errors-\(UUID().uuidString)")
    Logs.write(Data(), to: errors.path(percentEncoded: false))
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
        String(decoding: output, as: UTF8.self),
        String(decoding: try Data(contentsOf: errors), as: UTF8.self), process.terminationStatus
    )
}

/// What the system does wrong while a file is read, caused with strace and with limits.
@Suite(.serialized) struct InputFaultTests {
    private static let canTrace: Bool = {
        let trial = try? run([
            "strace", "-o", "/dev/null", "-e", "inject=getppid:error=EPERM", "true",
        ])
        return trial?.status == 0
    }()

    /// Some 3 MB: the fixture again and again.
    private static let log: String = {
        let path = "\(Program.folder)/faults.ndjson"
        let bytes = FileManager.default.contents(atPath: Program.fixture) ?? Data()
        Logs.write(Data((0..<40).map { _ in bytes }.joined()), to: path)
        return path
    }()

    private func check(injecting fault: String) throws -> (text: String, status: Int32) {
        let trace = [
            "strace", "-f", "-o", "/dev/null", "-P", Self.log, "-e", "inject=pread64:\(fault)",
        ]
        let result = try run(trace + [Program.path, "check", Self.log])
        return (result.output + result.errors, result.status)
    }

    @Test(.enabled(if: canTrace, "strace cannot trace here"))
    func `an error of the disk keeps what was read before it`() throws {
        let result = try check(injecting: "error=EIO:when=3")
        #expect(result.status == 1)
        #expect(result.text.contains("Input/output error"))
        #expect(!result.text.contains(" 0 events"))
        #expect(!result.text.contains(" 4000 events"))
    }

    @Test(.enabled(if: canTrace, "strace cannot trace here"))
    func `a read that a signal interrupts is done again`() throws {
        let result = try check(injecting: "error=EINTR:when=2+2")
        #expect(result.status == 0)
        #expect(result.text.contains(" 4000 events"))
    }

    @Test(.enabled(if: canTrace, "strace cannot trace here"))
    func `a read that gives nothing too early is told as a cut`() throws {
        let result = try check(injecting: "retval=0:when=3")
        #expect(result.status == 1)
        #expect(result.text.contains("was cut at byte"))
    }

    @Test func `what cannot be kept ends the reading of a packed file, not the program`() throws {
        let packed = "\(Program.folder)/faults.gz"
        let result = try run([
            "sh", "-c",
            "gzip -c '\(Self.log)' > '\(packed)' && ulimit -f 1200 && "
                + "exec '\(Program.path)' check '\(packed)'",
        ])
        #expect(result.status == 1)
        #expect(result.errors.contains("cannot be kept: File too large"))
        #expect(!result.output.contains(" 0 events"))
    }

    @Test(arguments: [
        "cat LOG | PROGRAM check -", "cat LOG | PROGRAM check", "gzip -c LOG | PROGRAM check",
        "PROGRAM check - < LOG",
    ])
    func `standard input is read to its end`(line: String) throws {
        let words = line.replacing("PROGRAM", with: "'\(Program.path)'")
            .replacing("LOG", with: "'\(Self.log)'")
        let result = try run(["sh", "-c", words])
        #expect(result.status == 0)
        #expect(result.output == "-: 4000 events\n")
    }
}

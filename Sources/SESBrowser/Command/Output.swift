import SESCore

internal import Glibc

/// Writes to a descriptor in large pieces and notices when nobody can take them.
struct Output {
    private var buffer: [UInt8] = []
    private let descriptor: Int32
    private static let pieceSize = 64 << 10

    static var standard: Output { Output(descriptor: STDOUT_FILENO) }
    static var errors: Output { Output(descriptor: STDERR_FILENO) }

    private init(descriptor: Int32) { self.descriptor = descriptor }

    /// True where a person sees what is written.
    var isTerminal: Bool { isatty(descriptor) == 1 }
}

extension Output {
    mutating func write(_ bytes: some Sequence<UInt8>) throws(ExitStatus) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.pieceSize { try flush() }
    }

    /// Writes a line of text, each part of which passes the gate to the screen.
    mutating func writeLine(_ text: RawText) throws(ExitStatus) {
        try write(VisibleText(text).utf8)
        try write([0x0A])
    }

    /// Hands everything over.
    ///
    /// - Throws: ``ExitStatus/success`` where the reader has gone away, which is its right, and
    ///   ``ExitStatus/writeError`` where the bytes could not be written.
    mutating func flush() throws(ExitStatus) {
        var done = 0
        while done < buffer.count {
            let written = unsafe buffer.withUnsafeBytes { bytes in
                unsafe Glibc.write(
                    descriptor, bytes.baseAddress.map { unsafe $0 + done }, bytes.count - done)
            }
            if written >= 0 {
                done += written
            } else if errno != EINTR {
                throw errno == EPIPE ? .success : .writeError
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }
}

/// What the program tells its caller when it ends.
struct ExitStatus: Error, Hashable {
    let code: Int32

    /// Everything was read.
    static let success = ExitStatus(code: 0)
    /// Something in the files, or one of them, could not be read.
    static let incomplete = ExitStatus(code: 1)
    /// None of the named files could be read.
    static let nothingRead = ExitStatus(code: 2)
    /// What was to be written could not be written.
    static let writeError = ExitStatus(code: 3)
    /// The command line could not be understood (`EX_USAGE` of sysexits.h).
    static let usage = ExitStatus(code: 64)
}

extension ExitStatus {
    /// The status that follows from what was found in the files.
    init(_ files: [FileReport]) {
        let failed = files.count { $0.failure != nil && $0.bytesRead == 0 }
        if failed == files.count, failed > 0 {
            self = .nothingRead
        } else {
            let isWhole = files.allSatisfy { $0.failure == nil && $0.brokenRegions.isEmpty }
            self = isWhole ? .success : .incomplete
        }
    }
}

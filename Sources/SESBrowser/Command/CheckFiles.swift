import ArgumentParser
import SESCore

/// `ses-browser check`: what was read, by file, and what could not be.
struct CheckFiles: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tell what the files hold: events, other documents by kind, broken regions.",
        discussion: """
            Exit status: 0 if all was read, 1 if parts or some files could not be, 2 if no file \
            could be read, 3 if writing failed.
            """)

    @Option(help: "How to write: text for people, or one JSON object.")
    var format = Format.text
    @OptionGroup var arguments: FileArguments

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
    }

    func validate() throws {
        if arguments.paths.isEmpty { throw ValidationError("Name a log to read.") }
    }

    func run() throws {
        let files = LogLoader(paths: arguments.paths).load().files
        var output = Output.standard
        switch format {
        case .text:
            for file in files {
                for line in CheckReport.lines(file) { try output.writeLine(line) }
            }
        case .json: try output.write(CheckReport.json(files))
        }
        try output.flush()
        for file in files {
            if let failure = file.failure { FileComplaints.write(failure, path: file.path) }
        }
        let status = ExitStatus(files)
        if status != .success { throw status }
    }
}

/// What `check` writes.
enum CheckReport {
    /// A line for the file and one for each broken region in it.
    static func lines(_ file: FileReport) -> [RawText] {
        var summary = "\(file.events) \(file.events == 1 ? "event" : "events")"
        let others = file.otherDocuments.values.reduce(0, +)
        if others > 0 {
            let kinds = file.kinds.map { "\($0.value) \($0.key.rawValue)" }.joined(separator: ", ")
            summary += ", \(others) other \(others == 1 ? "document" : "documents") (\(kinds))"
        }
        if let remark = file.failure ?? file.note { summary += ", \(remark)" }
        var lines = [RawText(file.path.bytes + Array(": \(summary)".utf8))]
        for region in file.brokenRegions {
            let line = region.line.map { "line \($0), " } ?? ""
            lines.append(
                RawText(
                    file.path.bytes
                        + Array(
                            ": broken: \(line)offset \(region.offset), \(region.length) bytes: \(region.reason)"
                                .utf8)))
        }
        return lines
    }

    /// One object with totals and a member for each file.
    static func json(_ files: [FileReport]) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("events", files.reduce(0) { $0 + $1.events })
            writer.member(
                "otherDocuments", files.reduce(0) { $0 + $1.otherDocuments.values.reduce(0, +) })
            writer.member("brokenRegions", files.reduce(0) { $0 + $1.brokenRegions.count })
            writer.key("files")
            writer.array { writer in
                for file in files { writer.object { writer in write(file, to: &writer) } }
            }
        }
        writer.lineFeed()
        return writer.bytes
    }

    private static func write(_ file: FileReport, to writer: inout JSONWriter) {
        writer.path("path", file.path)
        writer.member("bytes", file.bytesRead)
        writer.member("events", file.events)
        writer.key("otherDocuments")
        writer.object { writer in
            for (kind, count) in file.kinds { writer.member(kind.rawValue, count) }
        }
        writer.key("brokenRegions")
        writer.array { writer in
            for region in file.brokenRegions {
                writer.object { writer in
                    writer.member("offset", region.offset)
                    writer.member("length", region.length)
                    writer.key("line")
                    if let line = region.line { writer.number(line) } else { writer.null() }
                    writer.member("reason", RawText(region.reason))
                }
            }
        }
        if let failure = file.failure { writer.member("error", RawText(failure)) }
        if let note = file.note { writer.member("note", RawText(note)) }
    }
}

extension FileReport {
    /// The other documents by kind, in the order of the words.
    fileprivate var kinds: [(key: OtherKind, value: Int)] {
        otherDocuments.sorted { $0.key.rawValue < $1.key.rawValue }
    }
}

extension JSONWriter {
    /// A member whose value is a whole number.
    mutating func member(_ key: String, _ number: Int) {
        self.key(key)
        self.number(number)
    }
}

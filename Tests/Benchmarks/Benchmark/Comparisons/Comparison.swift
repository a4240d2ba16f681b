import Processes

/// What all comparisons share.
struct Comparison {
    let options: Options
    let program: String
    let folder: String

    /// A group of figures, made by one comparison.
    struct Group: Sendable {
        /// The word for `--only`.
        let name: String
        let measure: @Sendable (Comparison) throws(Failure) -> [Figure]
    }

    /// All groups, in the order of the table.
    static let groups = [lineCount, shapes, gzip, peers, questions, start, browser, filters]
}

extension Comparison {
    /// The file of these events, in the memory that the kernel keeps of files.
    func data(_ shape: Shape, events: Int) throws(Failure) -> DataFile {
        let file = try DataFile(shape, events: events, seed: options.seed, in: folder)
        _ = Child.run(["cat", file.path])
        return file
    }

    /// The program reading a file whole; what it cannot read as it should does not count.
    func ours(_ file: DataFile) -> (contender: Alternation.Contender, failure: String?) {
        let contender = Alternation.Contender(
            name: "ses-browser", command: [program, "check", file.path])
        let report = folder + "/report.json"
        let command = [program, "check", "--format", "json", file.path]
        guard let run = Child.run(command, output: report) else {
            return (contender, "does not start")
        }
        guard run.status == 0, let text = textOfFile(report),
            text.hasPrefix("{\"events\":\(file.events),")
        else { return (contender, "does not read all \(file.events) events") }
        return (contender, nil)
    }
}

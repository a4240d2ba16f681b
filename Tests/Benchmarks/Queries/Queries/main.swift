import SESCore

guard CommandLine.arguments.count > 1 else {
    fatalError("name a log: queries FILE [RUNS [PART OF A NAME]]")
}
let options = CommandLine.arguments.dropFirst(2)
let runs = options.first.flatMap { Int($0) } ?? 7
let table = LogLoader(paths: [RawText(CommandLine.arguments[1])]).load()
print("\(table.count) rows, median and least of \(runs) runs, answer, question\n")
try Timings(table, runs: runs, of: options.dropFirst().first ?? "").run()

import Processes

/// Commands that are measured in turns, so that what else the machine does falls on all alike.
struct Alternation {
    /// A command of the turns.
    struct Contender {
        let name: String
        let command: [String]
        /// Where its standard output goes.
        var output = "/dev/null"
        /// The exit statuses of a run that counts.
        var accepted = [0]
    }

    /// What came out for one command.
    struct Outcome {
        let name: String
        fileprivate(set) var runs: [ChildRun] = []
        /// Why the command does not count; nil where it does.
        fileprivate(set) var failure: String?

        /// The middle one of the seconds on the clock.
        var wall: Double { median(runs.map(\.wall)) }
        /// The middle one of the processors' seconds.
        var processor: Double { median(runs.map(\.processor)) }
        /// The most memory of all runs, in bytes.
        var peak: Int { runs.map(\.peak).max() ?? 0 }
        /// The shortest and the longest run.
        var spread: (least: Double, most: Double) {
            (runs.map(\.wall).min() ?? 0, runs.map(\.wall).max() ?? 0)
        }
    }

    /// Runs each command once untimed, and then all of them in turns.
    ///
    /// - Parameters:
    ///   - contenders: The commands.
    ///   - runs: How often each runs.
    ///   - before: Done before each run, untimed.
    /// - Returns: What came out, in the order of the commands.
    static func measure(_ contenders: [Contender], runs: Int, before: () -> Void = {}) -> [Outcome]
    {
        var outcomes = contenders.map { Outcome(name: $0.name) }
        for turn in 0...runs {
            for (index, contender) in contenders.enumerated()
            where outcomes[index].failure == nil {
                before()
                let run = Child.run(contender.command, output: contender.output)
                guard let run, contender.accepted.contains(run.status) else {
                    outcomes[index].failure =
                        run.map { "exit status \($0.status)" } ?? "does not start"
                    continue
                }
                if turn > 0 { outcomes[index].runs.append(run) }
            }
        }
        return outcomes
    }
}

/// The middle one of some numbers; not a number where there are none.
func median(_ numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    guard let last = sorted.last else { return .nan }
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
        ? (sorted[middle - 1] + sorted[middle]) / 2
        : min(sorted[middle], last)
}

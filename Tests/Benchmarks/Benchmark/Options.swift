/// What the command line asks for.
struct Options {
    var events = 1_000_000
    var shapeEvents = 100_000
    var peerEvents = 200_000
    var runs = 5
    var seed: UInt64 = 1
    var program = ""
    var folder: String?
    /// The groups of figures to make; empty for all.
    var only: [String] = []
    /// True to fail where a target is missed.
    var checks = false

    static let usage = """
        Usage: run.sh [--quick] [--check] [--only GROUP]... [--events N] [--shape-events N]
                      [--peer-events N] [--runs N] [--seed N] [--program PATH] [--folder PATH]

        Measures the release build of ses-browser and prints a table in Markdown.

          --quick   100,000 events, 20,000 in the other shapes and for peers, 3 runs
          --check   exit status 1 where a target of Targets.swift is missed, each named
          --only    one of: \(Comparison.groups.map { $0.name }.joined(separator: " "))
          --folder  where data is made and kept; ${TMPDIR:-/tmp}/ses-benchmarks else

        """
}

extension Options {
    /// Reads the arguments; nil where they are to be explained.
    init?(_ arguments: [String]) throws(Failure) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--quick":
                events = 100_000
                shapeEvents = 20_000
                peerEvents = 20_000
                runs = 3
            case "--check": checks = true
            case "--events": events = try Self.number(argument, &rest)
            case "--shape-events": shapeEvents = try Self.number(argument, &rest)
            case "--peer-events": peerEvents = try Self.number(argument, &rest)
            case "--runs": runs = try Self.number(argument, &rest)
            case "--seed": seed = UInt64(try Self.number(argument, &rest))
            case "--program": program = try Self.value(argument, &rest)
            case "--folder": folder = try Self.value(argument, &rest)
            case "--only": only.append(try Self.group(argument, &rest))
            case "--help", "-h": return nil
            default: throw Failure("what is \(argument)? --help tells what there is")
            }
        }
    }

    private static func value(_ option: String, _ rest: inout ArraySlice<String>) throws(Failure)
        -> String
    {
        guard let value = rest.popFirst() else { throw Failure("\(option) wants a value") }
        return value
    }

    private static func number(_ option: String, _ rest: inout ArraySlice<String>) throws(Failure)
        -> Int
    {
        guard let number = Int(try value(option, &rest)), number > 0 else {
            throw Failure("\(option) wants a number above 0")
        }
        return number
    }

    private static func group(_ option: String, _ rest: inout ArraySlice<String>) throws(Failure)
        -> String
    {
        let name = try value(option, &rest)
        guard Comparison.groups.contains(where: { $0.name == name }) else {
            throw Failure("\(option) knows no \(name)")
        }
        return name
    }
}

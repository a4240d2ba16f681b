import Glibc
import Processes

/// One run of the benchmark.
struct Benchmark {
    private let comparison: Comparison

    init(_ options: Options) throws(Failure) {
        guard unsafe access(options.program, X_OK) == 0 else {
            throw Failure("there is no program at \"\(options.program)\"; name it by --program")
        }
        let folder = options.folder ?? Self.variable("TMPDIR", else: "/tmp") + "/ses-benchmarks"
        guard Child.run(["mkdir", "-p", folder])?.status == 0 else {
            throw Failure("cannot make \(folder)")
        }
        // What the program spools has to lie on the disk that others are measured on.
        unsafe setenv("TMPDIR", folder, 1)
        // The program's own files stay apart from the person's, and begin anew.
        let home = folder + "/home"
        guard Child.run(["rm", "-rf", home])?.status == 0 else {
            throw Failure("cannot remove \(home)")
        }
        for name in ["XDG_STATE_HOME", "XDG_CONFIG_HOME"] { unsafe setenv(name, home, 1) }
        unsafe unsetenv("SES_BROWSER_STORE")
        comparison = Comparison(options: options, program: options.program, folder: folder)
    }

    /// Measures, prints the table and answers with the exit status.
    func run() throws(Failure) -> Int32 {
        let only = comparison.options.only
        var figures: [Figure] = []
        for group in Comparison.groups where only.isEmpty || only.contains(group.name) {
            figures += try group.measure(comparison)
        }
        print("\(Machine.text)\n\n\(Table.text(figures))", terminator: "")
        guard comparison.options.checks else { return 0 }
        let missed = figures.filter(\.isMissed)
        for figure in missed {
            let value = figure.value.map { Spelling.value($0, figure.unit) } ?? "not measured"
            let target = figure.target.map { Spelling.value($0, figure.unit) } ?? ""
            Progress.say("missed: \(figure.what): \(value), at most \(target); \(figure.detail)")
        }
        return missed.isEmpty ? 0 : 1
    }

    private static func variable(_ name: String, else other: String) -> String {
        guard let value = unsafe getenv(name) else { return other }
        let text = unsafe String(cString: value)
        return text.isEmpty ? other : text
    }
}

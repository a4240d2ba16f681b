import Glibc

do throws(Failure) {
    guard let options = try Options(Array(CommandLine.arguments.dropFirst())) else {
        print(Options.usage, terminator: "")
        exit(0)
    }
    exit(try Benchmark(options).run())
} catch {
    Progress.say(error.message)
    exit(2)
}

import Glibc

extension Comparison {
    /// Reading a compressed log, against `gzip` writing what is in it to the same disk.
    static let gzip = Group(name: "gzip") { comparison throws(Failure) in
        let file = try comparison.data(.gzip, events: comparison.options.shapeEvents)
        let (ours, failure) = comparison.ours(file)
        let what = "gzip, \(Spelling.grouped(file.events)) events, against `gzip -dc` to a file"
        if let failure { return [Figure(id: "gzip", what: what, detail: failure)] }
        Progress.say("reads \(file.path), and inflates it")
        let inflated = comparison.folder + "/inflated"
        let peer = Alternation.Contender(
            name: "gzip", command: ["gzip", "-dc", file.path], output: inflated)
        let outcomes = Alternation.measure([ours, peer], runs: comparison.options.runs) {
            // Neither has to wait for the disk of the other, nor to empty a file first.
            unsafe unlink(inflated)
            sync()
        }
        unsafe unlink(inflated)
        return [Figure("gzip", what, outcomes[0], outcomes[1])]
    }
}

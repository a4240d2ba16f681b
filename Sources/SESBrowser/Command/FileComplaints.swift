import SESCore

/// Tells on the error output what could not be read.
enum FileComplaints {
    static func write(_ files: [FileReport]) {
        for file in files {
            if let remark = file.failure ?? file.note { write(remark, path: file.path) }
            let regions = file.brokenRegions.count
            if regions > 0 {
                let noun = regions == 1 ? "region" : "regions"
                write(
                    "\(regions) broken \(noun); ses-browser check tells where and why",
                    path: file.path)
            }
        }
    }

    /// Writes one line; there is nobody to tell if even that fails.
    static func write(_ message: String, path: RawText? = nil) {
        var line = RawText("ses-browser: ")
        if let path { line.bytes += path.bytes + Array(": ".utf8) }
        line.bytes += Array(message.utf8)
        var errors = Output.errors
        try? errors.writeLine(line)
        try? errors.flush()
    }
}

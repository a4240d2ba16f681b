/// The keys that terminfo describes, by the names of their capabilities.
enum KeyNames {
    /// What the terminal sends for each of its keys.
    static func sequences() -> [[UInt8]: Key] {
        var sequences: [[UInt8]: Key] = [:]
        for (name, key) in named {
            let bytes = CursesCalls.bytes(ofKey: name)
            // Single bytes are letters and controls, which mean the same on every terminal.
            if bytes.count > 1, bytes[0] == KeyDecoder.escape { sequences[bytes] = key }
        }
        return sequences
    }

    private static let named: [(String, Key)] =
        [
            ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right),
            ("kpp", .pageUp), ("knp", .pageDown), ("khome", .home), ("kend", .end),
            ("kich1", .insert), ("kdch1", .delete), ("kbs", .backspace),
            ("kcbt", .backTab), ("kent", .enter),
        ] + (1...12).map { ("kf\($0)", .function($0)) }
}

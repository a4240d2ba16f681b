/// A bracketed paste while it comes in.
struct PasteAssembly {
    /// What was pasted so far; what goes beyond the limit is dropped.
    private(set) var bytes: [UInt8] = []

    /// How much of the end marker the last bytes match.
    private var matched = 0

    /// The most that is kept of a paste, in bytes.
    static let limit = 1 << 20

    private static let end = Array("\u{1B}[201~".utf8)
}

extension PasteAssembly {
    /// Takes a byte; true where it ended the paste.
    mutating func append(_ byte: UInt8) -> Bool {
        if byte == PasteAssembly.end[matched] {
            matched += 1
            return matched == PasteAssembly.end.count
        }
        keep(PasteAssembly.end.prefix(matched))
        matched = byte == PasteAssembly.end[0] ? 1 : 0
        if matched == 0 { keep(CollectionOfOne(byte)) }
        return false
    }

    private mutating func keep(_ more: some Collection<UInt8>) {
        bytes.append(contentsOf: more.prefix(PasteAssembly.limit - bytes.count))
    }
}

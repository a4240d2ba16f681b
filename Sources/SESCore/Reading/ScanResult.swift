/// The three answers of every function that reads bytes which may not all be there yet.
enum ScanResult: Hashable, Sendable {
    /// What was looked for ends before this position.
    case ok(Int)
    /// The bytes end first; with more of them the answer may be another.
    case more
    /// What stands here cannot be what was looked for, whatever follows.
    case bad(ScanFailure)
}

/// Why something could not be read, and where.
struct ScanFailure: Error, Hashable, Sendable {
    /// The position of the byte at which reading stopped.
    var position: Int
    var reason: Reason

    enum Reason: Hashable, Sendable {
        case lineFeedInString
        case mismatchedBracket
        case misplaced(UInt8)
        case tooDeep
        case tooLong
        case endOfInput
        case badEscape
        /// What another form than JSON cannot have, in words.
        case unreadable(String)
    }
}

extension ScanFailure.Reason: CustomStringConvertible {
    var description: String {
        switch self {
        case .lineFeedInString: "a text is not closed before the end of its line"
        case .mismatchedBracket: "a bracket is closed by one of another kind"
        case .misplaced(let byte):
            byte > 0x20 && byte < 0x7F
                ? "'\(Character(Unicode.Scalar(byte)))' stands where JSON cannot have it"
                : "byte 0x\(String(byte, radix: 16)) stands where JSON cannot have it"
        case .tooDeep: "brackets nest deeper than \(JSONStructure.deepest)"
        case .tooLong: "the document does not end within its limit"
        case .endOfInput: "the document is cut off"
        case .unreadable(let words): words
        case .badEscape: "a text holds an escape that JSON does not have"
        }
    }
}

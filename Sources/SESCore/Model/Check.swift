/// One of the five checks whose verdict SES writes into the receipt of a mail.
///
/// The order is that of the verdict strip `SVPDM`.
public enum Check: UInt8, CaseIterable, Hashable, Sendable {
    case spam
    case virus
    case spf
    case dkim
    case dmarc
}

extension Check {
    /// The word for the check in queries and in the columns of headless output.
    public var word: String {
        switch self {
        case .spam: "spam"
        case .virus: "virus"
        case .spf: "spf"
        case .dkim: "dkim"
        case .dmarc: "dmarc"
        }
    }

    /// The name people write: an acronym in capitals, a word in small letters.
    public var name: String {
        switch self {
        case .spam: "spam"
        case .virus: "virus"
        case .spf: "SPF"
        case .dkim: "DKIM"
        case .dmarc: "DMARC"
        }
    }

    /// The letter of the check in the verdict strip: `S V P D M`.
    public var letter: Unicode.Scalar {
        switch self {
        case .spam: "S"
        case .virus: "V"
        case .spf: "P"
        case .dkim: "D"
        case .dmarc: "M"
        }
    }
}

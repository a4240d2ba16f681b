/// What a verdict says, one of seven values.
///
/// The first four words are documented by AWS, `DISABLED` is common and undocumented. A status of
/// any other spelling is ``other`` and keeps its spelling in ``Verdict``.
/// See <https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html>.
public enum VerdictStatus: UInt8, CaseIterable, Hashable, Sendable {
    /// The event has no such verdict, or it is `null` or an object without status.
    case missing
    case pass
    case fail
    case gray
    case processingFailed
    /// The receipt rule has scanning off: a fact about the configuration, not about the mail.
    case disabled
    case other
}

extension VerdictStatus {
    /// The status of a token, compared whole, ASCII letter case aside, untrimmed.
    public init(token: RawText) {
        self =
            Self.known.first { token.equalsIgnoringCase($0.0) }.map(\.1) ?? .other
    }

    private static let known: [(StaticString, VerdictStatus)] = [
        ("PASS", .pass), ("FAIL", .fail), ("GRAY", .gray),
        ("PROCESSING_FAILED", .processingFailed), ("DISABLED", .disabled),
    ]

    /// The status as AWS spells it; `missing` and `other` in small letters, since AWS has no word.
    public var name: String {
        switch self {
        case .missing: "missing"
        case .pass: "PASS"
        case .fail: "FAIL"
        case .gray: "GRAY"
        case .processingFailed: "PROCESSING_FAILED"
        case .disabled: "DISABLED"
        case .other: "other"
        }
    }
}

/// The verdict of one check, with the status as the event spells it.
public struct Verdict: Hashable, Sendable {
    /// What the verdict says.
    public var status: VerdictStatus

    /// The status as spelled; nil where it is missing. A value of another type than text is
    /// kept as its JSON source.
    public var spelled: RawText?

    /// A verdict that the event does not have.
    public static let missing = Verdict(status: .missing, spelled: nil)

    /// A verdict of the given status and spelling.
    public init(status: VerdictStatus, spelled: RawText?) {
        self.status = status
        self.spelled = spelled
    }

    /// The verdict that a status token stands for.
    public init(token: RawText) {
        self.init(status: VerdictStatus(token: token), spelled: token)
    }
}

/// The five verdicts of a mail, by check.
public struct Verdicts: Hashable, Sendable {
    private var values = [Verdict](repeating: .missing, count: Check.allCases.count)

    /// Five missing verdicts.
    public init() {}

    /// The verdict of a check.
    public subscript(check: Check) -> Verdict {
        get { values[Int(check.rawValue)] }
        set { values[Int(check.rawValue)] = newValue }
    }
}

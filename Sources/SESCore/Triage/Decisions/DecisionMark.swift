/// What a list knows of the decision about a mail, in one byte.
public struct DecisionMark: Hashable, Sendable, BitwiseCopyable {
    /// 0, or the raw value of a decision in the low 3 bits; 8 where there is a note.
    public let rawValue: UInt8

    /// Nobody decided anything and nobody noted anything.
    public static let none = DecisionMark(decision: nil, isNoted: false)

    /// A mark of the given parts; a decision that was taken back is none.
    public init(decision: Decision?, isNoted: Bool) {
        let decided = decision == .clear ? 0 : decision?.rawValue ?? 0
        rawValue = decided | (isNoted ? 8 : 0)
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }
}

extension DecisionMark {
    /// The decision, never ``Decision/clear``; nil where the mail is undecided.
    public var decision: Decision? { Decision(rawValue: rawValue & 7) }

    /// True where there is a note.
    public var isNoted: Bool { rawValue & 8 != 0 }
}

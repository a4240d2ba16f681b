/// The current decisions of a store, for a list that asks about each of its rows.
///
/// A mail with an id of SES is found by the hash that the table keeps of it. One without is
/// told only by its whole key, for which its record is read again.
public struct DecisionIndex: Sendable {
    /// The last row of the store that is in here.
    public internal(set) var lastRow: Int64 = 0
    private var slots: DecisionSlots
    private var exact: [TriageKey: DecisionMark] = [:]

    /// No decision is known.
    public init() { slots = DecisionSlots() }

    init(_ slots: DecisionSlots) { self.slots = slots }

    /// What is known of a row by its hash.
    enum Answer: Hashable {
        case mark(DecisionMark)
        /// A mail without id is among those of this hash.
        case dependsOnKey
    }

    private static let dependsOnKey: UInt8 = 0xFF
}

extension DecisionIndex {
    /// How many mails were ever decided or noted.
    public var count: Int { slots.count + exact.count }

    /// The mark of a mail.
    public func mark(of key: TriageKey) -> DecisionMark {
        guard let (hash, hasID) = TriageKey.tableHash(of: key.bytes.span) else { return .none }
        if !hasID { return exact[key] ?? .none }
        return slots[hash].map(DecisionMark.init(rawValue:)) ?? .none
    }

    /// Takes in the current decision of a mail.
    public mutating func apply(_ decision: StoredDecision) {
        set(decision.mark, of: decision.key)
        lastRow = max(lastRow, decision.row)
    }

    /// Takes in a decision that is about to be saved.
    public mutating func apply(_ decision: NewDecision) {
        let isNoted = decision.note.map { !$0.isEmpty } ?? mark(of: decision.key).isNoted
        set(DecisionMark(decision: decision.decision, isNoted: isNoted), of: decision.key)
    }

    /// Nothing is known of a mail any more.
    public mutating func forget(_ key: TriageKey) { set(.none, of: key) }

    /// Every row of the store up to one is known.
    public mutating func noteRow(_ row: Int64) { lastRow = max(lastRow, row) }

    mutating func set(_ mark: DecisionMark, of key: TriageKey) {
        guard let (hash, hasID) = TriageKey.tableHash(of: key.bytes.span) else { return }
        if hasID {
            slots[hash] = mark.rawValue
        } else {
            slots[hash] = Self.dependsOnKey
            exact[key] = mark
        }
    }

    func answer(for hash: UInt64) -> Answer {
        guard let byte = slots[hash] else { return .mark(.none) }
        return byte == Self.dependsOnKey ? .dependsOnKey : .mark(DecisionMark(rawValue: byte))
    }
}

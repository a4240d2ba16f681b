/// A text of a mail that the index skips, and that a second reading finds.
public enum LateField: UInt8, CaseIterable, Hashable, Sendable {
    /// The envelope sender; empty for the null sender and where there is none.
    case source
    /// The envelope recipients that the receipt rule matched, a line feed between two.
    case recipients
    /// The address of the client, as the trusted headers tell it.
    case ip
    /// The type of the receipt action.
    case action
}

/// What rows say that the index skips, for the first ``rowCount`` rows of a table.
///
/// Texts are kept once each and numbered; a row holds their numbers.
public struct LateColumns: Sendable {
    /// Of how many rows of the table these are known.
    public private(set) var rowCount = 0
    private var numbers = [[UInt32]](repeating: [], count: LateField.allCases.count)
    private var texts = [[RawText]](repeating: [], count: LateField.allCases.count)
    private var took: [UInt32] = []
    private var mismatched: [Bool] = []
    private var known = [[RawText: UInt32]](repeating: [:], count: LateField.allCases.count)

    /// Nothing is known yet.
    public init() {}
}

extension LateColumns {
    /// How many different texts a field has.
    public func distinctCount(_ field: LateField) -> Int { texts[Int(field.rawValue)].count }

    /// The text of a number from 0 up to ``distinctCount(_:)``.
    public func text(_ field: LateField, _ number: UInt32) -> ArraySlice<UInt8> {
        texts[Int(field.rawValue)][Int(number)].bytes[...]
    }

    /// The number of a row's text.
    public func number(_ field: LateField, of row: Int) -> UInt32 {
        numbers[Int(field.rawValue)][row]
    }

    /// How long SES took to process the mail, in milliseconds; nil where the event does not tell.
    public func took(_ row: Int) -> Int? { took[row] == .max ? nil : Int(took[row]) }

    /// True where headers that claim to be written by SES say something else than the receipt.
    public func isMismatched(_ row: Int) -> Bool { mismatched[row] }
}

extension LateColumns {
    /// Adds what the next row says: a text for each field, in their order.
    mutating func append(_ texts: [RawText], took milliseconds: UInt32?, isMismatched: Bool) {
        for (field, text) in texts.enumerated() {
            let number = self.texts[field].firstIndex(of: text) ?? self.texts[field].count
            if number == self.texts[field].count { self.texts[field].append(text) }
            numbers[field].append(UInt32(number))
        }
        took.append(milliseconds ?? .max)
        mismatched.append(isMismatched)
        rowCount += 1
    }
}

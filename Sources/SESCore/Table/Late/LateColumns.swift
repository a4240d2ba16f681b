/// What rows say that the index skips, for the first ``rowCount`` rows of a table.
///
/// Texts are kept once each and numbered; a row holds their numbers. A value, cheap to copy: chunks of
/// rows and blocks of texts that are full never change. A row costs 5 to 21 bytes, as there are few or
/// many different texts; each different text its bytes and 4 more, and about 16 while a pass runs.
public struct LateColumns: Sendable {
    /// Of how many rows of the table these are known.
    public private(set) var rowCount = 0
    /// How many of those rows could not be read again; their texts are empty.
    public private(set) var missedCount = 0
    /// Why the first of them could not be.
    public private(set) var missedReason: String?
    private(set) var texts = [LateTexts](repeating: LateTexts(), count: LateField.allCases.count)
    private var chunks: [LateChunk] = []
    private var last = LateRows()

    /// Nothing is known yet.
    public init() {}
}

extension LateColumns {
    /// How many different texts a field has.
    public func distinctCount(_ field: LateField) -> Int { texts[Int(field.rawValue)].count }

    /// The text of a number from 0 up to ``distinctCount(_:)``. Numbers are given in the order in which
    /// the texts come in the rows.
    public func text(_ field: LateField, _ number: UInt32) -> ArraySlice<UInt8> {
        texts[Int(field.rawValue)][number]
    }

    /// The number of a row's text; the row is one of the first ``rowCount``.
    public func number(_ field: LateField, of row: Int) -> UInt32 {
        let (chunk, index) = Self.place(row)
        return chunk < chunks.count
            ? chunks[chunk].number(field, index) : last.numbers[Int(field.rawValue)][index]
    }

    /// How long SES took to process the mail, in milliseconds; nil where the event does not tell.
    public func took(_ row: Int) -> Int? {
        let (chunk, index) = Self.place(row)
        let took = chunk < chunks.count ? chunks[chunk].took(index) : last.took[index]
        return took == 0 ? nil : Int(took) - 1
    }

    /// True where headers that claim to be written by SES say something else than the receipt.
    public func isMismatched(_ row: Int) -> Bool {
        let (chunk, index) = Self.place(row)
        return chunk < chunks.count ? chunks[chunk].isMismatched(index) : last.mismatched[index]
    }

    /// All that is known of a row.
    public func particulars(_ row: Int) -> RowParticulars {
        var particulars = RowParticulars()
        for field in LateField.allCases {
            particulars[field] = RawText(text(field, number(field, of: row)))
        }
        particulars.took = took(row)
        particulars.isMismatched = isMismatched(row)
        return particulars
    }

    private static func place(_ row: Int) -> (chunk: Int, index: Int) {
        (row / LateChunk.size, row % LateChunk.size)
    }
}

extension LateColumns {
    /// Adds a text that the field does not have yet.
    mutating func append(_ text: Span<UInt8>, to field: LateField) {
        texts[Int(field.rawValue)].append(text)
    }

    /// Adds the row that comes next.
    mutating func append(_ row: LateRow) {
        last.append(row)
        rowCount += 1
        if last.count == LateChunk.size {
            chunks.append(LateChunk(last))
            last = LateRows()
        }
    }

    /// Counts rows that could not be read again.
    mutating func addMissed(_ count: Int, _ reason: String?) {
        missedCount += count
        missedReason = missedReason ?? reason
    }
}

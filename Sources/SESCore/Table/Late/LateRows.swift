/// What late columns say of rows that may still become more.
struct LateRows: Sendable {
    private(set) var numbers = [[UInt32]](repeating: [], count: LateField.allCases.count)
    /// Milliseconds and 1; 0 where the event does not tell.
    private(set) var took: [UInt32] = []
    private(set) var mismatched: [Bool] = []

    /// How many rows there are.
    var count: Int { took.count }

    /// Adds a row; the numbers are those of its texts, by field.
    mutating func append(_ row: LateRow) {
        for field in LateField.allCases {
            numbers[Int(field.rawValue)].append(row.numbers[Int(field.rawValue)])
        }
        took.append(row.took)
        mismatched.append(row.isMismatched)
    }
}

/// What late columns say of a row.
struct LateRow: Sendable {
    /// The numbers of its texts, by field.
    var numbers: InlineNumbers
    /// Milliseconds and 1; 0 where the event does not tell.
    var took: UInt32
    var isMismatched: Bool

    /// A number for each late field.
    typealias InlineNumbers = SIMD4<UInt32>
}

/// What late columns say of ``LateChunk/size`` rows; it never changes.
final class LateChunk: Sendable {
    private let numbers: [NarrowNumbers]
    private let took: NarrowNumbers
    private let mismatched: [UInt64]

    /// How many rows a chunk has.
    static let size = 1 << 13

    /// The rows in as few bytes as they need.
    init(_ rows: LateRows) {
        numbers = rows.numbers.map { NarrowNumbers($0) }
        took = NarrowNumbers(rows.took)
        var bits = [UInt64](repeating: 0, count: (rows.count + 63) / 64)
        for (row, isIn) in rows.mismatched.enumerated() where isIn {
            bits[row >> 6] |= 1 << UInt64(row & 63)
        }
        mismatched = bits
    }

    /// The number of the text that a row has in a field.
    func number(_ field: LateField, _ index: Int) -> UInt32 { numbers[Int(field.rawValue)][index] }

    /// Milliseconds and 1; 0 where the event does not tell.
    func took(_ index: Int) -> UInt32 { took[index] }

    /// True where headers speak against the receipt.
    func isMismatched(_ index: Int) -> Bool {
        mismatched[index >> 6] >> UInt64(index & 63) & 1 == 1
    }
}

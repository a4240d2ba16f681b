/// Takes the records of rows one after the other and tells what it found in them.
protocol RecordTaker: Sendable {
    /// What was found in some rows that follow each other.
    associatedtype Findings: Sendable

    /// Takes the record of the row that comes next.
    mutating func take(_ record: Span<UInt8>, row: Int)

    /// Takes note that the row that comes next cannot be read again.
    mutating func miss(row: Int, reason: String)

    /// What was found since the last call.
    mutating func finish() -> Findings
}

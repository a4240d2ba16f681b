/// Says when a snapshot of the table is due.
///
/// A snapshot shares its arrays with the table, so that the next change copies them. That costs time by
/// the number of files, and after each of very many small files it would cost the square of it.
struct SnapshotPace {
    /// The first file that no snapshot tells of, and how many bytes of it one tells of.
    private var file = 0
    private var bytes = 0
    private var hasRows = false

    /// Of so many files a snapshot shows each step.
    private static let fewFiles = 64
    /// How many bytes have to be read for each file that there is.
    private static let bytesPerFile = 1 << 10

    /// Whether one is due after a step in the file at an index; then it counts as made.
    mutating func isDue(_ table: EventTable, reading place: Int) -> Bool {
        let files = table.files.count
        let isFirst = !hasRows && table.count > 0
        let hasFiles = files <= Self.fewFiles || (place - file) * Self.fewFiles >= files
        let read = table.files[place].bytesRead - (place == file ? bytes : 0)
        guard isFirst || hasFiles || read >= files * Self.bytesPerFile else { return false }
        hasRows = hasRows || table.count > 0
        file = place
        bytes = table.files[place].bytesRead
        return true
    }
}

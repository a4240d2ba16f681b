/// Rows of one piece that are looked at together, so that what is read stays in the cache.
struct RowBlock {
    let piece: Piece
    /// The rows, as indices into the piece.
    let rows: Range<Int>
    /// The index of the first one in the table.
    let first: Int

    /// How many rows there are.
    var count: Int { rows.count }

    /// How many rows a block has at most.
    static let mostRows = 8192
}

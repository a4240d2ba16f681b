/// The folded forms of the texts of a piece that are not all ASCII, told apart.
struct FoldedTexts {
    private let texts: RowTexts
    private let arena: [UInt8]
    private let ends: [UInt32]
    private let folded: [UInt8]

    init(_ piece: Piece) {
        texts = piece.texts
        arena = piece.arena
        ends = piece.foldedEnds
        folded = piece.folded
    }
}

extension FoldedTexts {
    /// True where one of the wanted texts of a row that are not all ASCII holds a needle.
    func hold(_ needle: SearchNeedle, _ row: Int, _ parts: RowTexts.Parts) -> Bool {
        let end = Int(ends[row])
        var start = row == 0 ? 0 : Int(ends[row - 1])
        if parts == .subject, arena.span.extracting(texts.range(.subject, of: row)).isASCII {
            return false
        }
        for part in RowTexts.Parts.each where start < end {
            let range = texts.range(part, of: row)
            guard !arena.span.extracting(range).isASCII else { continue }
            let length =
                part == .subject
                ? end - start - 1 : SearchFold.fold(arena[range]).count
            let place = start..<start + length
            if parts.contains(part), needle.offset(in: folded.span.extracting(place)) != nil {
                return true
            }
            start += length + 1
        }
        return false
    }
}

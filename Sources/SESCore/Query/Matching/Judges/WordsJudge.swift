/// The rows that hold a text in what the list shows of them.
struct WordsJudge: RowJudge {
    private let needle: RowNeedle?
    private let parts: RowTexts.Parts
    let cost = JudgeCost.scan

    /// Fewer rows than one in so many are scanned one by one.
    private static let fewRows = 8

    init(_ needle: SearchNeedle, in parts: RowTexts.Parts) {
        self.needle = RowNeedle(needle)
        self.parts = parts
    }

    func answer(_ block: RowBlock, among mask: RowBits, _ run: MatchRun) -> RowAnswer {
        guard let needle else { return RowAnswer(mask) }
        let runs = runs(block, mask)
        var found = RowBits(count: block.count)
        insert(block.piece.texts, runs, block, holding: needle, into: &found)
        if needle.needsFolding, block.hasFoldedTexts {
            insertFolded(runs, block, among: mask, holding: needle, into: &found)
        }
        found.formIntersection(mask)
        if !needle.search.isWhole { found = found.filter { holds(needle, $0, of: block) } }
        return RowAnswer(found)
    }

    /// The rows of the piece that are scanned: all of the block, or those of the mask alone.
    private func runs(_ block: RowBlock, _ mask: RowBits) -> [Range<Int>] {
        guard mask.members * Self.fewRows < block.count else { return [block.rows] }
        var runs: [Range<Int>] = []
        mask.forEach { place in
            let row = block.rows.lowerBound + place
            runs.append(row..<row + 1)
        }
        return runs
    }

    private func insert(
        _ texts: RowTexts, _ runs: [Range<Int>], _ block: RowBlock, holding needle: RowNeedle,
        into found: inout RowBits
    ) {
        for run in runs {
            texts.insert(
                run, holding: needle, in: parts, into: &found, first: block.rows.lowerBound)
        }
    }

    /// Looks at the folded texts. They stand one behind the other with a line feed between them, and which of
    /// them holds the needle has to be looked at where not all count.
    private func insertFolded(
        _ runs: [Range<Int>], _ block: RowBlock, among mask: RowBits, holding needle: RowNeedle,
        into found: inout RowBits
    ) {
        var candidates = RowBits(count: block.count)
        insert(block.piece.foldedTexts, runs, block, holding: needle, into: &candidates)
        if parts == .all, !needle.hasDivider {
            found.formUnion(candidates)
            return
        }
        candidates.formIntersection(mask)
        candidates.subtract(found)
        found.formUnion(candidates.filter { holds(needle, $0, of: block) })
    }

    /// Looks at one row, at its place in the block.
    private func holds(_ needle: RowNeedle, _ place: Int, of block: RowBlock) -> Bool {
        block.piece.holds(needle.search, row: block.rows.lowerBound + place, in: parts)
    }
}

extension RowNeedle {
    /// True where the needle could be found across two texts.
    fileprivate var hasDivider: Bool { search.bytes.contains(Piece.divider) }
}

extension RowBlock {
    /// True where a row has a text that is kept folded.
    fileprivate var hasFoldedTexts: Bool {
        let start = rows.lowerBound == 0 ? 0 : piece.foldedEnds[rows.lowerBound - 1]
        return piece.foldedEnds[rows.upperBound - 1] > start
    }
}

extension VisibleText {
    /// The glyphs in rows of at most `columns` columns, at least one row.
    ///
    /// Rows are broken after spaces where there are any, else inside the word. A space that would
    /// begin a row only because the row before is full is the break itself and is left out; no other
    /// glyph is. The indices of a row are those of ``glyphs``. In a single column `>` stands for a wide glyph. Less than one column counts as one.
    public func wrapped(columns room: Int) -> [ArraySlice<Glyph>] {
        let room = max(room, 1)
        let glyphs = room == 1 ? glyphs.map { $0.width > 1 ? .halfWide : $0 } : glyphs
        var rows: [ArraySlice<Glyph>] = []
        var start = 0
        var index = 0
        var width = 0
        var breakPlace = 0
        while index < glyphs.count {
            width += Int(glyphs[index].width)
            if width <= room {
                index += 1
                if glyphs[index - 1].isPlainSpace { breakPlace = index }
                continue
            }
            if glyphs[index].isPlainSpace {
                rows.append(glyphs[start..<index])
                start = index + 1
            } else {
                let end = breakPlace > start ? breakPlace : index
                rows.append(glyphs[start..<end])
                start = end
            }
            index = start
            breakPlace = start
            width = 0
        }
        if start < glyphs.count || rows.isEmpty { rows.append(glyphs[start...]) }
        return rows
    }
}

/// The rows in whose author or subject an honest mail would not hold what is there.
struct HostileJudge: RowJudge {
    let cost = JudgeCost.gate

    func answer(_ block: RowBlock, among mask: RowBits, _ run: MatchRun) -> RowAnswer {
        let (piece, texts, start) = (block.piece, block.piece.texts, block.rows.lowerBound)
        let arena = piece.arena
        var suspects = RowBits(count: block.count)
        texts.insertUnusual(block.rows, into: &suspects)
        return RowAnswer(
            block.rows(among: mask) { place in
                if piece.facts[start + place].marks.contains(.hostileText) { return true }
                guard suspects[place] else { return false }
                for part in RowTexts.Parts.each {
                    let text = texts.range(part, of: start + place)
                    if !arena.span.extracting(text).isPlain, arena[text].isHostileText {
                        return true
                    }
                }
                return false
            })
    }
}

extension Span<UInt8> {
    /// True for letters, digits, signs and spaces alone, of which the gate never says that they are hostile;
    /// false where it has to be asked.
    fileprivate var isPlain: Bool {
        var offset = 0
        while offset < count {
            let byte = self[offset]
            if byte < 0x80 {
                guard byte &- 0x20 < 0x5F else { return false }
                offset += 1
                continue
            }
            let unit = WTF8.unit(in: self, at: offset)
            guard ScalarClass.isPlain(unit.value) else { return false }
            offset += unit.length
        }
        return true
    }
}

extension ScalarClass {
    /// True for a scalar that is drawn as it is, whatever stands beside it, or as a space.
    static func isPlain(_ value: UInt32) -> Bool {
        switch value {
        // What most mail outside ASCII is written in, without the cost of a look-up.
        case 0xAE..<0x300, 0x410..<0x460, 0x3041..<0x3097, 0x4E00..<0xA000, 0xAC00..<0xD7A4: true
        default:
            switch ScalarClass(value) {
            case .narrow, .wide, .rightToLeft, .space: true
            default: false
            }
        }
    }
}

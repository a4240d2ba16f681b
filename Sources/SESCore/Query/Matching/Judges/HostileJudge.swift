/// The rows in whose author or subject an honest mail would not hold what is there.
struct HostileJudge: RowJudge {
    let cost = JudgeCost.gate

    func answer(_ block: RowBlock, among mask: RowBits, _ run: MatchRun) -> RowAnswer {
        let (piece, texts, start) = (block.piece, block.piece.texts, block.rows.lowerBound)
        let (arena, plain) = (piece.arena, ScalarClass.plain)
        var suspects = RowBits(count: block.count)
        texts.insertUnusual(block.rows, into: &suspects)
        return RowAnswer(
            block.rows(among: mask) { place in
                if piece.facts[start + place].marks.contains(.hostileText) { return true }
                guard suspects[place] else { return false }
                for part in RowTexts.Parts.each {
                    let text = texts.range(part, of: start + place)
                    if !arena.span.extracting(text).isPlain(plain), arena[text].isHostileText {
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
    fileprivate func isPlain(_ plain: RowBits) -> Bool {
        var offset = 0
        while offset < count {
            if offset + 8 <= count, word(at: offset).isPrintable {
                offset += 8
                continue
            }
            let byte = self[offset]
            if byte < 0x80 {
                guard byte &- 0x20 < 0x5F else { return false }
                offset += 1
                continue
            }
            let unit = WTF8.unit(in: self, at: offset)
            guard plain[Int(unit.value)] else { return false }
            offset += unit.length
        }
        return true
    }
}

extension UInt64 {
    /// True where each of the eight bytes is printable ASCII: of a byte that is not, one of these sums has
    /// the highest bit.
    fileprivate var isPrintable: Bool {
        let high: UInt64 = 0x8080_8080_8080_8080
        guard self & high == 0 else { return false }
        let notControl = self + 0x6060_6060_6060_6060
        let delete = self + 0x0101_0101_0101_0101
        return notControl & high == high && delete & high == 0
    }
}

extension ScalarClass {
    /// The scalars that are drawn as they are, whatever stands beside them, or as a space; of the planes in
    /// which all living scripts and emoji are.
    fileprivate static let plain: RowBits = {
        var plain = RowBits(count: 0x2_0000)
        for value in 0..<plain.count {
            switch ScalarClass(UInt32(value)) {
            case .narrow, .wide, .rightToLeft, .space: plain[value] = true
            default: break
            }
        }
        return plain
    }()
}

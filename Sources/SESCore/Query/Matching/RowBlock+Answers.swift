extension RowBlock {
    /// The rows of a mask for which `test` holds, which is asked of the places of these rows alone, from 0
    /// up to ``count``.
    @inline(__always)
    func rows(among mask: RowBits, where test: (Int) -> Bool) -> RowBits {
        var found = mask
        for word in found.words.indices {
            let asked = found.words[word]
            var bits: UInt64 = 0
            if asked == .max {
                for place in 0..<64 { bits |= (test(word << 6 + place) ? 1 : 0) << UInt64(place) }
            } else {
                var rest = asked
                while rest != 0 {
                    let place = rest.trailingZeroBitCount
                    bits |= (test(word << 6 + place) ? 1 : 0) << UInt64(place)
                    rest &= rest - 1
                }
            }
            found.words[word] = bits
        }
        return found
    }

    /// The answer where a judge may not come to a judgement of a row.
    func answer(among mask: RowBits, _ judge: (Int) -> Judgement) -> RowAnswer {
        var sure = RowBits(count: count)
        var possible: RowBits?
        mask.forEach { place in
            switch judge(place) {
            case .no: break
            case .yes: sure[place] = true
            case .unknown:
                if possible == nil { possible = RowBits(count: count) }
                possible?[place] = true
            }
        }
        possible?.formUnion(sure)
        return RowAnswer(sure: sure, possible: possible)
    }

    /// The answer where only so many rows of the table can be judged; the others are left open.
    func answer(among mask: RowBits, known: Int, _ judge: (RowBits) -> RowAnswer) -> RowAnswer {
        guard known < first + count else { return judge(mask) }
        var open = mask
        open.remove(below: max(0, known - first))
        var told = mask
        told.subtract(open)
        let answer = told.isEmpty ? RowAnswer(told) : judge(told)
        open.formUnion(answer.notOut)
        return RowAnswer(sure: answer.sure, possible: open)
    }
}

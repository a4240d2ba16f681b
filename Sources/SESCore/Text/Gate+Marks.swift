extension VisibleText.Gate {
    /// Puts the marks from `start` on to the glyph before, and tells how many found no room; returns
    /// where the marks end.
    mutating func marks(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
        var glyph: Glyph
        if let base {
            glyph = base
            glyphs.removeLast()
        } else {
            anomalies.insert(.strayMark)
            glyph = .dottedCircle
            columns += 1
        }
        var shelf = MarkShelf(glyph.marks)
        var offset = start
        while offset < bytes.count, bytes[offset] >= 0x80 {
            let unit = WTF8.unit(in: bytes, at: offset)
            guard ScalarClass(unit.value) == .mark else { break }
            shelf.add(unit.value)
            offset += unit.length
        }
        glyph.marks = shelf.marks
        glyphs.append(glyph)
        if shelf.excess > 0 {
            anomalies.insert(.tooManyMarks)
            notate("<+\(shelf.excess) mark\(shelf.excess == 1 ? "" : "s")>")
        }
        return offset
    }
}

extension Glyph {
    /// U+25CC, on which a mark without a letter is shown.
    fileprivate static let dottedCircle = Glyph(scalar: 0x25CC, width: 1, isNotation: true)
}

/// The first four of any number of marks, in the order of Unicode's normal form.
///
/// Marks of different combining classes are sorted by class, those of one class keep their order,
/// and nothing moves across a mark of class 0.
private struct MarkShelf {
    var marks: SIMD4<UInt32>
    /// How many marks found no room.
    var excess = 0
    private var classes: SIMD4<UInt8> = .zero
    private var count = 0
    /// True once a mark of class 0 was left out: what follows it comes later than the four.
    private var isClosed = false

    init(_ marks: SIMD4<UInt32>) {
        self.marks = marks
        while count < 4, marks[count] != 0 {
            classes[count] = Self.combiningClass(marks[count])
            count += 1
        }
    }

    mutating func add(_ mark: UInt32) {
        if count == 4 { excess += 1 }
        guard !isClosed else { return }
        let rank = Self.combiningClass(mark)
        var place = count
        while rank != 0, place > 0, classes[place - 1] > rank { place -= 1 }
        guard place < 4 else {
            isClosed = rank == 0
            return
        }
        if count == 4 { count = 3 }
        for index in stride(from: count, to: place, by: -1) {
            marks[index] = marks[index - 1]
            classes[index] = classes[index - 1]
        }
        marks[place] = mark
        classes[place] = rank
        count += 1
    }

    private static func combiningClass(_ mark: UInt32) -> UInt8 {
        Unicode.Scalar(mark)?.properties.canonicalCombiningClass.rawValue ?? 0
    }
}

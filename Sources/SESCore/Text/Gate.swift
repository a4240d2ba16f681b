extension VisibleText {
    /// The work of ``VisibleText``: one pass over the bytes, each looked at a bounded number of
    /// times.
    struct Gate {
        let form: Form
        var glyphs: [Glyph] = []
        var columns = 0
        var anomalies: Anomalies = []
        /// The number of glyphs at which a selector was last hidden: each base takes one.
        var selectorPlace = 0
        /// The number of glyphs at which a skin tone was last hidden: each emoji takes one.
        var skinTonePlace = 0

        init(_ form: Form) { self.form = form }
    }
}

extension VisibleText.Gate {
    /// Shows bytes up to the limit, and how many of `total` were left out.
    mutating func pass(_ bytes: borrowing Span<UInt8>, total: Int) {
        let end = cut(bytes)
        let shown = bytes.extracting(0..<end)
        glyphs.reserveCapacity(end)
        var offset = 0
        while offset < end {
            let byte = shown[offset]
            if byte &- 0x20 < 0x5F {
                draw(UInt32(byte), width: 1)
                offset += 1
            } else if byte < 0x80 {
                offset = control(shown, from: offset)
            } else {
                offset = scalar(shown, from: offset)
            }
        }
        guard total > end else { return }
        anomalies.insert(.overLimit)
        notate("... \(ByteAmount(total - end)) more")
    }

    /// Adds a glyph of text.
    mutating func draw(_ scalar: UInt32, width: UInt8) {
        glyphs.append(Glyph(scalar: scalar, width: width))
        columns += Int(width)
    }

    /// Adds notation, which is ASCII.
    mutating func notate(_ notation: String) {
        for byte in notation.utf8 { letter(byte) }
    }

    /// Adds one letter of notation.
    mutating func letter(_ byte: UInt8) {
        glyphs.append(.notation(byte))
        columns += 1
    }

    /// The glyph of text that a mark, a selector or a joiner at this place belongs to.
    var base: Glyph? {
        guard let last = glyphs.last, !last.isNotation else { return nil }
        return last
    }

    /// Where the shown part ends: at the limit, or before the scalar that lies across it.
    private func cut(_ bytes: borrowing Span<UInt8>) -> Int {
        let limit = max(form.limit, 0)
        guard bytes.count > limit else { return bytes.count }
        for end in stride(from: limit, to: max(limit - 4, -1), by: -1)
        where bytes[end] & 0xC0 != 0x80 {
            return end
        }
        return limit
    }
}

extension VisibleText.Gate {
    /// Shows the run of one C0 control or DEL that begins at `start`; returns where it ends.
    private mutating func control(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
        if form.breaks == .folded, let end = fold(bytes, from: start) {
            draw(0x20, width: 1)
            return end
        }
        let byte = bytes[start]
        var end = start + 1
        while end < bytes.count, bytes[end] == byte { end += 1 }
        anomalies.insert(.control)
        show("^\(Unicode.Scalar(byte ^ 0x40))", times: end - start)
        return end
    }

    /// Where the folded line break at `start` ends, with the blanks that follow it.
    private func fold(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int? {
        guard bytes.count - start > 2, bytes[start] == 0x0D, bytes[start + 1] == 0x0A else {
            return nil
        }
        var end = start + 2
        while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
        return end > start + 2 ? end : nil
    }

    /// Adds the same notation a few times, or once with the number of times.
    private mutating func show(_ notation: String, times: Int) {
        if times > 3 {
            notate("<\(notation) x\(times)>")
        } else {
            for _ in 0..<times { notate(notation) }
        }
    }
}

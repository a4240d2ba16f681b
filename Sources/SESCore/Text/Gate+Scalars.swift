extension VisibleText.Gate {
    /// Shows what begins with the byte at `start`, which is not ASCII; returns where that ends.
    mutating func scalar(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
        let unit = WTF8.unit(in: bytes, at: start)
        let next = start + unit.length
        let kind = ScalarClass(unit.value)
        if kind == .rightToLeft { anomalies.insert(.rightToLeft) }
        if form.charset == .ascii { return spell(bytes, from: start, kind) }
        switch kind {
        case .narrow, .wide, .rightToLeft:
            draw(unit.value, width: kind == .wide ? 2 : 1)
        case .mark:
            return marks(bytes, from: start)
        case .space:
            anomalies.insert(.unusualSpace)
            notate(" ")
        case .regional:
            return flag(bytes, from: start)
        case .joiner where joins(bytes, at: next):
            break
        case .selector where base != nil && selectorPlace != glyphs.count:
            hideSelector()
        case .skinTone where base?.isEmoji == true && skinTonePlace != glyphs.count:
            skinTonePlace = glyphs.count
        default:
            return spell(bytes, from: start, kind)
        }
        return next
    }

    /// Shows the scalars or bytes of one class from `start` on as `<U+200B>` or `<FF>`.
    ///
    /// More than three of them are shown as the first and their number, except for letters that the
    /// terminal alone cannot draw: each of those matters.
    private mutating func spell(
        _ bytes: borrowing Span<UInt8>, from start: Int, _ kind: ScalarClass
    ) -> Int {
        let first = WTF8.unit(in: bytes, at: start)
        let run = kind.run
        anomalies.formUnion(run.anomaly)
        guard run.isCounted else {
            name(first.value)
            return start + first.length
        }
        var end = start + first.length
        var count = 1
        while end < bytes.count, bytes[end] >= 0x80 {
            let unit = WTF8.unit(in: bytes, at: end)
            guard ScalarClass(unit.value).run == run else { break }
            end += unit.length
            count += 1
        }
        if count > 3 {
            name(first.value, times: count)
        } else {
            var offset = start
            while offset < end {
                let unit = WTF8.unit(in: bytes, at: offset)
                name(unit.value)
                offset += unit.length
            }
        }
        return end
    }

    /// Adds `<U+202E>`, or `<FF>` for a byte that is no UTF-8; with a number, `<U+202E x7>`.
    private mutating func name(_ value: UInt32, times: Int = 1) {
        let isByte = value >= WTF8.firstInvalid
        let digits = isByte ? 2 : value > 0xF_FFFF ? 6 : value > 0xFFFF ? 5 : 4
        let number = isByte ? value - WTF8.firstInvalid : value
        letter(UInt8(ascii: "<"))
        if !isByte {
            letter(UInt8(ascii: "U"))
            letter(UInt8(ascii: "+"))
        }
        var shift = UInt32(digits) * 4
        while shift > 0 {
            shift -= 4
            let digit = UInt8(truncatingIfNeeded: number >> shift) & 0xF
            letter(digit + (digit < 10 ? 0x30 : UInt8(ascii: "A") - 10))
        }
        if times > 1 { notate(" x\(times)") }
        letter(UInt8(ascii: ">"))
    }

    /// Shows regional indicators as the letters they stand for, two a flag.
    private mutating func flag(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
        var end = start
        var letters = ""
        while letters.utf8.count < 2, end < bytes.count, bytes[end] == 0xF0 {
            let unit = WTF8.unit(in: bytes, at: end)
            guard ScalarClass(unit.value) == .regional else { break }
            letters.unicodeScalars.append(
                Unicode.Scalar(UInt8(truncatingIfNeeded: unit.value - 0x1F1E6) + UInt8(ascii: "A")))
            end += unit.length
        }
        notate("[\(letters)]")
        return end
    }

    /// Hides a selector after its base, and remembers it where the base has no other style.
    private mutating func hideSelector() {
        selectorPlace = glyphs.count
        if let base, !base.hasStyles { anomalies.insert(.invisible) }
    }

    /// True where a joiner before `next` does what it was made for: it stands between two emoji, or
    /// between two letters of one script that needs it.
    private func joins(_ bytes: borrowing Span<UInt8>, at next: Int) -> Bool {
        guard let base, next < bytes.count, bytes[next] >= 0x80 else { return false }
        let unit = WTF8.unit(in: bytes, at: next)
        guard ScalarClass(unit.value).width != nil else { return false }
        let following = Glyph(scalar: unit.value, width: 1)
        if base.isEmoji && following.isEmoji { return true }
        guard let script = JoiningScript(base.scalar) else { return false }
        return script == JoiningScript(following.scalar)
    }
}

extension ScalarClass {
    /// True where a long run of notation is folded.
    fileprivate var isCounted: Bool { rawValue >= Self.mark.rawValue && self != .regional }
}

extension Glyph {
    /// True for what Unicode calls emoji, digits and signs of Latin-1 aside.
    fileprivate var isEmoji: Bool {
        scalar > 0xFF && Unicode.Scalar(scalar)?.properties.isEmoji == true
    }

    /// True where the scalar has both a text style and an emoji style.
    fileprivate var hasStyles: Bool { Unicode.Scalar(scalar)?.properties.isEmoji == true }
}

/// The scripts in which U+200C and U+200D change the shape of letters.
private enum JoiningScript {
    case arabic
    case indic
    case mongolian

    init?(_ scalar: UInt32) {
        switch scalar {
        case 0x0600...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFE: self = .arabic
        case 0x0900...0x0DFF, 0x0F00...0x109F, 0x1780...0x17FF, 0x1A20...0x1AAF, 0x1B00...0x1C4F,
            0xA8E0...0xA8FF, 0xA980...0xA9DF, 0x1_1000...0x1_1DFF:
            self = .indic
        case 0x1800...0x18AF: self = .mongolian
        default: return nil
        }
    }
}

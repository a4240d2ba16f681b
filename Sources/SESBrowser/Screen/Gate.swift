import SESCore

/// The way of outside text to the screen: bytes become glyphs here and nowhere else.
enum Gate {
    /// What the terminal can draw; the loop sets it for all that is drawn within.
    @TaskLocal static var charset = VisibleText.Form.Charset.utf8

    /// Where text that is too long loses its middle part or its end.
    enum Cut {
        case end
        case middle
        /// Keeps the domain of an address whole as long as there is room for it.
        case address
    }

    /// A text as it may be shown, with what was met in it.
    ///
    /// With `isRaw` the line ends and blanks of a folded header are shown one by one.
    static func visible(_ bytes: some Collection<UInt8>, isRaw: Bool = false) -> VisibleText {
        VisibleText(
            bytes,
            as: VisibleText.Form(breaks: isRaw ? .spelled : .folded, charset: charset))
    }

    /// The glyphs that show a text safely.
    static func glyphs(of bytes: some Collection<UInt8>, isRaw: Bool = false) -> [Glyph] {
        visible(bytes, isRaw: isRaw).glyphs
    }

    /// The glyphs of a text in at most so many columns; `~` stands where something was cut out.
    static func glyphs(
        of text: VisibleText, in columns: Int, cut: Cut = .end
    ) -> [Glyph] {
        switch cut {
        case .end: text.endCut(columns: columns).glyphs
        case .middle: text.middleCut(columns: columns).glyphs
        case .address: text.addressCut(columns: columns).glyphs
        }
    }

    /// How many columns the glyphs take.
    static func width(_ glyphs: some Collection<Glyph>) -> Int {
        glyphs.reduce(0) { $0 + Int($1.width) }
    }
}

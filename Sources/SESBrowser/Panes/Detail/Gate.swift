import SESCore

/// Text from outside as glyphs that may reach the terminal: the one way of the detail pane to the
/// gate. With `raw`, the line ends and blanks of a folded header are shown one by one.
func visible(_ text: RawText, raw: Bool = false) -> [Glyph] {
    text.bytes.map { byte in
        0x20..<0x7F ~= byte
            ? Glyph(scalar: UInt32(byte), width: 1)
            : Glyph(scalar: 0x3F, width: 1, isNotation: true)
    }
}

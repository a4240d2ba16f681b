/// Text as one word of a POSIX shell.
public enum ShellWord {
    /// The word, in single quotation marks unless it is made of letters, digits and `@%+=:,./_-`.
    ///
    /// A shell reads exactly the bytes of the text. nil for a text with a NUL, which no word can
    /// hold.
    public static func quoted(_ text: RawText) -> RawText? {
        guard !text.bytes.contains(0) else { return nil }
        let isPlain = text.bytes.allSatisfy { $0.isAlphanumeric || plain.contains($0) }
        if isPlain, !text.isEmpty { return text }
        var word: [UInt8] = [UInt8(ascii: "'")]
        for byte in text.bytes {
            if byte == UInt8(ascii: "'") { word += Array("'\\''".utf8) } else { word.append(byte) }
        }
        return RawText(word + [UInt8(ascii: "'")])
    }

    private static let plain = Array("@%+=:,./_-".utf8)
}

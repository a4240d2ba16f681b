/// A name for a file that is made of text from a mail, such as an object key or an id.
public enum SuggestedName {
    /// The last part of a path, letters, digits, `.`, `_` and `-` alone, no dot or hyphen in front, at
    /// most 100 bytes; `fallback` where nothing of it is left.
    public static func name(for text: RawText, fallback: RawText) -> RawText {
        let kept = text.lastComponent.bytes.filter {
            $0.isAlphanumeric || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
                || $0 == UInt8(ascii: "-")
        }
        let name = kept.drop { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }.prefix(100)
        return name.isEmpty ? fallback : RawText(name)
    }
}

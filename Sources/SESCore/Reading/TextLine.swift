/// What may count as a line of text in a log.
enum TextLine {
    /// True for valid UTF-8 without control characters other than the tab and colours.
    static func isPrintable(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let line = bytes.extracting(range)
        var index = 0
        while true {
            index = ByteScan.endOfPrintable(line, from: index)
            if index == line.count { return true }
            if let end = endOfColour(line, at: index) {
                index = end
                continue
            }
            let unit = WTF8.unit(in: line, at: index)
            let isText = Unicode.Scalar(unit.value).map { !isControl($0.value) }
            guard isText ?? false else { return false }
            index += unit.length
        }
    }

    /// True where there is nothing but white space and colours, which say nothing.
    static func isColourAlone(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let line = bytes.extracting(range)
        var index = 0
        while index < line.count {
            if let end = endOfColour(line, at: index) {
                index = end
            } else if JSONStructure.isSpace(line[index]) {
                index += 1
            } else {
                return false
            }
        }
        return true
    }

    private static let longestColour = 32

    /// The end of the sequence `ESC [ digits ; digits m` at an index, as `aws logs tail --color on`
    /// puts around times and names; nil where something else stands.
    static func endOfColour(_ bytes: Span<UInt8>, at start: Int) -> Int? {
        guard bytes[start] == 0x1B, start + 2 < bytes.count, bytes[start + 1] == 0x5B else {
            return nil
        }
        for index in start + 2..<min(bytes.count, start + longestColour) {
            switch bytes[index] {
            case UInt8(ascii: "m"): return index + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ";"): break
            default: return nil
            }
        }
        return nil
    }

    private static func isControl(_ value: UInt32) -> Bool {
        value < 0x20 || 0x7F..<0xA0 ~= value
    }
}

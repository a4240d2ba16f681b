/// What may count as a line of text in a log.
enum TextLine {
    /// True for valid UTF-8 without control characters other than the tab.
    static func isPrintable(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let line = bytes.extracting(range)
        var index = 0
        while index < line.count {
            let unit = WTF8.unit(in: line, at: index)
            let isText = Unicode.Scalar(unit.value).map { $0 == "\t" || !isControl($0.value) }
            guard isText ?? false else { return false }
            index += unit.length
        }
        return true
    }

    private static func isControl(_ value: UInt32) -> Bool {
        value < 0x20 || 0x7F..<0xA0 ~= value
    }
}

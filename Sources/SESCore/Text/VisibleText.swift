/// Text from outside in the only shape that may reach a screen: cells of known width.
///
/// Every byte of file text, file names, JSON keys, the environment and the store goes through here.
/// What is printable by Unicode's properties is drawn; all else becomes *notation*: `^[` for a
/// control, `<U+202E>` for a scalar that is invisible or acts on its neighbours, `<FF>` for a byte
/// that is no UTF-8, `[DE]` for a flag. Reading is linear in the bytes, and at most
/// ``Form/limit`` bytes are looked at.
public struct VisibleText: Hashable, Sendable {
    /// What is drawn, from left to right.
    public let glyphs: [Glyph]
    /// How many columns the glyphs take together.
    public let columns: Int
    /// What was met that a reader of the text should know of.
    public let anomalies: Anomalies

    init(glyphs: [Glyph], columns: Int, anomalies: Anomalies) {
        self.glyphs = glyphs
        self.columns = columns
        self.anomalies = anomalies
    }
}

extension VisibleText {
    /// How text is to be shown.
    public struct Form: Hashable, Sendable {
        /// What becomes of the line break in a folded header, CR LF and blanks.
        public enum Breaks: Hashable, Sendable {
            /// One space, as RFC 5322 unfolds it.
            case folded
            /// Notation for each byte, such as `^M^J^I`.
            case spelled
        }

        /// What the terminal can draw.
        public enum Charset: Hashable, Sendable {
            case utf8
            /// ASCII alone: any other scalar is shown as `<U+6F22>`.
            case ascii
        }

        /// What becomes of folded lines.
        public var breaks: Breaks
        /// What the terminal can draw.
        public var charset: Charset
        /// How many bytes are shown; of the rest only the amount is told.
        public var limit: Int

        /// A form of the given parts.
        public init(
            breaks: Breaks = .folded, charset: Charset = .utf8, limit: Int = 65_536
        ) {
            self.breaks = breaks
            self.charset = charset
            self.limit = limit
        }

        /// For lists, summaries and headers: 64 KiB of UTF-8, folded lines joined.
        public static let folded = Form()
        /// For raw views: as ``folded``, but with every line break spelled out.
        public static let raw = Form(breaks: .spelled)
    }
}

extension VisibleText {
    /// The text as a terminal may show it.
    public init(_ text: RawText, as form: Form = .folded) {
        self.init(text.bytes.span, total: text.count, as: form)
    }

    /// The bytes as a terminal may show them.
    public init(_ bytes: some Collection<UInt8>, as form: Form = .folded) {
        // A few bytes more than are shown tell whether the last scalar is cut.
        let total = bytes.count
        let read = Array(bytes.prefix(min(max(form.limit, 0), total) + 4))
        self.init(read.span, total: total, as: form)
    }

    private init(_ bytes: borrowing Span<UInt8>, total: Int, as form: Form) {
        var gate = Gate(form)
        gate.pass(bytes, total: total)
        self.init(glyphs: gate.glyphs, columns: gate.columns, anomalies: gate.anomalies)
    }
}

extension VisibleText {
    /// The glyphs as UTF-8, for output that is no screen: as safe as the cells, but with nothing to
    /// tell notation from text.
    public var utf8: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(glyphs.count)
        for glyph in glyphs { glyph.append(to: &bytes) }
        return bytes
    }
}

extension Glyph {
    /// Appends the scalar and its marks as UTF-8.
    public func append(to bytes: inout [UInt8]) {
        WTF8.append(scalar, to: &bytes)
        for index in 0..<4 where marks[index] != 0 { WTF8.append(marks[index], to: &bytes) }
    }
}

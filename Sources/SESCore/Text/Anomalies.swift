extension VisibleText {
    /// What was met in a text that is unusual in honest mail, or that was not drawn as it came.
    public struct Anomalies: OptionSet, Hashable, Sendable {
        /// One bit a kind.
        public let rawValue: UInt16

        /// The kinds of the given bits.
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// A C0 or C1 control, DEL, or a line break of Unicode's own.
        public static let control = Anomalies(rawValue: 1 << 0)
        /// A scalar that changes the order in which others are shown.
        public static let bidi = Anomalies(rawValue: 1 << 1)
        /// A scalar that would not be seen: zero width, tags, fillers, selectors without a base.
        public static let invisible = Anomalies(rawValue: 1 << 2)
        /// A byte that is no part of UTF-8.
        public static let invalid = Anomalies(rawValue: 1 << 3)
        /// Half of a UTF-16 pair.
        public static let surrogate = Anomalies(rawValue: 1 << 4)
        /// A scalar for private use, or one without a meaning.
        public static let unassigned = Anomalies(rawValue: 1 << 5)
        /// A letter of a script that is written from right to left; it is drawn in the order of the
        /// text.
        public static let rightToLeft = Anomalies(rawValue: 1 << 6)
        /// More than four marks on one letter.
        public static let tooManyMarks = Anomalies(rawValue: 1 << 7)
        /// A mark with no letter to stand on.
        public static let strayMark = Anomalies(rawValue: 1 << 8)
        /// A space other than U+0020.
        public static let unusualSpace = Anomalies(rawValue: 1 << 9)
        /// More bytes than the limit of the form.
        public static let overLimit = Anomalies(rawValue: 1 << 10)

        /// What an honest mail has no use for, and what is evidence to a person who judges mail.
        public static let hostile: Anomalies = [
            .control, .bidi, .invisible, .invalid, .surrogate, .unassigned, .tooManyMarks,
        ]
    }
}

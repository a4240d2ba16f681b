/// Finds the records of mails in a document, through every envelope that is known.
///
/// Only texts at known keys are decoded again, to ``deepest`` levels; nothing below
/// `headers`, `commonHeaders` or `content` is ever looked into, so an event that a sender wrote
/// into a header does not load.
enum Unwrapper {
    /// How many times a text is decoded on the way to a record.
    static let deepest = 8
    /// How many objects and arrays are entered on the way to a record. Each costs a look at all that
    /// is in it, so hostile nesting would make reading slower than linear.
    static let longestWay = 32
    /// How many objects that no family knows are entered one inside the other.
    static let deepestWalk = 8
    /// The most bytes that the gzip data of one document may come to.
    static let mostInflated = 64 << 20

    /// A record and the way to it.
    struct Finding: Sendable {
        var what: What
        /// The smallest stretch of the document that can be read again alone.
        var carrier: Range<Int>
        var route: Route
        /// True where the record was torn out of a text that is damaged.
        var isSalvaged = false

        enum What: Sendable {
            /// The record's bytes; nil where they are those of the carrier itself.
            case record(bytes: [UInt8]?)
            case other(OtherKind)
            /// The carrier is no JSON where an envelope would have to name what it holds.
            case broken(reason: String)
            /// What the document says of the log.
            case remark(FileRemark)
        }
    }

    /// What a document holds, in order; `document` is the range of a JSON object, of a row of
    /// CloudWatch Logs Insights, or of what is of another form, in `bytes`.
    static func findings(
        _ bytes: Span<UInt8>, in document: Range<Int>, form: DocumentForm = .json
    ) -> [Finding] {
        var work = Unwrapping()
        work.enter(Place(decoded: nil, range: document, carrier: document), form, bytes)
        while let place = work.waiting.popLast() {
            if let decoded = place.decoded {
                work.visit(place, decoded.span)
            } else {
                work.visit(place, bytes)
            }
        }
        return form.settled(work.allFindings, in: document)
    }
}

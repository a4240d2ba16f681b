/// What a text that was decoded holds: documents among words, as a line of a log does.
struct TextDocuments: Sendable {
    /// The documents in order.
    private(set) var documents: [Document] = []
    /// The stretches that no reader could make sense of, in order.
    private(set) var broken: [Broken] = []
    /// What the text says of itself.
    private(set) var remarks: [FileRemark] = []

    struct Document: Sendable {
        var range: Range<Int>
        var form: DocumentForm
        var isSalvaged: Bool
    }

    struct Broken: Sendable {
        var range: Range<Int>
        var reason: String
    }

    /// Reads a text as a file is read; what damage may cost is bounded by the length of the text.
    init(_ text: Span<UInt8>) {
        var reader = DocumentReader(account: LookAheadAccount(forTextOf: text.count))
        while true {
            switch reader.next(text, base: 0, isFinal: true) {
            case .document(let range, let form, let isSalvaged):
                documents.append(Document(range: range, form: form, isSalvaged: isSalvaged))
            case .broken(let range, let reason):
                broken.append(Broken(range: range, reason: reason))
            case .remark(_, let remark): remarks.append(remark)
            case .envelope, .text, .value: break
            case .more, .end: return
            }
        }
    }

    /// True where a text is a single object or array and nothing else.
    static func isBare(_ text: Span<UInt8>) -> Bool {
        var walker = JSONWalker(text)
        guard walker.kind == .object || walker.kind == .array else { return false }
        let window = Window(bytes: text, base: 0, isFinal: true)
        guard case .none = window.literal(at: walker.position) else { return false }
        guard let range = walker.skipValue() else { return false }
        return (range.upperBound..<text.count).allSatisfy { JSONStructure.isSpace(text[$0]) }
    }

    /// True where a stretch begins with what was torn out of a document, such as one of the many
    /// log events that a program made of an indented one: a bracket, a comma, a member. At the end of
    /// the text a list was left open.
    static func isTorn(_ text: Span<UInt8>, at start: Int) -> Bool {
        guard start < text.count else { return true }
        switch text[start] {
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","): return true
        case UInt8(ascii: "\""):
            var walker = JSONWalker(text, at: start)
            guard walker.skipValue() != nil, walker.position < text.count else { return false }
            return text[walker.position] == UInt8(ascii: ":")
        default: return false
        }
    }

    /// True where the text holds a document and white space alone.
    static func isAlone(_ document: Range<Int>, _ text: Span<UInt8>) -> Bool {
        (0..<document.lowerBound).allSatisfy { JSONStructure.isSpace(text[$0]) }
            && (document.upperBound..<text.count).allSatisfy { JSONStructure.isSpace(text[$0]) }
    }

    /// True where an object opens in a stretch, so that more than words was lost there.
    static func opensObject(_ text: Span<UInt8>, in range: Range<Int>) -> Bool {
        var isBehindBrace = false
        for index in range {
            let byte = text[index]
            if isBehindBrace, byte == UInt8(ascii: "\"") { return true }
            if JSONStructure.isSpace(byte) { continue }
            isBehindBrace = byte == UInt8(ascii: "{")
        }
        return false
    }
}

/// Walks over one JSON value, member by member, and lets the caller take what it wants.
///
/// There is no recursion and nothing is built. A walker never fails aloud: where the bytes are no
/// JSON it notes ``failure``, and every loop over it ends.
struct JSONWalker: ~Escapable {
    let bytes: Span<UInt8>
    private(set) var position: Int
    /// Where and why walking stopped before the end; nil as long as all is well.
    private(set) var failure: ScanFailure?

    /// A walker that stands at the first byte of a value, or on white space before it.
    @_lifetime(copy bytes)
    init(_ bytes: Span<UInt8>, at position: Int = 0) {
        self.bytes = bytes
        self.position = position
        skipSpace()
    }
}

/// What kind of value a JSON value is, as its first byte tells.
enum JSONKind: Hashable, Sendable {
    case object
    case array
    case string
    case number
    case null
    case bool(Bool)
    /// A word or a byte that JSON does not have.
    case unknown
}

extension JSONWalker {
    /// The kind of the value that comes next.
    var kind: JSONKind {
        guard position < bytes.count else { return .unknown }
        switch bytes[position] {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): return .number
        case UInt8(ascii: "n"): return stands("null") ? .null : .unknown
        case UInt8(ascii: "t"): return stands("true") ? .bool(true) : .unknown
        case UInt8(ascii: "f"): return stands("false") ? .bool(false) : .unknown
        default: return .unknown
        }
    }

    private func stands(_ word: StaticString) -> Bool {
        let end = position + word.utf8CodeUnitCount
        return end <= bytes.count && bytes.stands(word, in: position..<end)
            && (end == bytes.count || !JSONStructure.isScalarByte(bytes[end]))
    }

    /// Steps into the object or array that comes next.
    mutating func enter() {
        position += 1
        skipSpace()
    }

    /// The key of the next member of the object that was entered, standing at its value; nil at
    /// the object's end, which is stepped over, or where the bytes are no JSON.
    mutating func nextKey() -> JSONKey? {
        guard let byte = nextItem(closing: UInt8(ascii: "}")) else { return nil }
        guard byte == UInt8(ascii: "\"") else { return fail(.misplaced(byte)) }
        guard let key = takeString() else { return nil }
        skipSpace()
        guard position < bytes.count else { return fail(.endOfInput) }
        let next = bytes[position]
        guard next == UInt8(ascii: ":") else { return fail(.misplaced(next)) }
        position += 1
        skipSpace()
        return JSONKey(range: key)
    }

    /// True where the array that was entered has a further element, at which it then stands;
    /// false at its end, which is stepped over, or where the bytes are no JSON.
    mutating func nextElement() -> Bool { nextItem(closing: UInt8(ascii: "]")) != nil }

    /// Steps over the value that comes next; its range, nil where the bytes are no JSON.
    @discardableResult
    mutating func skipValue() -> Range<Int>? {
        let start = position
        guard start < bytes.count else { return fail(.endOfInput) }
        var limit = LookAhead.known
        switch DocumentScan.value(bytes, from: start, limit: &limit) {
        case .ok(let end):
            position = end
            return start..<end
        case .more:
            // A number at the very end of the bytes has nothing behind it that would end it.
            if JSONStructure.isScalarByte(bytes[start]) {
                position = bytes.count
                return start..<bytes.count
            }
            return fail(.endOfInput)
        case .bad(let failure):
            if self.failure == nil { self.failure = failure }
            position = bytes.count
            return nil
        }
    }

    /// Reads the value that comes next with a walker of its own and steps over it.
    ///
    /// What is wrong inside the value is noted, and walking goes on behind it all the same: who reads
    /// the inside and who skips it finds the same behind it.
    mutating func apart(_ read: (inout JSONWalker) -> Void) {
        var inner = JSONWalker(bytes, at: position)
        read(&inner)
        skipValue()
        if failure == nil { failure = inner.failure }
    }

    /// Takes the text that comes next, as the range between its quotes, escapes not yet decoded;
    /// nil, without a step, where another kind of value comes next.
    mutating func string() -> Range<Int>? {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return nil }
        return takeString()
    }

    private mutating func takeString() -> Range<Int>? {
        let start = position + 1
        var limit = LookAhead.known
        switch JSONStructure.endOfString(bytes, from: position, limit: &limit) {
        case .ok(let end):
            position = end
            return start..<end - 1
        case .more: return fail(.endOfInput)
        case .bad(let failure):
            position = failure.position
            return fail(failure.reason)
        }
    }

    /// The first byte of the next member or element, past the comma before it.
    private mutating func nextItem(closing: UInt8) -> UInt8? {
        skipSpace()
        if position < bytes.count, bytes[position] == UInt8(ascii: ",") {
            position += 1
            skipSpace()
        }
        guard position < bytes.count else { return fail(.endOfInput) }
        let byte = bytes[position]
        if byte == closing {
            position += 1
            return nil
        }
        if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "}")
            || byte == UInt8(ascii: "]")
        {
            return fail(.misplaced(byte))
        }
        return byte
    }

    private mutating func skipSpace() {
        while position < bytes.count, JSONStructure.isSpace(bytes[position]) { position += 1 }
    }

    private mutating func fail<Value>(_ reason: ScanFailure.Reason) -> Value? {
        if failure == nil { failure = ScanFailure(position: position, reason: reason) }
        position = bytes.count
        return nil
    }
}

/// A key as it stands in the bytes, between its quotes.
struct JSONKey: Hashable, Sendable {
    let range: Range<Int>
}

extension Span<UInt8> {
    /// True where a key is this word, its escapes decoded.
    func key(_ key: JSONKey, is word: StaticString) -> Bool {
        if stands(word, in: key.range) { return true }
        guard key.range.count > word.utf8CodeUnitCount, holdsEscape(key.range) else { return false }
        return JSONText.decode(self, key.range).text == RawText("\(word)")
    }

    /// True where a backslash stands in a range.
    func holdsEscape(_ range: Range<Int>) -> Bool {
        range.contains { self[$0] == UInt8(ascii: "\\") }
    }

    /// The bytes of a range.
    func copy(_ range: Range<Int>) -> [UInt8] { [UInt8](extracting(range)) }
}

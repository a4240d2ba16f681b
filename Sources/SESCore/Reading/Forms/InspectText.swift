/// Turns what `console.log` of Node shows of an object into JSON, as far as it shows it.
///
/// `util.inspect` cuts at a depth: `[Object]` and `[Array]` stand for what is left out, `... 20 more
/// items` for the rest of a list. In an object such a member becomes `null`; in a list the elements
/// are left away, and a list of which nothing is left becomes `null`.
/// <https://nodejs.org/api/util.html#utilinspectobject-options>
struct InspectText: ~Escapable {
    let bytes: Span<UInt8>
    var position = 0
    var output: JSONAssembly
    var leavesOut = false
    private var open: [Bracket] = []
    private var expected = Expected.value
    private var hint = InspectHint()

    private enum Expected {
        case value
        case elementOrEnd
        case keyOrEnd
        case separator
    }

    /// An object or list that is open.
    private struct Bracket {
        let closing: UInt8
        /// Where it begins in the output.
        let start: Int
        var isEmpty = true
        var leavesOut = false
    }

    @_lifetime(copy bytes)
    private init(_ bytes: Span<UInt8>) {
        self.bytes = bytes
        output = JSONAssembly(capacity: bytes.count)
    }
}

extension InspectText {
    /// The JSON of a text, and whether anything of the object is not in it.
    struct Reading: Hashable, Sendable {
        var json: [UInt8]
        var leavesOut: Bool
    }

    /// Reads a text that fills the bytes, white space around it aside.
    ///
    /// It fails with advice where what makes an event useful is among what was left out.
    static func json(of bytes: Span<UInt8>) -> Result<Reading, LiteralFailure> {
        var text = InspectText(bytes)
        do throws(LiteralFailure) {
            try text.read()
            if let advice = text.hint.advice {
                throw LiteralFailure(position: 0, reason: advice, isAdvice: true)
            }
            return .success(Reading(json: text.output.bytes, leavesOut: text.leavesOut))
        } catch {
            return .failure(error)
        }
    }

    private mutating func read() throws(LiteralFailure) {
        while true {
            let byte = try nextByte()
            if expected == .value {
                try readValue()
            } else if let bracket = open.last, byte == bracket.closing {
                close(bracket)
            } else if expected == .separator {
                guard byte == UInt8(ascii: ",") else { throw misplaced(byte) }
                position += 1
                expectNext()
            } else if takeRest() {
                expected = .separator
            } else if expected == .keyOrEnd {
                try readKey()
            } else {
                try readValue()
            }
            if open.isEmpty {
                skipSpace()
                guard position == bytes.count else { throw misplaced(bytes[position]) }
                return
            }
        }
    }

    private mutating func expectNext() {
        expected = open.last?.closing == UInt8(ascii: "}") ? .keyOrEnd : .elementOrEnd
    }

    private mutating func close(_ bracket: Bracket) {
        position += 1
        open.removeLast()
        expected = .separator
        output.close(bracket.closing == UInt8(ascii: "}") ? "}" : "]")
        if bracket.isEmpty, bracket.leavesOut { output.replaceByNull(from: bracket.start) }
    }

    /// `... 20 more items`, up to the bracket that closes the list.
    private mutating func takeRest() -> Bool {
        guard stands("...") else { return false }
        while position < bytes.count, bytes[position] != open.last?.closing,
            bytes[position] != UInt8(ascii: ",")
        {
            position += 1
        }
        leaveOut()
        return true
    }

    private mutating func readKey() throws(LiteralFailure) {
        let start = position
        if try readText() {
            hint.key = nil
        } else {
            try takeBareKey()
            hint.key = start..<position
            output.separate()
            output.quote()
            for index in start..<position { output.character(bytes[index]) }
            output.quote()
        }
        let byte = try nextByte()
        guard byte == UInt8(ascii: ":") || stands("=>") else { throw misplaced(byte) }
        position += byte == UInt8(ascii: ":") ? 1 : 2
        output.colon()
        open[open.count - 1].isEmpty = false
        expected = .value
    }

    private mutating func readValue() throws(LiteralFailure) {
        let isMember = open.last?.closing == UInt8(ascii: "}")
        let key = hint.key
        hint.key = nil
        expected = .separator
        if try readText() {
            note()
            return
        }
        switch try takeWords() {
        case .object: push("{", closing: UInt8(ascii: "}"))
        case .list: push("[", closing: UInt8(ascii: "]"))
        case .scalar(let source):
            note()
            output.literal(source)
        case .leftOut:
            if isMember || open.isEmpty {
                if let key { hint.leftOut(bytes, key) }
                leavesOut = true
                output.literal("null".utf8)
            } else {
                leaveOut()
            }
        }
    }

    private mutating func push(_ bracket: Unicode.Scalar, closing: UInt8) {
        note()
        let start = output.bytes.count
        output.open(bracket)
        // Behind the comma that stands before the bracket.
        let isBehindComma = output.bytes.count - start == 2
        open.append(Bracket(closing: closing, start: start + (isBehindComma ? 1 : 0)))
        expectNext()
    }

    private mutating func note() {
        if !open.isEmpty { open[open.count - 1].isEmpty = false }
    }

    private mutating func leaveOut() {
        leavesOut = true
        if !open.isEmpty { open[open.count - 1].leavesOut = true }
    }
}

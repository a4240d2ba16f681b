/// The headers at the start of a raw mail, in message order (RFC 5322, sections 2.2 and 4.5).
///
/// Folded lines are joined by leaving out their line ends; the bytes of values stay as they are.
/// Blanks between a name and its colon are obsolete and read. The `From ` line of a mailbox file
/// before the first header is no header.
struct HeaderBlock {
    private(set) var fields: [HeaderField] = []
}

extension HeaderBlock {
    /// The headers up to the first line that is none.
    init(_ bytes: Span<UInt8>) {
        var name: [UInt8] = []
        var value: [UInt8] = []
        var isOpen = false
        var start = 0
        func field() -> HeaderField {
            HeaderField(name: RawText(name), value: RawText(value[...].trimmed))
        }
        reading: while start < bytes.count {
            let end = HeaderLine.end(bytes, from: start)
            let line = HeaderLine.withoutBreak(bytes, start..<end)
            switch HeaderLine(bytes, line, isFirst: start == 0) {
            case .field(let nameRange, let valueStart):
                if isOpen { fields.append(field()) }
                name = bytes.copy(nameRange)
                value = bytes.copy(valueStart..<line.upperBound)
                isOpen = true
            case .continuation where isOpen: value += bytes.copy(line)
            case .envelope: break
            case .continuation, .blank, .other: break reading
            }
            start = end
        }
        if isOpen { fields.append(field()) }
    }
}

/// What a line of a header block is.
enum HeaderLine: Hashable {
    /// The start of a header: where its name stands and where its value begins.
    case field(name: Range<Int>, value: Int)
    /// More of the header above.
    case continuation
    /// The `From ` line that a mailbox file puts before a mail.
    case envelope
    /// The empty line behind the last header.
    case blank
    case other
}

extension HeaderLine {
    /// What the line without its line end is.
    init(_ bytes: Span<UInt8>, _ line: Range<Int>, isFirst: Bool) {
        guard !line.isEmpty else {
            self = .blank
            return
        }
        guard bytes[line.lowerBound] != 0x20, bytes[line.lowerBound] != 0x09 else {
            self = .continuation
            return
        }
        let start = isFirst ? Self.start(bytes, line) : line.lowerBound
        var place = start
        while place < line.upperBound, 0x21...0x7E ~= bytes[place],
            bytes[place] != UInt8(ascii: ":")
        {
            place += 1
        }
        let name = start..<place
        while place < line.upperBound, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
        if !name.isEmpty, place < line.upperBound, bytes[place] == UInt8(ascii: ":") {
            self = .field(name: name, value: place + 1)
        } else {
            let isEnvelope = isFirst && place > name.upperBound && Self.isFrom(bytes, name)
            self = isEnvelope ? .envelope : .other
        }
    }

    /// Where the line begins that starts at a position, its line feed included.
    static func end(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var place = start
        while place < bytes.count {
            if bytes[place] == 0x0A { return place + 1 }
            place += 1
        }
        return place
    }

    /// The line without CR LF or LF at its end.
    static func withoutBreak(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int> {
        var end = line.upperBound
        if end > line.lowerBound, bytes[end - 1] == 0x0A {
            end -= 1
            if end > line.lowerBound, bytes[end - 1] == 0x0D { end -= 1 }
        }
        return line.lowerBound..<end
    }

    /// Behind a byte order mark.
    private static func start(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int {
        let start = line.lowerBound
        let isMarked =
            line.count >= 3 && bytes[start] == 0xEF && bytes[start + 1] == 0xBB
            && bytes[start + 2] == 0xBF
        return isMarked ? start + 3 : start
    }

    private static func isFrom(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
        RawText(bytes.copy(name)) == "From"
    }
}

extension Collection<HeaderField> {
    /// The first header of a name, letter case aside.
    func field(_ name: StaticString) -> HeaderField? { first { $0.name.equalsIgnoringCase(name) } }

    /// The value of the first header of a name.
    func value(_ name: StaticString) -> RawText? { field(name)?.value }
}

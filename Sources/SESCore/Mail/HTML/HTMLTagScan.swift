/// Reads a tag from its name to its `>`.
struct TagScan<Bytes: RandomAccessCollection<UInt8>> where Bytes.Index == Int {
    private let bytes: Bytes
    private var place: Int
    private(set) var name: Range<Int>
    private(set) var attributes: [HTMLTag.Attribute] = []

    /// A scan at the first letter of a name.
    init(_ bytes: Bytes, at start: Int) {
        self.bytes = bytes
        place = start
        name = start..<start
    }
}

extension TagScan {
    /// Where the tag ends; nil where it does not. A `>` between quotes ends no tag.
    mutating func run() -> Int? {
        name = take { !$0.endsName }
        while place < bytes.endIndex {
            let byte = bytes[place]
            if byte == UInt8(ascii: ">") { return place + 1 }
            if byte.isHTMLSpace || byte == UInt8(ascii: "/") {
                place += 1
                continue
            }
            guard let attribute = takeAttribute() else { return nil }
            if attributes.count < HTMLTag.mostAttributes { attributes.append(attribute) }
        }
        return nil
    }

    private mutating func takeAttribute() -> HTMLTag.Attribute? {
        let start = place
        place += 1
        _ = take { !$0.endsName && $0 != UInt8(ascii: "=") }
        let name = start..<place
        skipSpace()
        guard place < bytes.endIndex, bytes[place] == UInt8(ascii: "=") else {
            return HTMLTag.Attribute(name: name, value: place..<place)
        }
        place += 1
        skipSpace()
        guard place < bytes.endIndex else { return nil }
        let quote = bytes[place]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let value = take { !$0.isHTMLSpace && $0 != UInt8(ascii: ">") }
            return HTMLTag.Attribute(name: name, value: value)
        }
        place += 1
        let value = take { $0 != quote }
        guard place < bytes.endIndex else { return nil }
        place += 1
        return HTMLTag.Attribute(name: name, value: value)
    }

    private mutating func take(while holds: (UInt8) -> Bool) -> Range<Int> {
        let start = place
        while place < bytes.endIndex, holds(bytes[place]) { place += 1 }
        return start..<place
    }

    private mutating func skipSpace() { _ = take { $0.isHTMLSpace } }
}

extension UInt8 {
    /// True for the white space of HTML.
    var isHTMLSpace: Bool { isBlank || self == 0x0C }

    /// True for what ends the name of a tag or of an attribute.
    fileprivate var endsName: Bool {
        isHTMLSpace || self == UInt8(ascii: "/") || self == UInt8(ascii: ">")
    }
}

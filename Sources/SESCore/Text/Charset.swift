/// A charset in which mail words may be written, out of a list of those that can be read.
///
/// The list is closed, so that no name which a sender makes up reaches the C library. UTF-7 is not on
/// it: its letters hide what they stand for from everything that looks at bytes.
enum Charset: Hashable, Sendable {
    case utf8
    case ascii
    case latin1
    /// One that the C library reads, by the name which that library has for it.
    case foreign(String)
}

extension Charset {
    /// The charset of a name as mails spell it, letter case aside; nil where it is not on the list.
    init?(label: some Sequence<UInt8>) {
        let name = label.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0.asciiLower }
        guard let charset = Self.known[RawText(name)] else { return nil }
        self = charset
    }

    /// The text that the bytes spell, as UTF-8; each byte that spells nothing becomes U+FFFD, and
    /// `isExact` is false. Nil where the C library lacks the charset.
    func utf8(of bytes: [UInt8]) -> (bytes: [UInt8], isExact: Bool)? {
        switch self {
        case .utf8: Self.repaired(bytes)
        case .ascii: Self.repaired(bytes.map { $0 < 0x80 ? $0 : 0xFF })
        case .latin1: (Self.widened(bytes), true)
        case .foreign(let name): CharsetConverter.utf8(of: bytes, from: name)
        }
    }

    private static func repaired(_ bytes: [UInt8]) -> (bytes: [UInt8], isExact: Bool) {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var isExact = true
        let span = bytes.span
        var offset = 0
        while offset < span.count {
            let unit = WTF8.unit(in: span, at: offset)
            let isScalar = Unicode.Scalar(unit.value) != nil
            if !isScalar { isExact = false }
            WTF8.append(isScalar ? unit.value : 0xFFFD, to: &out)
            offset += unit.length
        }
        return (out, isExact)
    }

    private static func widened(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count * 2)
        for byte in bytes { WTF8.append(UInt32(byte), to: &out) }
        return out
    }
}

extension Charset {
    /// By names in small letters, `_` written as `-`.
    ///
    /// Where mail programs write a small charset and mean the larger one made of it, the larger one
    /// is read: what both can spell, they spell alike.
    private static let known: [RawText: Charset] = {
        var known: [RawText: Charset] = [
            "utf-8": .utf8, "utf8": .utf8, "us-ascii": .ascii, "ascii": .ascii,
            "latin1": .latin1, "latin-1": .latin1,
            "iso-8859-8-i": .foreign("ISO-8859-8"), "iso-8859-8-e": .foreign("ISO-8859-8"),
            "iso-2022-jp": .foreign("ISO-2022-JP"), "euc-jp": .foreign("EUC-JP"),
            "koi8-r": .foreign("KOI8-R"), "koi8-u": .foreign("KOI8-U"),
            "big5": .foreign("BIG5"), "cn-big5": .foreign("BIG5"),
        ]
        for name in ["shift-jis", "sjis", "x-sjis", "cp932", "windows-31j"] as [RawText] {
            known[name] = .foreign("CP932")
        }
        for name in ["euc-kr", "ks-c-5601-1987", "cp949"] as [RawText] {
            known[name] = .foreign("CP949")
        }
        for name in ["gb2312", "gbk", "cp936", "gb18030"] as [RawText] {
            known[name] = .foreign("GB18030")
        }
        for part in 1...16 where part != 12 {
            let charset = part == 1 ? Charset.latin1 : .foreign("ISO-8859-\(part)")
            known[RawText("iso-8859-\(part)")] = charset
            known[RawText("iso8859-\(part)")] = charset
        }
        for page in 1250...1258 {
            known[RawText("windows-\(page)")] = .foreign("CP\(page)")
            known[RawText("cp\(page)")] = .foreign("CP\(page)")
        }
        return known
    }()
}

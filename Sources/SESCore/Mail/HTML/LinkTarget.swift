/// Where a link leads, as far as a person who judges a mail has to know.
enum LinkTarget: Hashable {
    /// To a machine, by its name in small letters as it is spelled.
    case host(RawText, warning: Warning?)
    /// To a mailbox.
    case mailbox(RawText)
    /// To what is done with an address of another kind, such as `tel:` or `javascript:`.
    case scheme(RawText, isRisky: Bool)
    /// To a place of the mail itself, or nowhere.
    case nowhere

    /// What is odd about the name of a machine.
    enum Warning: Hashable {
        /// Words before an `@` that look like the name.
        case user(RawText)
        /// A number for a name.
        case number
        /// Letters that are no ASCII.
        case foreign
    }

    /// How many bytes of an address are looked at.
    private static let longest = 4096
    private static let risky: Set<RawText> = ["javascript", "vbscript", "data", "file", "blob"]
    private static let quiet: Set<RawText> = ["cid", "mid", "about"]
    private static let web: Set<RawText> = ["http", "https", "ftp"]
}

extension LinkTarget {
    /// The target of an address, its entities decoded.
    ///
    /// Read as browsers do: white space at the ends and line ends anywhere do not count, a backslash
    /// is a slash, and what stands before the last `@` is no part of the name.
    ///
    /// - Parameters:
    ///   - address: The address.
    ///   - base: The target that addresses without a machine belong to.
    init(_ address: [UInt8], base: LinkTarget? = nil) {
        let signs = address.prefix(Self.longest)
            .filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
            .map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
        let text = signs.drop { $0 <= 0x20 }
        if let (scheme, rest) = Self.scheme(text) {
            self = Self.of(scheme, rest)
        } else if text.starts(with: Array("//".utf8)) {
            self = Self.machine(text)
        } else if text.isEmpty || text.first == UInt8(ascii: "#") {
            self = .nowhere
        } else {
            self = base ?? .nowhere
        }
    }

    private static func scheme(_ text: ArraySlice<UInt8>) -> (RawText, ArraySlice<UInt8>)? {
        let name = text.prefix {
            $0.isAlphanumeric || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: ".")
        }
        guard let first = name.first, first.isLetter, name.endIndex < text.endIndex,
            text[name.endIndex] == UInt8(ascii: ":")
        else { return nil }
        return (RawText(name).lowered, text[(name.endIndex + 1)...])
    }

    private static func of(_ scheme: RawText, _ rest: ArraySlice<UInt8>) -> LinkTarget {
        if web.contains(scheme) { return machine(rest) }
        if quiet.contains(scheme) { return .nowhere }
        guard scheme == "mailto" else {
            return .scheme(scheme, isRisky: risky.contains(scheme))
        }
        return .mailbox(RawText(PercentText.decoded(rest.prefix { $0 != UInt8(ascii: "?") })))
    }

    private static func machine(_ text: ArraySlice<UInt8>) -> LinkTarget {
        let ends = Array("/?#".utf8)
        let authority = text.drop { $0 == ends[0] }.prefix { !ends.contains($0) }
        guard !authority.isEmpty else { return .nowhere }
        guard let at = authority.lastIndex(of: UInt8(ascii: "@")) else {
            let name = host(authority)
            return .host(name, warning: warning(name))
        }
        let name = host(authority[(at + 1)...])
        return .host(name, warning: .user(RawText(PercentText.decoded(authority[..<at]))))
    }

    /// The name without a port, in small letters.
    private static func host(_ text: ArraySlice<UInt8>) -> RawText {
        var name = PercentText.decoded(text)[...]
        if name.first != UInt8(ascii: "["), let colon = name.lastIndex(of: UInt8(ascii: ":")) {
            name = name[..<colon]
        }
        while name.last == UInt8(ascii: ".") { name.removeLast() }
        return RawText(name).lowered
    }

    private static func warning(_ name: RawText) -> Warning? {
        if name.bytes.contains(where: { $0 >= 0x80 }) { return .foreign }
        let last = name.bytes.split(separator: UInt8(ascii: ".")).last ?? []
        let isNumber = last.allSatisfy { $0 &- 0x30 < 10 } || last.starts(with: Array("0x".utf8))
        return isNumber || name.bytes.first == UInt8(ascii: "[") ? .number : nil
    }
}

extension LinkTarget {
    /// The name of the machine, or the domain of the mailbox; nil where there is neither.
    var domain: RawText? {
        switch self {
        case .host(let name, _): return name
        case .mailbox(let address): return MailboxText(address).domain?.lowered
        case .scheme, .nowhere: return nil
        }
    }

    /// The target behind a link; nil where there is nothing to tell.
    var words: RawText? {
        switch self {
        case .host(let name, _): "-> " + name
        case .mailbox(let address): "-> " + address
        case .scheme(let name, _): "-> " + name + ":"
        case .nowhere: nil
        }
    }

    /// What is odd about the target, told of a link with this text; nil where nothing is.
    func warning(shownAs text: RawText) -> RawText? {
        switch self {
        case .scheme(let name, isRisky: true): return "(!) no address: " + name
        case .host(_, .user(let user)?):
            return "(!) " + RawText(user.bytes.prefix(60)) + "@ is no host"
        case .host(_, .number?): return "(!) a number, no name"
        case .host(_, .foreign?): return "(!) letters that are no ASCII"
        default: break
        }
        guard let domain else { return nil }
        let other = text.lowered.domains.first { !$0.isRelated(to: domain) }
        return other.map { "(!) the text names " + $0 }
    }
}

/// What may reach a terminal of the type xterm-256color, as an allow-list.
public enum WireRules {
    /// Something on the wire that must not be there.
    public struct Finding: Hashable, Sendable, CustomStringConvertible {
        /// Where it begins, in bytes from the start of the output.
        public let offset: Int
        /// What it is.
        public let token: WireToken

        /// The finding in words.
        public var description: String { "\(token) at byte \(offset)" }
    }

    /// All that must not be there, for a terminal whose TERM is `type`: some have means of their own
    /// for lines and the cursor. Texts for the clipboard may be there from the byte `copiesFrom` on,
    /// where the person pressed a key for it, and nowhere where it is nil.
    public static func findings(
        in bytes: [UInt8], type: String = "xterm", copiesFrom: Int? = nil
    ) -> [Finding] {
        let means = ownMeans[type] ?? []
        return WireToken.all(in: bytes).compactMap { offset, token in
            if case .copy = token, let copiesFrom, offset >= copiesFrom { return nil }
            return isAllowed(token) || means.contains(token) || (type == "linux" && isFont(token))
                ? nil : Finding(offset: offset, token: token)
        }
    }

    /// The texts for the clipboard in base64, those that are wrapped for tmux or those that are not.
    public static func copies(in bytes: [UInt8], wrapped: Bool = false) -> [String] {
        WireToken.all(in: bytes).compactMap { _, token in
            guard case .copy(let base64, wrapped) = token else { return nil }
            return base64
        }
    }

    /// The control sequences that set a colour or put it back.
    public static func colors(in bytes: [UInt8]) -> [WireToken] {
        WireToken.all(in: bytes).map(\.token).filter { token in
            guard case .sequence(let parameters, "m") = token else { return false }
            return numbers(parameters).contains {
                (30...49).contains($0) || (90...107).contains($0)
            }
        }
    }

    /// The scalars that are shown, without what places or sets them.
    public static func text(in bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        for case (_, .text(let scalar)) in WireToken.all(in: bytes) { text.append(scalar) }
        return String(text)
    }
}

extension WireRules {
    private static func isAllowed(_ token: WireToken) -> Bool {
        switch token {
        case .text(let scalar): isAllowed(scalar)
        // Backspace, tab, line feed and return move the cursor; all else has effects.
        case .control(let byte): [0x08, 0x09, 0x0A, 0x0D].contains(byte)
        case .escape(let text): ["(B", "(0", ")0", "=", ">", "M", "7", "8"].contains(text)
        case .sequence(let parameters, let final): isAllowed(parameters, final)
        case .string, .copy, .invalid, .unfinished: false
        }
    }

    /// Letters, marks, digits, signs and spaces: nothing that is unseen or reorders what is seen.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return true }
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint {
            return false
        }
        switch properties.generalCategory {
        case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator,
            .paragraphSeparator:
            return false
        default:
            return true
        }
    }

    private static func isAllowed(_ parameters: String, _ final: Character) -> Bool {
        switch final {
        case "h", "l": return modes.contains(parameters)
        case "t": return ["22;0;0", "23;0;0"].contains(parameters)
        case "m":
            return isNumeric(parameters) && numbers(parameters).allSatisfy { settings.contains($0) }
        default: return motions.contains(final) && isNumeric(parameters)
        }
    }

    /// Insert mode, cursor keys, wrapping, blinking, the cursor, the other screen and pastes.
    private static let modes: Set<String> = [
        "4", "?1", "?7", "?12", "?25", "?1049", "?2004", "?12;25",
    ]

    /// Moves, erasures, insertions, deletions, repetition, scrolling and its region.
    private static let motions = Set("ABCDGHIZdfJKLMPX@bSTr")

    /// Shifts between letters and lines, and shapes of the cursor.
    private static let ownMeans: [String: Set<WireToken>] = [
        "vt100": [.control(0x0E), .control(0x0F)],
        "linux": [
            .control(0x0E), .control(0x0F), .sequence(parameters: "?0", final: "c"),
            .sequence(parameters: "?1", final: "c"),
        ],
    ]

    /// True where a setting also goes back to the first font, as the Linux console's do.
    private static func isFont(_ token: WireToken) -> Bool {
        guard case .sequence(let parameters, "m") = token else { return false }
        return isNumeric(parameters)
            && numbers(parameters).allSatisfy { $0 == 10 || settings.contains($0) }
    }

    private static let settings = Set([0, 1, 4, 7, 22, 24, 27] + Array(30...37) + [39])
        .union(Array(40...47) + [49])

    private static func isNumeric(_ parameters: String) -> Bool {
        parameters.allSatisfy { "0123456789;".contains($0) }
    }

    private static func numbers(_ parameters: String) -> [Int] {
        parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    }
}

/// What an escape sequence from a keyboard means, by the forms that terminals share.
///
/// Terminals send their keys in these forms whatever terminfo says of them: arrows in the plain
/// form before application mode is on, or keys with modifiers. A form that means nothing here is
/// still recognised as a whole: were it taken apart, its letters and digits would act as keys.
enum EscapeSequence: Hashable {
    /// More bytes are to come.
    case incomplete
    case key(Key)
    /// A bracketed paste begins.
    case pasteStart
    /// A string for programs begins, which ends with ST or BEL.
    case string
    /// Complete, and without a meaning here.
    case nothing

    /// Judges bytes that begin with ESC and hold at least one more.
    init(_ bytes: [UInt8]) {
        switch bytes[1] {
        case UInt8(ascii: "["): self = EscapeSequence.control(bytes.dropFirst(2))
        case UInt8(ascii: "O"): self = EscapeSequence.single(bytes.dropFirst(2))
        case UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "]"), UInt8(ascii: "^"),
            UInt8(ascii: "_"):
            self = .string
        default:
            // A letter held with Alt: no key of ours, and not the letter alone either.
            self = .nothing
        }
    }
}

extension EscapeSequence {
    /// The part of a control sequence after `ESC [`.
    private static func control(_ bytes: ArraySlice<UInt8>) -> EscapeSequence {
        // The Linux console sends its first function keys as `ESC [ [ A`.
        if bytes.first == UInt8(ascii: "[") {
            guard bytes.count > 1, let letter = bytes.last else { return .incomplete }
            guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter) else { return .nothing }
            return .key(.function(Int(letter - UInt8(ascii: "A")) + 1))
        }
        guard let final = bytes.last, (0x40...0x7E).contains(final) else { return .incomplete }
        let parameters = bytes.dropLast()
        if final == UInt8(ascii: "~") { return numbered(parameters) }
        // A private marker, as in answers of the terminal, makes it something else than a key.
        guard parameters.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ";") }) else {
            return .nothing
        }
        if final == UInt8(ascii: "Z") { return .key(.backTab) }
        return lettered(final)
    }

    /// The part after `ESC O`, which old terminals give a modifier too.
    private static func single(_ bytes: ArraySlice<UInt8>) -> EscapeSequence {
        guard let final = bytes.last, !isDigit(final), final != UInt8(ascii: ";") else {
            return .incomplete
        }
        return final == UInt8(ascii: "M") ? .key(.enter) : lettered(final)
    }

    private static func lettered(_ final: UInt8) -> EscapeSequence {
        switch final {
        case UInt8(ascii: "A"): .key(.up)
        case UInt8(ascii: "B"): .key(.down)
        case UInt8(ascii: "C"): .key(.right)
        case UInt8(ascii: "D"): .key(.left)
        case UInt8(ascii: "F"): .key(.end)
        case UInt8(ascii: "H"): .key(.home)
        case UInt8(ascii: "P"): .key(.function(1))
        case UInt8(ascii: "Q"): .key(.function(2))
        case UInt8(ascii: "R"): .key(.function(3))
        case UInt8(ascii: "S"): .key(.function(4))
        default: .nothing
        }
    }

    private static func numbered(_ parameters: ArraySlice<UInt8>) -> EscapeSequence {
        // A second number is the modifier: a page key held with Shift still pages.
        let digits = parameters.prefix { isDigit($0) }
        guard digits.count <= 3, !digits.isEmpty else { return .nothing }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        switch number {
        case 1, 7: return .key(.home)
        case 2: return .key(.insert)
        case 3: return .key(.delete)
        case 4, 8: return .key(.end)
        case 5: return .key(.pageUp)
        case 6: return .key(.pageDown)
        case 11...15: return .key(.function(number - 10))
        case 17...21: return .key(.function(number - 11))
        case 23...24: return .key(.function(number - 12))
        case 200: return .pasteStart
        default: return .nothing
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

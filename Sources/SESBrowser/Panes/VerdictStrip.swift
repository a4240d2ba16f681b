import SESCore

/// The shapes of the five-cell strip `SVPDM`, which list and detail share.
///
/// Position says which check, shape says the result, colour only repeats it.
enum VerdictStrip {
    /// The sign for a status in the cell of a check.
    static func glyph(for status: VerdictStatus, check: Check) -> (
        scalar: Unicode.Scalar, role: Role
    ) {
        switch status {
        case .missing: (" ", .plain)
        case .pass: (".", .plain)
        case .fail: (check.letter, .fail)
        case .gray: ("?", .gray)
        case .processingFailed: ("!", .processingFailed)
        case .disabled: ("-", .disabled)
        case .other: ("#", .unknownStatus)
        }
    }
}

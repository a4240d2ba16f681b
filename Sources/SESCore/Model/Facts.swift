/// What the list and the filter know of a mail, packed in 32 bits.
///
/// Bits 0-14 hold the five statuses, three bits each in the order of ``Check``; bits 15-17 the
/// DMARC policy; bits 18-31 the ``Marks``.
public struct Facts: Hashable, Sendable, BitwiseCopyable {
    /// The packed bits.
    public private(set) var bits: UInt32

    /// Facts from their packed form.
    public init(bits: UInt32) { self.bits = bits }

    /// Facts of a mail without any verdict, policy or mark.
    public init() { bits = 0 }
}

extension Facts {
    /// The status of a check.
    public subscript(check: Check) -> VerdictStatus {
        @inline(__always) get {
            VerdictStatus(rawValue: UInt8(truncatingIfNeeded: bits >> shift(check)) & 7) ?? .other
        }
        @inline(__always) set {
            bits = bits & ~(7 << shift(check)) | UInt32(newValue.rawValue) << shift(check)
        }
    }

    /// The five statuses alone: the low 15 bits, by which a table of answers is looked up.
    public var statuses: Int { Int(bits & 0x7FFF) }

    /// The published DMARC policy.
    public var policy: DMARCPolicy {
        get { DMARCPolicy(rawValue: UInt8(truncatingIfNeeded: bits >> 15) & 7) ?? .other }
        set { bits = bits & ~(7 << 15) | UInt32(newValue.rawValue) << 15 }
    }

    /// What else is to be known about the record.
    public var marks: Marks {
        get { Marks(rawValue: UInt16(truncatingIfNeeded: bits >> 18)) }
        set { bits = bits & 0x3FFFF | UInt32(newValue.rawValue & 0x3FFF) << 18 }
    }

    @inline(__always)
    private func shift(_ check: Check) -> UInt32 { UInt32(check.rawValue) * 3 }
}

/// Remarks about a record, at most 14.
public struct Marks: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt16

    /// Marks from their bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// A part of the record is no valid JSON; what could be read is shown.
    public static let malformed = Marks(rawValue: 1 << 0)
    /// A key that is shown stands twice in its object; the last one counts.
    public static let repeatedKey = Marks(rawValue: 1 << 1)
    /// The record was found inside a broken region or spans one.
    public static let salvaged = Marks(rawValue: 1 << 2)
    /// SES left headers out, because the header block is larger than 10 KB.
    public static let headersTruncated = Marks(rawValue: 1 << 3)
    /// The receipt is missing: no verdict can be known.
    public static let noReceipt = Marks(rawValue: 1 << 4)
    /// From or subject hold controls, reordering or invisible characters, or invalid bytes.
    public static let hostileText = Marks(rawValue: 1 << 5)
    /// The log left out parts of the event; what is shown is all that there is.
    public static let lossy = Marks(rawValue: 1 << 6)
    /// The record was cut at a size limit; mail and receipt are whole.
    public static let truncated = Marks(rawValue: 1 << 7)
    /// The verdicts are read from the headers that SES put on top of the mail; there is no receipt.
    public static let derived = Marks(rawValue: 1 << 8)
    /// The program that handled the mail failed, and Lambda kept the event.
    public static let handlerFailed = Marks(rawValue: 1 << 9)
    /// The mail was delivered several times, and not with the same verdicts.
    public static let differing = Marks(rawValue: 1 << 10)
}

extension Marks {
    /// The words for the marks, as headless output writes them, in the order of the bits.
    public var words: [String] { Self.named.filter { contains($0.mark) }.map(\.word) }

    private static let named: [(mark: Marks, word: String)] = [
        (.malformed, "malformed"), (.repeatedKey, "repeated-key"), (.salvaged, "salvaged"),
        (.headersTruncated, "headers-truncated"), (.noReceipt, "no-receipt"),
        (.hostileText, "hostile-text"), (.lossy, "lossy"), (.truncated, "truncated"),
        (.derived, "derived"), (.handlerFailed, "handler-failed"), (.differing, "differing"),
    ]
}

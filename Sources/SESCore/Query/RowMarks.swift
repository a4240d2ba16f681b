/// What a person said of the mail of a row, in one byte.
public struct RowMark: Hashable, Sendable, BitwiseCopyable {
    /// 0 for undecided, 1 for spam, 2 for ham, 3 for maybe in the low 3 bits; 8 where there is a note, 16
    /// where the row is tagged, 32 where the decision is not on the disk yet.
    public var rawValue: UInt8

    /// A mark of the given bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Nobody said anything.
    public static let none = RowMark(rawValue: 0)
}

extension RowMark {
    /// What the mail was decided to be.
    public enum Decided: UInt8, CaseIterable, Hashable, Sendable {
        case no
        case spam
        case ham
        case maybe
    }

    /// What the mail was decided to be.
    public var decided: Decided { Decided(rawValue: rawValue & 7) ?? .no }

    /// True where there is a note.
    public var isNoted: Bool {
        get { rawValue & 8 != 0 }
        set { set(8, newValue) }
    }

    /// True where the row is tagged.
    public var isTagged: Bool {
        get { rawValue & Self.tagBit != 0 }
        set { set(Self.tagBit, newValue) }
    }

    /// True where the decision is not on the disk yet.
    public var isUnsaved: Bool {
        get { rawValue & 32 != 0 }
        set { set(32, newValue) }
    }

    static let tagBit: UInt8 = 16

    private mutating func set(_ bit: UInt8, _ isSet: Bool) {
        rawValue = isSet ? rawValue | bit : rawValue & ~bit
    }
}

/// The marks of the first rows of a table; rows behind them have none.
public struct RowMarks: Sendable {
    /// Another number whenever a mark has changed; more rows without marks change nothing.
    public private(set) var version = 0
    private var bytes: [UInt8] = []
    private static let decidedBits: UInt8 = 7

    /// No row has a mark.
    public init() {}
}

extension RowMarks {
    /// How many rows are known.
    public var count: Int { bytes.count }

    /// The mark of a row.
    public subscript(row: Int) -> RowMark {
        get { row < bytes.count ? RowMark(rawValue: bytes[row]) : .none }
        set {
            guard newValue != self[row] else { return }
            if row >= bytes.count {
                bytes += repeatElement(0, count: row + 1 - bytes.count)
            }
            bytes[row] = newValue.rawValue
            version += 1
        }
    }
}

extension RowMarks {
    /// Gives rows the marks of the given bytes, from a row on; tags stay as they are.
    public mutating func set(_ marks: [UInt8], from first: Int) {
        guard !marks.isEmpty else { return }
        if first + marks.count > bytes.count {
            bytes += repeatElement(0, count: first + marks.count - bytes.count)
        }
        for (index, mark) in marks.enumerated() {
            bytes[first + index] = bytes[first + index] & RowMark.tagBit | mark
        }
        version += 1
    }

    /// How many of some rows are decided.
    public func decidedCount(among rows: ShownRows) -> Int {
        let marks = bytes.span
        var count = 0
        if let listed = rows.listed {
            for row in listed where Int(row) < marks.count {
                if marks[Int(row)] & Self.decidedBits != 0 { count += 1 }
            }
        } else {
            for row in 0..<min(marks.count, rows.count) where marks[row] & Self.decidedBits != 0 {
                count += 1
            }
        }
        return count
    }
}

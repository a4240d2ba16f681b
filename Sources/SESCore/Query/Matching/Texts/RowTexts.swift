internal import ByteKernels

/// Texts of rows, one row behind the other; the loops in C over them, made safe to call.
struct RowTexts {
    private let bytes: [UInt8]
    /// Where the texts of each row end.
    private let ends: [UInt32]
    /// How long the first and the second of a row's three texts are; none where a row has one text.
    private let lengths: (first: [UInt16], second: [UInt8])?

    /// Texts whose ends ascend and whose lengths add up to no more than their row.
    init(bytes: [UInt8], ends: [UInt32], lengths: (first: [UInt16], second: [UInt8])?) {
        self.bytes = bytes
        self.ends = ends
        self.lengths = lengths
    }

    /// Which of a row's texts are looked at.
    struct Parts: OptionSet, Hashable {
        let rawValue: UInt32

        static let address = Parts(rawValue: 1)
        static let name = Parts(rawValue: 2)
        static let subject = Parts(rawValue: 4)
        static let all: Parts = [.address, .name, .subject]
        /// All three, in the order in which they stand.
        static let each: [Parts] = [.address, .name, .subject]
    }
}

extension Piece {
    /// Address, display name and subject of each row.
    var texts: RowTexts {
        RowTexts(bytes: arena, ends: textEnds, lengths: (fromLengths, nameLengths))
    }

    /// Those of them that are kept folded, as one text for each row.
    var foldedTexts: RowTexts { RowTexts(bytes: folded, ends: foldedEnds, lengths: nil) }
}

extension RowTexts {
    /// Puts rows in that hold a needle, letter case of ASCII aside; the row `first` has bit 0.
    ///
    /// Where a row has one text, the parts do not count.
    func insert(
        _ rows: Range<Int>, holding needle: RowNeedle, in parts: Parts, into found: inout RowBits,
        first: Int
    ) {
        var row = rows.lowerBound
        while row < rows.upperBound {
            row = scan(row..<rows.upperBound, for: needle, parts, into: &found, first: first)
            guard row < rows.upperBound else { return }
            if holds(needle, row, parts) { found[row - first] = true }
            row += 1
        }
    }

    /// Puts rows in that hold a control of ASCII or what is not ASCII; the first row has bit 0.
    func insertUnusual(_ rows: Range<Int>, into found: inout RowBits) {
        check(rows, found, first: rows.lowerBound)
        guard !rows.isEmpty else { return }
        unsafe withTexts { texts in
            unsafe found.words.withUnsafeMutableBufferPointer { words in
                guard let words = words.baseAddress else { return }
                unsafe kernel_rows_unusual(texts, rows.lowerBound, rows.upperBound, words)
            }
        }
    }

    /// Scans rows until comparing comes to cost too much, as only a text made for that makes it;
    /// returns the row that is to be looked at in another way, or the end.
    private func scan(
        _ rows: Range<Int>, for needle: RowNeedle, _ parts: Parts, into found: inout RowBits,
        first: Int
    ) -> Int {
        check(rows, found, first: first)
        return unsafe withTexts { texts in
            unsafe needle.withKernelNeedle { needle in
                unsafe found.words.withUnsafeMutableBufferPointer { words in
                    guard let words = words.baseAddress else { return rows.upperBound }
                    return unsafe kernel_rows_holding(
                        texts, needle, parts.rawValue, rows.lowerBound, rows.upperBound, words,
                        first)
                }
            }
        }
    }

    private func check(_ rows: Range<Int>, _ found: RowBits, first: Int) {
        precondition(rows.lowerBound >= first && rows.upperBound - first <= found.count)
        precondition(rows.upperBound <= ends.count && Int(ends.last ?? 0) <= bytes.count)
        guard let lengths else { return }
        precondition(lengths.first.count == ends.count && lengths.second.count == ends.count)
    }

    /// Where a text of a row stands; the whole row where it has one text.
    @inline(__always)
    func range(_ part: Parts, of row: Int) -> Range<Int> {
        let (start, end) = (row == 0 ? 0 : Int(ends[row - 1]), Int(ends[row]))
        guard let lengths else { return start..<end }
        let name = start + Int(lengths.first[row])
        let subject = name + Int(lengths.second[row])
        return part == .address ? start..<name : part == .name ? name..<subject : subject..<end
    }

    /// Compares one row in a time that does not depend on what stands in it.
    private func holds(_ needle: RowNeedle, _ row: Int, _ parts: Parts) -> Bool {
        Parts.each.contains { part in
            parts.contains(part)
                && needle.search.offset(in: bytes.span.extracting(range(part, of: row))) != nil
        }
    }

    private func withTexts<Result>(_ body: (KernelTexts) -> Result) -> Result {
        unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe ends.withUnsafeBufferPointer { ends in
                var texts = unsafe KernelTexts(
                    bytes: bytes.baseAddress, count: bytes.count, ends: ends.baseAddress,
                    firsts: nil, seconds: nil)
                guard let lengths else { return unsafe body(texts) }
                return unsafe lengths.first.withUnsafeBufferPointer { first in
                    unsafe lengths.second.withUnsafeBufferPointer { second in
                        unsafe texts.firsts = first.baseAddress
                        unsafe texts.seconds = second.baseAddress
                        return unsafe body(texts)
                    }
                }
            }
        }
    }
}

/// Bytes to look for in texts of rows, at least one.
struct RowNeedle: Hashable, Sendable {
    /// The needle for one text at a time.
    let search: SearchNeedle
    /// True where a text may hold the needle only after folding.
    let needsFolding: Bool
    /// For each byte the bits that make a capital small.
    private let cases: [UInt8]

    /// Nil for an empty needle.
    init?(_ search: SearchNeedle) {
        guard !search.bytes.isEmpty else { return nil }
        self.search = search
        needsFolding =
            !search.bytes.span.isASCII
            || search.bytes.contains(where: SearchFold.lettersFromBeyondASCII.contains)
        cases = search.bytes.map { $0 &- 0x61 < 26 ? 0x20 : 0 }
    }

    fileprivate func withKernelNeedle<Result>(_ body: (KernelNeedle) -> Result) -> Result {
        unsafe search.bytes.withUnsafeBufferPointer { bytes in
            unsafe cases.withUnsafeBufferPointer { cases in
                let needle = unsafe KernelNeedle(
                    bytes: bytes.baseAddress, cases: cases.baseAddress, count: bytes.count)
                return unsafe body(needle)
            }
        }
    }
}

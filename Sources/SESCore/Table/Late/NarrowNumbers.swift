/// Numbers that never change, each in as few bytes as the greatest of them needs.
enum NarrowNumbers: Sendable {
    case bytes([UInt8])
    case words([UInt16])
    case longs([UInt32])

    /// The given numbers.
    init(_ numbers: [UInt32]) {
        let greatest = numbers.max() ?? 0
        if greatest <= UInt8.max {
            self = .bytes(numbers.map { UInt8(truncatingIfNeeded: $0) })
        } else if greatest <= UInt16.max {
            self = .words(numbers.map { UInt16(truncatingIfNeeded: $0) })
        } else {
            self = .longs(numbers.exactCopy())
        }
    }

    /// The number at an index.
    subscript(index: Int) -> UInt32 {
        switch self {
        case .bytes(let numbers): UInt32(numbers[index])
        case .words(let numbers): UInt32(numbers[index])
        case .longs(let numbers): numbers[index]
        }
    }
}

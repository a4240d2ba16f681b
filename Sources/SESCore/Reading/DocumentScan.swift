/// What an object turned out to be.
enum DocumentScan {
    /// It ends before this index.
    case whole(Int)
    /// It holds a container array whose opening bracket stands at this index.
    case container(Int)
    case more
    case bad(ScanFailure)
}

extension DocumentScan {
    /// Reads the members of the object that opens at `start`, until it ends or a container opens.
    static func object(
        _ bytes: Span<UInt8>, from start: Int, mayEnter: Bool, limit: inout LookAhead
    ) -> DocumentScan {
        var position = start + 1
        while true {
            switch skipSpace(bytes, &position, &limit) {
            case nil: return ranOut(bytes, limit)
            case UInt8(ascii: "}"): return .whole(position + 1)
            case UInt8(ascii: "\""): break
            case .some(let byte):
                return .bad(ScanFailure(position: position, reason: .misplaced(byte)))
            }
            switch member(bytes, from: position, limit: &limit) {
            case .whole(let end): position = end
            case .container(let bracket) where mayEnter: return .container(bracket)
            case .container(let bracket):
                switch JSONStructure.endOfContainer(bytes, from: bracket, limit: &limit) {
                case .ok(let end): position = end
                case .more: return .more
                case .bad(let failure): return .bad(failure)
                }
            case let other: return other
            }
            switch skipSpace(bytes, &position, &limit) {
            case nil: return ranOut(bytes, limit)
            case UInt8(ascii: "}"): return .whole(position + 1)
            case UInt8(ascii: ","): position += 1
            case .some(let byte):
                return .bad(ScanFailure(position: position, reason: .misplaced(byte)))
            }
        }
    }

    /// Reads one member from the opening quote of its key; ``whole`` is the end of its value.
    static func member(
        _ bytes: Span<UInt8>, from start: Int, limit: inout LookAhead
    ) -> DocumentScan {
        let key: Range<Int>
        switch JSONStructure.endOfString(bytes, from: start, limit: &limit) {
        case .ok(let end): key = start + 1..<end - 1
        case .more: return .more
        case .bad(let failure): return .bad(failure)
        }
        var position = key.upperBound + 1
        switch skipSpace(bytes, &position, &limit) {
        case nil: return ranOut(bytes, limit)
        case UInt8(ascii: ":"): position += 1
        case .some(let byte):
            return .bad(ScanFailure(position: position, reason: .misplaced(byte)))
        }
        guard let first = skipSpace(bytes, &position, &limit) else { return ranOut(bytes, limit) }
        if first == UInt8(ascii: "["), let container = ContainerKey(bytes, key) {
            switch container.isEntered(bytes, at: position, limit: &limit) {
            case nil: return ranOut(bytes, limit)
            case true: return .container(position)
            case false: break
            }
        }
        switch value(bytes, from: position, limit: &limit) {
        case .ok(let end): return .whole(end)
        case .more: return .more
        case .bad(let failure): return .bad(failure)
        }
    }

    /// The end of any value, from its first byte.
    static func value(
        _ bytes: Span<UInt8>, from start: Int, limit: inout LookAhead
    ) -> ScanResult {
        switch bytes[start] {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            JSONStructure.endOfContainer(bytes, from: start, limit: &limit)
        case UInt8(ascii: "\""):
            JSONStructure.endOfString(bytes, from: start, limit: &limit)
        default: JSONStructure.endOfScalar(bytes, from: start, limit: limit.end)
        }
    }

    /// Moves over white space; the byte behind it, nil where there is none within reach.
    static func skipSpace(
        _ bytes: Span<UInt8>, _ position: inout Int, _ limit: inout LookAhead
    ) -> UInt8? {
        while position < bytes.count, position < limit.end {
            let byte = bytes[position]
            guard JSONStructure.isSpace(byte) else { return byte }
            if byte == 0x0A { limit.passLineFeed(at: position) }
            position += 1
        }
        return nil
    }

    private static func ranOut(_ bytes: Span<UInt8>, _ limit: LookAhead) -> DocumentScan {
        bytes.count < limit.end
            ? .more : .bad(ScanFailure(position: limit.end, reason: .tooLong))
    }
}

extension Inflater {
    /// How many bytes unpacked data may have for each byte of packed data, once it has more than
    /// ``freeOutput``.
    private static let largestRatio = 200
    private static let freeOutput = 1 << 20
    private static let deepestNesting = 4
    private static let room = 64 << 10

    /// Unpacks gzip data that is in memory as a whole: every member, and gzip in gzip to depth 4.
    ///
    /// - Parameters:
    ///   - bytes: The packed bytes.
    ///   - limit: How many bytes may come out; 64 MiB where a caller has no wish.
    /// - Returns: What came out, and what was the matter, in words for a person; nil where nothing
    ///   was. Bytes that came out before the trouble are there.
    static func whole(
        _ bytes: Span<UInt8>, limit: Int = 64 << 20
    ) -> (bytes: [UInt8], problem: String?) {
        var (inflated, problem) = once(bytes, limit: limit)
        var depth = 1
        while GzipSignature.begins(inflated.span, at: 0) {
            guard depth < deepestNesting else {
                return (inflated, problem ?? "is gzip data in more than 4 layers")
            }
            let inner = once(inflated.span, limit: limit)
            inflated = inner.bytes
            problem = problem ?? inner.problem
            depth += 1
        }
        return (inflated, problem)
    }

    /// Unpacks one layer.
    private static func once(
        _ bytes: Span<UInt8>, limit: Int
    ) -> (bytes: [UInt8], problem: String?) {
        var inflated: [UInt8] = []
        var position = 0
        guard var inflater = try? Inflater() else {
            return (inflated, "there is no memory to unpack it in")
        }
        while true {
            let before = inflated.count
            let (used, outcome) = inflater.inflate(
                bytes.extracting(position..<bytes.count), into: &inflated,
                room: min(room, limit - inflated.count + 1))
            position += used
            if inflated.count > limit {
                inflated.removeLast(inflated.count - limit)
                return (inflated, "unpacks to more than \(limit) bytes")
            }
            if inflated.count > freeOutput, inflated.count / largestRatio > bytes.count {
                return (inflated, "unpacks to more than \(largestRatio) times its size")
            }
            switch outcome {
            case .damaged(let words):
                return (inflated, "the gzip data is damaged at byte \(position): \(words)")
            case .memberEnded:
                while position < bytes.count, bytes[position] == 0 { position += 1 }
                if position == bytes.count { return (inflated, nil) }
                guard GzipSignature.begins(bytes, at: position) else {
                    let rest = bytes.count - position
                    return (inflated, "\(rest) bytes behind the gzip data are none")
                }
                inflater.startMember()
            case .goesOn:
                if position == bytes.count, used == 0, inflated.count == before {
                    return (inflated, "the gzip data ends in the middle")
                }
            }
        }
    }
}

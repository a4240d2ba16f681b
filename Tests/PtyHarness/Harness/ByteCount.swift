/// What keys cost on the wire.
public struct ByteCount: Hashable, Sendable {
    /// The bytes that each press brought, in order.
    public let perPress: [Int]

    /// The middle one of the counts.
    public var median: Int { perPress.sorted()[perPress.count / 2] }

    /// The mean of the counts, rounded down.
    public var mean: Int { perPress.reduce(0, +) / max(1, perPress.count) }

    /// Counts given as they are.
    public init(perPress: [Int]) {
        self.perPress = perPress
    }
}

extension PtyProcess {
    /// Presses a key again and again and counts what each press brings.
    ///
    /// - Parameters:
    ///   - key: The bytes of the key.
    ///   - presses: How often it is pressed.
    ///   - quiet: The milliseconds of silence that end a press.
    /// - Returns: The bytes of each press.
    public func bytesPerKey(_ key: String, presses: Int = 20, quiet: Int = 40) -> ByteCount {
        readUntilQuiet(quiet)
        let counts = (0..<presses).map { _ in
            send(key)
            // The first byte may take longer than the silence between two.
            return readUntilQuiet(300, limit: 1).count + readUntilQuiet(quiet).count
        }
        return ByteCount(perPress: counts)
    }
}

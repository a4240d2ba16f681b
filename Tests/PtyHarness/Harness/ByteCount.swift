/// What keys cost on the wire.
public struct ByteCount: Hashable, Sendable {
    /// The bytes that each press brought, in order.
    public let perPress: [Int]

    /// The middle one of the counts; 0 where there is none.
    public var median: Int { perPress.isEmpty ? 0 : perPress.sorted()[perPress.count / 2] }

    /// The mean of the counts, rounded down.
    public var mean: Int { perPress.reduce(0, +) / max(1, perPress.count) }

    /// Counts given as they are.
    public init(perPress: [Int]) {
        self.perPress = perPress
    }
}

/// What keys cost on the wire, the two frames that each brings apart.
public struct FrameCounts: Hashable, Sendable {
    /// The frame that answers the key.
    public let answer: ByteCount
    /// The frame that follows when the cursor rests; 0 where nothing in it changes.
    public let following: ByteCount

    /// Both frames together.
    public var total: ByteCount {
        ByteCount(perPress: zip(answer.perPress, following.perPress).map { $0 + $1 })
    }
}

extension PtyProcess {
    /// Presses a key again and again and counts what each press brings.
    ///
    /// - Parameters:
    ///   - key: The bytes of the key.
    ///   - presses: How often it is pressed.
    ///   - isFollowed: True where each press is known to bring two frames. Where only one is seen, a busy
    ///     machine was too slow to tell them apart, and another press counts in its place.
    ///   - quiet: The milliseconds of silence that end a frame.
    /// - Returns: The bytes of each press: the frame that answers it, and the one that follows.
    public func framesPerKey(
        _ key: String, presses: Int = 20, isFollowed: Bool = false, quiet: Int = 40
    ) -> FrameCounts {
        readUntilQuiet(200)
        var answers: [Int] = []
        var following: [Int] = []
        for _ in 0..<(isFollowed ? 3 * presses : presses) where answers.count < presses {
            send(key)
            let answer = readFrame(within: 300, quiet: quiet)
            let next = readFrame(within: 250, quiet: quiet)
            if isFollowed, next == 0 { continue }
            answers.append(answer)
            following.append(next)
        }
        return FrameCounts(
            answer: ByteCount(perPress: answers), following: ByteCount(perPress: following))
    }

    /// Holds a key down and counts what each repetition brings on average.
    ///
    /// - Parameters:
    ///   - key: The bytes of the key.
    ///   - presses: How often it repeats.
    ///   - rate: How often it does so in a second.
    /// - Returns: The mean of the bytes of a repetition, rounded down.
    public func bytesPerHeldKey(_ key: String, presses: Int = 60, rate: Int = 30) -> Int {
        readUntilQuiet(200)
        let start = output.count
        let clock = ContinuousClock()
        let beginning = clock.now
        for press in 1...presses {
            send(key)
            let next = beginning + .milliseconds(press * 1000 / rate)
            while clock.now < next { readUntilQuiet(2, limit: 2) }
        }
        readUntilQuiet(200)
        return (output.count - start) / presses
    }

    /// Reads one frame, whose first byte may take longer than the silence between two.
    private func readFrame(within patience: Int, quiet: Int) -> Int {
        let first = readUntilQuiet(patience, limit: 1).count
        return first == 0 ? 0 : first + readUntilQuiet(quiet).count
    }
}

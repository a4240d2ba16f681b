/// When writing a spool stops, so that no input can fill the disk.
struct SpoolLimits: Hashable, Sendable {
    /// How many bytes may be unpacked for each packed byte, once there are more than ``ratioFree``.
    var largestRatio = 200
    /// How many bytes may be unpacked at whatever ratio.
    var ratioFree = 256 << 20
    /// How many bytes stay free on the disk.
    var leastFree = 1 << 30
    /// After how many bytes the free space is looked at again.
    var checkEvery = 16 << 20
}

/// Fills a spool from a pipe or a file, and unpacks gzip data on the way.
struct SpoolFilling {
    private let spool: Spool
    private let descriptor: Descriptor
    private let limits: SpoolLimits
    private let place: String

    private static let step = 256 << 10
    private static let deepestNesting = 4

    /// A filling that reads `descriptor`, which is called `place` where damage is told.
    init(_ spool: Spool, from descriptor: Descriptor, place: String, limits: SpoolLimits) {
        self.spool = spool
        self.descriptor = descriptor
        self.place = place
        self.limits = limits
    }
}

extension SpoolFilling {
    /// Fills the spool on a thread of its own.
    func start() {
        FillingThread.start {
            var problem: String?
            do throws(SourceError) {
                try run()
            } catch {
                problem = error.message
            }
            spool.finish(problem)
        }
    }

    /// - Throws: ``SourceError`` with the reason where the input is not read to its end.
    private func run() throws(SourceError) {
        let raw = BufferedFeed(DescriptorFeed(descriptor))
        let plain = try unpacked(raw)
        let head = try head(of: plain)
        if let refusal = FileSignature.refusal(of: head.span) {
            throw SourceError(message: refusal)
        }
        var buffer: [UInt8] = []
        var written = 0
        var nextCheck = 0
        while !spool.isCancelled {
            buffer.removeAll(keepingCapacity: true)
            var failure: SourceError?
            do throws(SourceError) {
                try plain.appendNext(to: &buffer, atMost: Self.step)
            } catch {
                failure = SourceError(
                    message: "reading \(place) stopped at byte \(raw.received): \(error.message)")
            }
            if written >= nextCheck {
                try checkSpace(written)
                nextCheck = written + limits.checkEvery
            }
            do throws(SourceError) {
                try spool.write(buffer)
            } catch {
                throw SourceError(
                    message: "reading stopped behind \(written) bytes, as they cannot be kept: "
                        + error.message)
            }
            written += buffer.count
            spool.add(plain.takeNotes())
            if let failure { throw failure }
            if buffer.isEmpty { return }
            try checkRatio(written, raw.received)
        }
        throw SourceError(message: "reading was stopped")
    }

    /// Unwraps gzip data as often as it is packed, to a depth.
    private func unpacked(_ raw: BufferedFeed) throws(SourceError) -> BufferedFeed {
        var feed = raw
        var place = place
        for _ in 0..<Self.deepestNesting {
            guard try isGzip(feed) else { return feed }
            feed = BufferedFeed(try GzipFeed(feed, place: place))
            place = "the gzip data in \(place)"
        }
        if try isGzip(feed) {
            throw SourceError(message: "is gzip data in more than \(Self.deepestNesting) layers")
        }
        return feed
    }

    private func isGzip(_ feed: BufferedFeed) throws(SourceError) -> Bool {
        let head = try head(of: feed)
        return GzipSignature.begins(head.span, at: 0)
    }

    /// Some first bytes: as many as lie there, so that a pipe that is in no hurry is not waited for.
    private func head(of feed: BufferedFeed) throws(SourceError) -> [UInt8] {
        _ = try feed.fill(GzipSignature.length)
        return Array(feed.bytes.prefix(FileSignature.length))
    }

    private func checkSpace(_ written: Int) throws(SourceError) {
        guard let free = spool.freeSpace, free < limits.leastFree else { return }
        throw SourceError(
            message: "reading stopped behind \(written) bytes: the disk for temporary files has "
                + "less than \(ByteAmount(limits.leastFree)) free; TMPDIR can name another")
    }

    private func checkRatio(_ written: Int, _ received: Int) throws(SourceError) {
        guard written > limits.ratioFree, written / limits.largestRatio > received else { return }
        throw SourceError(
            message: "reading stopped behind \(written) bytes: the gzip data unpacks to more than "
                + "\(limits.largestRatio) times its size")
    }
}

/// The unpacked bytes of gzip data: of every member, and past what is damaged.
///
/// What lies behind damage is looked for at the magic bytes of the next member. What stands between
/// members is given out as it is where it is text, told where it is not, and zeros are padding.
final class GzipFeed: ByteFeed {
    private let packed: BufferedFeed
    private var inflater: Inflater
    private var state = State.between
    /// How many bytes were given out.
    private var produced = 0
    private var notes: [InputNote] = []
    /// Damage whose end is not found yet.
    private var damage: Damage?
    /// No member begins before this position that was not tried.
    private var floor = 0
    /// How many packed bytes were gone back over.
    private var reread = 0
    /// True where what comes out is gzip data again.
    private var holdsGzip = false
    /// What the packed bytes are, such as `the file`.
    private let place: String

    /// How many bytes are unpacked at once: few at first, as a false beginning gives none.
    private var room = GzipFeed.smallestRoom

    private static let smallestRoom = 4 << 10
    private static let largestRoom = 256 << 10
    /// Going back is paid from these bytes and half of those that were read.
    private static let rereadAtStart = 16 << 20

    private enum State {
        /// A member, padding or the end comes next.
        case between
        case inMember
        /// Nothing is known to come next.
        case searching
        /// Text that is not packed comes next.
        case text
        case ended
    }

    private struct Damage {
        /// Where in the unpacked bytes it was met.
        var offset: Int
        var words: String
    }

    /// Unpacks `packed`, which is called `place` where damage is told.
    init(_ packed: BufferedFeed, place: String) throws(SourceError) {
        self.packed = packed
        self.place = place
        inflater = try Inflater()
    }
}

extension GzipFeed {
    func appendNext(to buffer: inout [UInt8], atMost count: Int) throws(SourceError) {
        let before = buffer.count
        while buffer.count == before {
            switch state {
            case .between: try begin()
            case .inMember: try unpack(into: &buffer, room: min(count, room))
            case .searching: try search()
            case .text: try copy(into: &buffer, atMost: count)
            case .ended:
                endDamage()
                return
            }
            adoptNotes()
        }
        produced += buffer.count - before
    }

    func takeNotes() -> [InputNote] {
        defer { notes = [] }
        return notes
    }

    /// Takes over what is told of the layer below, at the place that was reached here.
    private func adoptNotes() {
        notes += packed.takeNotes().map { InputNote(offset: produced, reason: $0.reason) }
    }

    private func begin() throws(SourceError) {
        while try packed.fill(1), packed.bytes[packed.start] == 0 { packed.skip(1) }
        guard try packed.fill(1) else {
            state = .ended
            return
        }
        _ = try packed.fill(TextGuess.enough)
        let bytes = packed.bytes
        if GzipSignature.mayBegin(bytes.span, at: packed.start) {
            startMember()
        } else if damage == nil, TextGuess.isText(bytes.span, from: packed.start) {
            state = .text
        } else {
            startDamage("what follows byte \(packed.position) of \(place) is no gzip data")
            state = .searching
        }
    }

    private func startMember() {
        inflater.startMember()
        room = Self.smallestRoom
        floor = packed.position + 1
        state = .inMember
    }

    private func unpack(into buffer: inout [UInt8], room: Int) throws(SourceError) {
        let hasInput = try packed.fill(1)
        let before = buffer.count
        let bytes = packed.bytes
        let (used, outcome) = inflater.inflate(
            bytes.span.extracting(packed.start..<bytes.count), into: &buffer, room: room)
        packed.skip(used)
        if buffer.count > before {
            if produced == 0 { holdsGzip = GzipSignature.begins(buffer.span, at: before) }
            endDamage()
        }
        if buffer.count - before == room { self.room = min(2 * room, Self.largestRoom) }
        switch outcome {
        case .memberEnded:
            endDamage()
            state = .between
        case .goesOn:
            guard !hasInput, buffer.count == before else { return }
            startDamage("the gzip data of \(place) ends in the middle, at byte \(packed.position)")
            goBack(mayBeWhole: true)
            state = .searching
        case .damaged(let words):
            let offset = produced + buffer.count - before
            startDamage(
                "the gzip data is damaged at byte \(packed.position) of \(place): \(words)",
                offset: offset)
            goBack(
                mayBeWhole: words == "incorrect data check" || words == "incorrect length check")
            state = .searching
        }
    }

    /// Damage is noticed when a part of the next member may have been taken for the rest of this
    /// one, so the search begins before that; but not where all that was taken may be this member,
    /// which holds others.
    private func goBack(mayBeWhole: Bool) {
        guard !mayBeWhole || !holdsGzip else { return }
        let target = max(floor, packed.firstKept, packed.position - BufferedFeed.history)
        let distance = packed.position - target
        guard distance > 0, reread + distance <= Self.rereadAtStart + packed.received / 2 else {
            return
        }
        reread += distance
        packed.move(to: target)
    }

    private func search() throws(SourceError) {
        guard try packed.fill(GzipSignature.length) else {
            packed.skip(packed.ready)
            state = .ended
            return
        }
        let bytes = packed.bytes
        let span = bytes.span
        var index = packed.start + max(0, floor - packed.position)
        while index + GzipSignature.length <= span.count {
            if GzipSignature.begins(span, at: index) {
                packed.skip(index - packed.start)
                startMember()
                return
            }
            index += 1
        }
        packed.skip(index - packed.start)
    }

    private func copy(into buffer: inout [UInt8], atMost count: Int) throws(SourceError) {
        _ = try packed.fill(GzipSignature.length)
        guard packed.ready > 0 else {
            state = .ended
            return
        }
        let bytes = packed.bytes
        let span = bytes.span
        let end = packed.start + min(count, packed.ready)
        var index = packed.start
        while index < end, !GzipSignature.mayBegin(span, at: index) { index += 1 }
        buffer.append(contentsOf: bytes[packed.start..<index])
        packed.skip(index - packed.start)
        if index < end { state = .between }
    }
}

// MARK: - Damage

extension GzipFeed {
    /// Remembers damage; more of it before anything came out is the same damage.
    private func startDamage(_ words: String, offset: Int? = nil) {
        let offset = offset ?? produced
        if let damage, damage.offset == offset { return }
        endDamage()
        damage = Damage(offset: offset, words: words)
    }

    private func endDamage() {
        guard let found = damage.take() else { return }
        notes.append(InputNote(offset: found.offset, reason: found.words))
    }
}

/// The work on one document: the places yet to be looked at and what was found so far.
struct Unwrapping {
    typealias Place = Unwrapper.Place

    /// The places to look at, the next one last.
    var waiting: [Place] = []
    var found: [Unwrapper.Finding] = []
    /// Where each walk began, and whether it has found anything.
    var walks: [(start: Place, hasFound: Bool)] = []
    /// How many bytes gzip data may yet come to.
    var inflatable = Unwrapper.mostInflated
}

extension Unwrapping {
    /// All that was found. A walk that found nothing is one document of its own kind.
    var allFindings: [Unwrapper.Finding] {
        found + walks.filter { !$0.hasFound }.map { $0.start.finding(.other(.json)) }
    }

    /// Notes what a place turned out to be.
    mutating func add(_ what: Unwrapper.Finding.What, at place: Place) {
        if let walk = place.walk { walks[walk].hasFound = true }
        found.append(place.finding(what))
    }

    /// Notes that a place holds no document; on a walk that says nothing.
    mutating func addNothing(_ kind: OtherKind, at place: Place) {
        if place.walk == nil { found.append(place.finding(.other(kind))) }
    }

    /// Looks at a place, whose range lies in `bytes`.
    mutating func visit(_ place: Place, _ bytes: Span<UInt8>) {
        guard place.steps <= Unwrapper.longestWay else { return addNothing(.json, at: place) }
        switch JSONWalker(bytes, at: place.range.lowerBound).kind {
        case .array: visitElements(place, bytes)
        case .object: visitObject(place, bytes)
        case .string where place.isMember && place.depth < Unwrapper.deepest:
            visitText(place, bytes)
        default: addNothing(place.kindOfText ?? .json, at: place)
        }
    }

    private mutating func visitElements(_ place: Place, _ bytes: Span<UInt8>) {
        if FlatColumns.isRow(bytes, at: place.range.lowerBound) { return visitRow(place, bytes) }
        var walker = JSONWalker(bytes, at: place.range.lowerBound)
        walker.enter()
        var elements: [Place] = []
        while walker.nextElement(), let range = walker.skipValue() {
            var element = place.inside(range, .element(elements.count))
            element.isGuess = place.isGuess
            elements.append(element)
        }
        if let failure = walker.failure {
            add(.broken(reason: failure.reason.description), at: place)
        }
        waiting.append(contentsOf: elements.reversed())
    }

    private mutating func visitObject(_ place: Place, _ bytes: Span<UInt8>) {
        let members = Members(bytes, at: place.range.lowerBound)
        let meaning = meaning(of: members, at: place, bytes)
        if let failure = members.failure, !meaning.isRecord {
            add(.broken(reason: failure.reason.description), at: place)
            guard case .inside = meaning else { return }
        }
        switch meaning {
        case .record(let name):
            guard !place.isCut || place.holdsWholeRecord(bytes) else {
                return add(.broken(reason: Place.cutOff), at: place)
            }
            let record = place.decoded.map { Array($0[place.range]) }
            add(.record(bytes: record), at: place.named(name))
        case .other(let kind): add(.other(kind), at: place)
        case .inside(let key, let name):
            guard let range = members.value(key) else { return }
            waiting.append(place.inside(range, .member(key)).named(name))
        case .packed(let keys, let name): unpack(place, members, keys, name, bytes)
        case .flattened(let name): flatten(place.named(name), bytes)
        case .unknown: walk(place, members, bytes)
        }
    }

    private func meaning(
        of members: Members, at place: Place, _ bytes: Span<UInt8>
    ) -> EnvelopeFamily.Meaning {
        let meaning = EnvelopeFamily.meaning(of: members, bytes)
        switch meaning {
        case .unknown
        where place.route.envelopes.last == .lambda && members.string(.message) != nil:
            // An `Sns` object is one, though tests made by hand leave out its `Type`.
            return .inside(.message, .sns)
        case .record where place.isGuess && !members.proveRecord(bytes): return .unknown
        default: return meaning
        }
    }
}

extension Unwrapper.Place {
    /// What a text at this place is where it holds no document; nil where that says nothing.
    var kindOfText: OtherKind? { route.envelopes.last == .sns ? .snsControl : nil }
}

extension Members {
    /// True for a record that shows by what is in it that it is one, whatever key it stands under.
    fileprivate func proveRecord(_ bytes: Span<UInt8>) -> Bool {
        object(.ses) != nil
            || holds(
                ["spamVerdict", "virusVerdict", "spfVerdict", "dkimVerdict", "dmarcVerdict"],
                in: .receipt, bytes)
            || holds(["commonHeaders", "headers"], in: .mail, bytes)
    }
}

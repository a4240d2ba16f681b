/// Finds the records of mails in a document, through every envelope that is known.
///
/// Only texts at known envelope keys are decoded again, to ``deepest`` levels; nothing below
/// `headers`, `commonHeaders` or `content` is ever looked into, so an event that a sender wrote
/// into a header does not load.
enum Unwrapper {
    static let deepest = 8
    /// How many objects and arrays are entered on the way to a record. Each costs a look at all that
    /// is in it, so hostile nesting would make reading slower than linear.
    static let longestWay = 32

    /// A record and the way to it.
    struct Finding: Sendable {
        var what: What
        /// The smallest stretch of the document that can be read again alone.
        var carrier: Range<Int>
        var route: Route

        enum What: Sendable {
            /// The record's bytes; nil where they are those of the carrier itself.
            case record(bytes: [UInt8]?)
            case other(OtherKind)
            /// The carrier is no JSON where an envelope would have to name what it holds.
            case broken(reason: String)
        }
    }

    /// What a document holds, in order; `document` is the range of a JSON object in `bytes`.
    static func findings(_ bytes: Span<UInt8>, in document: Range<Int>) -> [Finding] {
        var found: [Finding] = []
        var waiting = [Place(decoded: nil, range: document, carrier: document, route: Route())]
        while let place = waiting.popLast() {
            if let decoded = place.decoded {
                visit(place, decoded.span, &waiting, &found)
            } else {
                visit(place, bytes, &waiting, &found)
            }
        }
        return found
    }

    /// A value that is to be looked at.
    private struct Place {
        /// What the range refers to; nil for the document itself.
        var decoded: [UInt8]?
        var range: Range<Int>
        /// In the document itself the value is its own carrier; behind a decoded text the carrier
        /// stays that text, and the route tells the rest of the way.
        var carrier: Range<Int>
        var route = Route()
        var depth = 0
        var steps = 0
        /// True for the value of a known key; a text elsewhere is never decoded again.
        var isMember = false

        func inside(_ next: Range<Int>, _ step: Route.Step) -> Place {
            var place = self
            place.range = next
            place.steps += 1
            if case .member = step { place.isMember = true } else { place.isMember = false }
            if decoded == nil { place.carrier = next } else { place.route.steps.append(step) }
            return place
        }

        func decodingText(_ bytes: Span<UInt8>) -> Place {
            var place = self
            let text = JSONText.decode(bytes, range.lowerBound + 1..<range.upperBound - 1).text
            place.decoded = text.bytes
            place.range = 0..<text.count
            place.route.steps.append(.text)
            place.depth += 1
            place.isMember = false
            return place
        }

        func finding(_ what: Finding.What) -> Finding {
            Finding(what: what, carrier: carrier, route: route)
        }
    }

    private static func visit(
        _ place: Place, _ bytes: Span<UInt8>, _ waiting: inout [Place], _ found: inout [Finding]
    ) {
        let start = place.range.lowerBound
        guard place.steps <= longestWay else {
            found.append(place.finding(.other(.json)))
            return
        }
        switch JSONWalker(bytes, at: start).kind {
        case .array: visitElements(place, bytes, &waiting, &found)
        case .object: visitObject(place, bytes, &waiting, &found)
        case .string where place.depth < deepest && place.isMember:
            waiting.append(place.decodingText(bytes))
        default:
            let isSNS = place.route.envelopes.last == .sns
            found.append(place.finding(.other(isSNS ? .snsControl : .json)))
        }
    }

    private static func visitElements(
        _ place: Place, _ bytes: Span<UInt8>, _ waiting: inout [Place], _ found: inout [Finding]
    ) {
        var walker = JSONWalker(bytes, at: place.range.lowerBound)
        walker.enter()
        var elements: [Place] = []
        while walker.nextElement(), let range = walker.skipValue() {
            elements.append(place.inside(range, .element(elements.count)))
        }
        if let failure = walker.failure {
            found.append(place.finding(.broken(reason: failure.reason.description)))
        }
        waiting.append(contentsOf: elements.reversed())
    }

    private static func visitObject(
        _ place: Place, _ bytes: Span<UInt8>, _ waiting: inout [Place], _ found: inout [Finding]
    ) {
        let members = Members(bytes, at: place.range.lowerBound)
        var meaning = EnvelopeFamily.meaning(of: members, bytes)
        if case .other(.json) = meaning, place.route.envelopes.last == .lambda,
            members.string(.message) != nil
        {
            // An `Sns` object is one, though tests made by hand leave out its `Type`.
            meaning = .inside(.message, .sns)
        }
        if let failure = members.failure, !meaning.isRecord {
            found.append(place.finding(.broken(reason: failure.reason.description)))
            if case .other = meaning { return }
        }
        switch meaning {
        case .record(let name):
            var named = place
            named.route.envelopes.append(name)
            found.append(
                named.finding(.record(bytes: place.decoded.map { Array($0[place.range]) })))
        case .other(let kind): found.append(place.finding(.other(kind)))
        case .inside(let key, let name):
            guard let range = members.value(key) else { return }
            var next = place.inside(range, .member(key))
            if let name { next.route.envelopes.append(name) }
            waiting.append(next)
        }
    }
}

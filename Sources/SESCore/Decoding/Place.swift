extension Unwrapper {
    /// A value that is to be looked at.
    struct Place: Sendable {
        /// What the range refers to; nil for the document itself.
        var decoded: [UInt8]?
        var range: Range<Int>
        /// In the document itself the value is its own carrier; behind a decoded text the carrier
        /// stays that text, and the route tells the rest of the way.
        var carrier: Range<Int>
        var route = Route()
        /// How many texts were decoded on the way.
        var depth = 0
        /// How many values were entered on the way.
        var steps = 0
        /// True for a text that is decoded: the value of a known key.
        var isMember = false
        var isSalvaged = false
        /// The walk that the place was found on; nil where families led to it all the way.
        var walk: Int?
        /// How many objects that no family knows are around the place.
        var walked = 0
        /// True where the last step was one of a walk: the place proves nothing by its key.
        var isGuess = false
        /// True below an object that shows subject or author of a mail: its texts may be the mail's.
        var isBesideMail = false
        /// Where bytes were closed that had been cut: how many of them were there before.
        var kept: Int?
        /// True behind a cut: a record counts only if its parts stand whole before it.
        var isCut = false
    }
}

extension Unwrapper.Place {
    /// A value inside the place.
    func inside(_ next: Range<Int>, _ step: Route.Step) -> Self {
        var place = self
        place.range = next
        place.steps += 1
        place.isGuess = false
        if case .member = step { place.isMember = true } else { place.isMember = false }
        if decoded == nil { place.carrier = next } else { place.route.steps.append(step) }
        return place
    }

    /// What the place's own bytes come to by steps that leave the document.
    func decoding(_ bytes: [UInt8], _ steps: Route.Step...) -> Self {
        var place = self
        place.decoded = bytes
        place.range = 0..<bytes.count
        place.route.steps += steps
        place.depth += 1
        place.isMember = false
        place.isGuess = false
        place.kept = nil
        return place
    }

    /// The place inside a further envelope.
    func named(_ name: EnvelopeName?) -> Self {
        guard let name else { return self }
        var place = self
        place.route.envelopes.append(name)
        return place
    }

    func finding(_ what: Unwrapper.Finding.What) -> Unwrapper.Finding {
        var what = what
        if isCut, case .other = what { what = .broken(reason: Self.cutOff) }
        return Unwrapper.Finding(
            what: what, carrier: carrier, route: route, isSalvaged: isSalvaged)
    }
}

extension Unwrapping {
    /// Decodes the text at a place, quotes included in its range, and looks at what it holds.
    mutating func visitText(_ place: Place, _ bytes: Span<UInt8>) {
        let inner = place.range.lowerBound + 1..<place.range.upperBound - 1
        open(place.decoding(JSONText.decode(bytes, inner).text.bytes, .text))
    }

    /// Looks at a text that was decoded: a document alone, or documents among words.
    mutating func open(_ place: Place) {
        guard let text = place.decoded else { return }
        if TextDocuments.isBare(text.span) {
            waiting.append(place)
            return
        }
        let line = TextDocuments(text.span)
        var places: [Place] = []
        for (index, document) in line.documents.enumerated() {
            let isAlone = TextDocuments.isAlone(document.range, text.span)
            var next = place.inside(document.range, .document(index))
            if !isAlone { next = next.named(.logLine) }
            next.isSalvaged = place.isSalvaged || document.isSalvaged
            switch next.opened(document.form, text.span) {
            case .success(let opened): places.append(opened)
            case .failure(let failure): add(.broken(reason: failure.reason), at: next)
            }
        }
        waiting.append(contentsOf: places.reversed())
        for remark in line.remarks { found.append(place.finding(.remark(remark))) }
        let lost = line.broken.first {
            TextDocuments.opensObject(text.span, in: $0.range)
                || place.walk == nil && TextDocuments.isTorn(text.span, at: $0.range.lowerBound)
        }
        if let lost { add(.broken(reason: lost.reason), at: place) }
        if lost == nil, line.documents.isEmpty {
            addNothing(place.kindOfText ?? .logText, at: place)
        }
    }

    /// Looks at what the members behind some keys hold in base64.
    ///
    /// What is neither gzip data nor text with an object in it is no payload: then the object is
    /// like any other.
    mutating func unpack(
        _ place: Place, _ members: Members, _ keys: [KnownKey], _ name: EnvelopeName,
        _ bytes: Span<UInt8>
    ) {
        var packed = place
        var holder = members
        for (index, key) in keys.enumerated() {
            if index > 0 { holder = Members(bytes, at: packed.range.lowerBound) }
            guard let range = holder.value(key) else { return walk(place, members, bytes) }
            packed = packed.inside(range, .member(key))
        }
        guard place.depth < Unwrapper.deepest, bytes[packed.range.lowerBound] == UInt8(ascii: "\"")
        else { return walk(place, members, bytes) }
        let inner = packed.range.lowerBound + 1..<packed.range.upperBound - 1
        let text = JSONText.decode(bytes, inner).text.bytes
        guard let data = Base64.decode(text.span) else { return walk(place, members, bytes) }
        if data.starts(with: [0x1F, 0x8B]) {
            inflate(packed.decoding(data, .text, .base64).named(name))
        } else if data.contains(UInt8(ascii: "{")) {
            open(packed.decoding(data, .text, .base64).named(name))
        } else {
            walk(place, members, bytes)
        }
    }

    private mutating func inflate(_ place: Place) {
        guard let data = place.decoded else { return }
        let limit = inflatable
        let (bytes, problem) = Inflater.whole(data.span, limit: limit)
        inflatable -= bytes.count
        if let problem { add(.broken(reason: problem), at: place) }
        // What came out by a smaller limit would be more when it is read again.
        let isSame = problem == nil || limit == Unwrapper.mostInflated && !bytes.isEmpty
        guard isSame else { return }
        var inflated = place.decoding(bytes, .inflate)
        inflated.depth = place.depth
        open(inflated)
    }
}

extension Unwrapping {
    /// Looks through an object that no family knows, such as a line of a structured logger.
    ///
    /// Objects and arrays are entered under any key but those of a mail's own parts, texts are
    /// decoded under known keys alone. A walk that finds nothing is one document.
    mutating func walk(_ place: Place, _ members: Members, _ bytes: Span<UInt8>) {
        noteRemarks(place, members, bytes)
        guard place.walked < Unwrapper.deepestWalk else { return addNothing(.json, at: place) }
        var start = place
        if start.walk == nil {
            start.walk = walks.count
            walks.append((place, false))
            start = start.named(.logger)
        }
        start.walked += 1
        start.isBesideMail = place.isBesideMail || members.has(.subject) || members.has(.from)
        var walker = JSONWalker(bytes, at: place.range.lowerBound)
        var places: [Place] = []
        var index = -1
        walker.enter()
        while let key = walker.nextKey() {
            index += 1
            let kind = walker.kind
            guard let range = walker.skipValue() else { break }
            guard !Self.isMailPart(JSONText.decode(bytes, key.range).text) else { continue }
            var next = start.inside(range, .memberAt(index))
            switch kind {
            case .object, .array: next.isGuess = true
            case .string where !start.isBesideMail && Self.holdsText(key, bytes):
                next.isMember = true
            default: continue
            }
            places.append(next)
        }
        waiting.append(contentsOf: places.reversed())
    }

    private static func holdsText(_ key: JSONKey, _ bytes: Span<UInt8>) -> Bool {
        KnownKey(key, in: bytes).map { KnownKey.holdingText.contains($0) } ?? false
    }

    /// True for the keys under which senders' own text stands: `headers`, `commonHeaders`, `content`,
    /// and what programs make of these words.
    private static func isMailPart(_ key: RawText) -> Bool {
        key.holds("header") || key.holds("content")
    }

    /// Notes that a list which the reader did not enter, such as an empty one, is not all there is.
    private mutating func noteRemarks(_ place: Place, _ members: Members, _ bytes: Span<UInt8>) {
        guard members.array(.events) != nil || members.array(.results) != nil else { return }
        var walker = JSONWalker(bytes, at: place.range.lowerBound)
        walker.enter()
        while let key = walker.nextKey() {
            if let remark = FileRemark(key, value: walker.position, in: bytes) {
                found.append(place.finding(.remark(remark)))
            }
            walker.skipValue()
        }
    }
}

extension RawText {
    /// True where a word of small ASCII letters stands somewhere, letter case aside.
    fileprivate func holds(_ word: StaticString) -> Bool {
        RawText(bytes.map(\.asciiLower)).contains(word)
    }
}

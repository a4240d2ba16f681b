@testable package import SESCore

/// What a walk over a value, and over all that is in it, came by.
package struct Walk {
    /// Where values begin.
    package private(set) var values: [Int] = []
    /// The texts and keys, without their quotes.
    package private(set) var texts: [Range<Int>] = []
}

extension Walk {
    /// Walks over the value that comes next, with a stack of its own in place of recursion.
    ///
    /// It goes only forwards, stays within the bytes and ends.
    package static func whole(_ walker: inout JSONWalker, of input: [UInt8]) -> Walk {
        var walk = Walk()
        var objects: [Bool] = []
        var position = walker.position
        // Each turn steps over a byte or closes a bracket that one before it opened.
        var turnsLeft = 2 * input.count + 8
        repeat {
            turnsLeft -= 1
            promise(turnsLeft > 0, "the walk does not come to an end at \(walker.position)")
            if let isObject = objects.last {
                guard walk.steps(&walker, isObject: isObject) else {
                    objects.removeLast()
                    continue
                }
            }
            walk.values.append(walker.position)
            switch walker.kind {
            case .object, .array:
                objects.append(walker.kind == .object)
                walker.enter()
            case .string:
                if let text = walker.string() { walk.take(text, of: input) }
            case .number, .null, .bool, .unknown: walker.skipValue()
            }
            promise(
                position <= walker.position && walker.position <= input.count,
                "the walk goes from \(position) to \(walker.position)")
            position = walker.position
        } while !objects.isEmpty
        return walk
    }

    /// Steps to the next member or element; false at the end.
    private mutating func steps(_ walker: inout JSONWalker, isObject: Bool) -> Bool {
        guard isObject else { return walker.nextElement() }
        guard let key = walker.nextKey() else { return false }
        texts.append(key.range)
        return true
    }

    private mutating func take(_ text: Range<Int>, of input: [UInt8]) {
        promise(
            text.upperBound < input.count && input[text.upperBound] == UInt8(ascii: "\""),
            "the text \(text) has no quote behind it")
        texts.append(text)
    }
}

import FuzzSupport
@testable import SESCore

/// What skipping a value promises to who walks over it: both end at the same place.
enum SkipCheck {
    /// Values of which so many are looked at, for the time it takes grows with their square.
    private static let most = 32

    /// Skips values and walks over them.
    static func check(_ input: [UInt8], _ values: [Int]) {
        for start in values.prefix(most) where start < input.count {
            var skipping = JSONWalker(input.span, at: start)
            let range = skipping.skipValue()
            promise(
                (range == nil) == (skipping.failure != nil),
                "skipping from \(start) gives \(String(describing: range)) and "
                    + "\(String(describing: skipping.failure))")
            if let range {
                promise(
                    start <= range.lowerBound && range.lowerBound < range.upperBound
                        && range.upperBound == skipping.position,
                    "skipping from \(start) to \(skipping.position) gives \(range)")
            }
            checkApart(input, from: start, skipping)
        }
    }

    private static func checkApart(
        _ input: [UInt8], from start: Int, _ skipping: borrowing JSONWalker
    ) {
        var walking = JSONWalker(input.span, at: start)
        var inside: (end: Int, failure: ScanFailure?) = (start, nil)
        walking.apart { inner in
            _ = Walk.whole(&inner, of: input)
            inside = (inner.position, inner.failure)
        }
        promise(
            walking.position == skipping.position,
            "from \(start), apart goes to \(walking.position), skipping to \(skipping.position)")
        promise(
            walking.failure == skipping.failure ?? inside.failure,
            "from \(start), apart notes \(String(describing: walking.failure))")
        guard skipping.failure == nil, inside.failure == nil else { return }
        promise(
            inside.end == skipping.position,
            "from \(start), walking goes to \(inside.end), skipping to \(skipping.position)")
    }
}

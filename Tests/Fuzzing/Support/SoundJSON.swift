@testable import SESCore

/// What is promised of JSON that was made here of something else.
package enum SoundJSON {
    /// Walks over JSON to its end; `hasSoundTexts` is false where texts may hold what JSON cannot.
    package static func check(_ json: [UInt8], hasSoundTexts: Bool = true, of source: [UInt8]) {
        var walker = JSONWalker(json.span)
        let walk = Walk.whole(&walker, of: json)
        promise(
            walker.failure == nil && walker.position == json.count,
            "\(text(source)) became \(text(json)), which is no JSON: "
                + "\(String(describing: walker.failure)) at \(walker.position)")
        var skipping = JSONWalker(json.span)
        promise(
            skipping.skipValue()?.upperBound == json.count,
            "\(text(json)) cannot be skipped: \(String(describing: skipping.failure))")
        guard hasSoundTexts else { return }
        for range in walk.texts {
            promise(
                JSONText.decode(json.span, range).isValid,
                "\(text(source)) became \(text(json)), where \(range) is no text")
        }
    }

    /// Bytes for the message of a broken promise.
    package static func text(_ bytes: [UInt8]) -> String {
        String(reflecting: String(decoding: bytes, as: UTF8.self))
    }
}

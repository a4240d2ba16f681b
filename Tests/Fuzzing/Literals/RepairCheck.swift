import FuzzSupport
@testable import SESCore

/// What closing JSON that was cut off promises.
enum RepairCheck {
    /// Closes an input, if it is such JSON.
    static func check(_ input: [UInt8]) {
        guard let closed = Repair.closed(input.span) else { return }
        let (bytes, kept) = (closed.bytes, closed.kept)
        promise(0...input.count ~= kept && kept <= bytes.count, "\(kept) bytes were kept")
        promise(
            bytes[..<kept] == input[..<kept],
            "\(SoundJSON.text(bytes)) does not begin as \(SoundJSON.text(input))")
        promise(
            bytes[kept...].allSatisfy { "\"}]".utf8.contains($0) },
            "\(SoundJSON.text(bytes)) makes up more than closing signs")
        SoundJSON.check(bytes, hasSoundTexts: false, of: input)
        promise(Repair.closed(bytes.span) == nil, "\(SoundJSON.text(bytes)) was closed again")
        var walker = JSONWalker(input.span)
        promise(
            walker.skipValue() == nil || walker.position < input.count,
            "\(SoundJSON.text(input)) is whole and was closed")
        _ = Repair.mayHelp(input.span, 0..<input.count)
    }
}

import FuzzSupport
@testable import SESCore

/// What unpacking promises of any bytes.
enum FeedCheck {
    /// How many unpacked bytes are read as a log, since that is done byte by byte too.
    private static let mostRead = 4 << 10

    /// Unpacks an input by pieces of several sizes, and all at once.
    static func check(_ input: [UInt8]) {
        let whole = Unpacked(input, by: 1 << 20, asking: 256 << 10)
        for (size, count) in [(1, 256 << 10), (7, 64), (600, 1000)] {
            let found = Unpacked(input, by: size, asking: count)
            promise(
                found == whole,
                "\(found.bytes.count) bytes by \(size), damaged at \(found.damage); "
                    + "\(whole.bytes.count) at once, damaged at \(whole.damage)")
        }
        checkInMemory(input, whole)
        _ = ReadingCheck.items(of: Array(whole.bytes.prefix(mostRead)))
    }

    private static func checkInMemory(_ input: [UInt8], _ whole: Unpacked) {
        let (bytes, problem) = Inflater.whole(input.span)
        let cut = Inflater.whole(input.span, limit: 100)
        promise(cut.bytes.count <= 100, "\(cut.bytes.count) bytes came out of 100")
        promise(
            cut.problem != nil || cut.bytes == bytes, "a limit changed what came out unnoticed")
        guard problem == nil, !GzipSignature.begins(whole.bytes.span, at: 0) else { return }
        promise(
            bytes == whole.bytes && whole.damage.isEmpty,
            "\(bytes.count) bytes in memory, \(whole.bytes.count) as they come, damaged at "
                + "\(whole.damage)")
    }
}

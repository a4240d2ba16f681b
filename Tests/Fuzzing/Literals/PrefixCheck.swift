import FuzzSupport
@testable import SESCore

/// What reading a message promises of which each line has a time before it.
enum PrefixCheck {
    private static let account = 64 << 20

    /// Takes what stands before the first bracket as the prefix of all lines.
    static func check(_ input: [UInt8]) {
        guard let bracket = input.firstIndex(where: { [0x5B, 0x7B].contains($0) }),
            let prefix = LinePrefix(input.span, 0..<bracket)
        else { return }
        promise(
            prefix.end(input.span, from: 0, isFinal: true) == .ok(bracket),
            "\(prefix) is not found where it was taken from")
        func end(before cut: Int) -> ScanResult {
            var limit = LookAhead(from: bracket, account: account)
            return prefix.endOfDocument(
                input.span.extracting(0..<cut), from: bracket, isFinal: false, limit: &limit)
        }
        let result = end(before: input.count)
        guard let reached = result.reached(input.count) else { return }
        promise(bracket <= reached && reached <= input.count, "\(result) from \(bracket)")
        for cut in [(bracket + reached) / 2, reached - 1] where bracket..<reached ~= cut {
            promise(
                end(before: cut) == .more, "\(result), and before \(cut) \(end(before: cut))")
        }
        guard case .ok(let end) = result else { return }
        let source = Array(input[bracket..<end])
        guard let json = prefix.json(of: source.span) else {
            return promise(false, "\(SoundJSON.text(source)) has a line without \(prefix)")
        }
        promise(json.count <= source.count, "\(source.count) bytes became \(json.count)")
    }
}

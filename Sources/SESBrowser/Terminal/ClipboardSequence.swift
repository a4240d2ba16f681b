/// The bytes that ask a terminal to take a text into its clipboard: OSC 52 of xterm's control
/// sequences, <https://invisible-island.net/xterm/ctlseqs/ctlseqs.html>.
///
/// The text goes as base64, so that nothing in it can end the sequence. It is never asked for what the
/// clipboard holds.
enum ClipboardSequence {
    /// The sequence for a text, as the way to the terminal needs it.
    static func bytes(_ text: [UInt8], by way: Clipboard) -> [UInt8] {
        let coded = Base64Text.coded(text)
        switch way {
        case .none: return []
        case .terminal: return Array("\u{1B}]52;c;".utf8) + coded + stringEnd
        case .tmux:
            // tmux takes the plain one itself where set-clipboard is on; the wrapped one, in which each
            // ESC is doubled, it hands to its terminal where allow-passthrough is on. Either may be off.
            let inner = Array("\u{1B}\u{1B}]52;c;".utf8) + coded + [bell]
            return bytes(text, by: .terminal) + Array("\u{1B}Ptmux;".utf8) + inner + stringEnd
        case .screen:
            // screen hands on what stands in a device control string, and each may only be short.
            let inner = Array("\u{1B}]52;c;".utf8) + coded + [bell]
            return stride(from: 0, to: inner.count, by: screenPart).flatMap { start in
                let part = inner[start..<min(start + screenPart, inner.count)]
                return Array("\u{1B}P".utf8) + part + stringEnd
            }
        }
    }

    private static let bell: UInt8 = 0x07
    private static let stringEnd = Array("\u{1B}\\".utf8)
    private static let screenPart = 240
}

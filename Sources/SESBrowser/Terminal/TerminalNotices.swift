import CursesBridge

extension Terminal {
    /// What was not as asked when the terminal was opened, a line each.
    static func notices(charset: TerminalOptions.Charset) -> [String] {
        var lines: [String] = []
        if let standIn = CursesCalls.standIn {
            let type = CursesCalls.type
            let cause = type.isEmpty ? "TERM is not set" : "TERM=\(type) is not known here"
            lines.append("\(cause); treated as \(standIn)")
        }
        switch curses_locale() {
        case .asAsked: break
        case .replaced:
            lines.append("the locale names no usable character set; UTF-8 is assumed")
        case .missing:
            lines.append("there is no UTF-8 locale here; only ASCII is shown")
        @unknown default: break
        }
        return lines
    }
}

extension TerminalError.Reason {
    /// Why opening failed; nil where it did not.
    init?(_ opening: CursesOpening) {
        switch opening {
        case .done: return nil
        case .noTerminal: self = .noTerminal
        case .noKeyboard: self = .noKeyboard
        case .noCursorMotion: self = .noCursorMotion
        case .unknownTerminal: self = .unknownTerminal
        case .failed: self = .refused
        }
    }
}

extension TerminalOptions.ColorChoice {
    var asked: CursesColorChoice {
        switch self {
        case .auto: .auto
        case .never: .never
        case .always: .always
        }
    }
}

extension TerminalOptions.Charset {
    var asked: CursesCharset {
        switch self {
        case .auto: .auto
        case .ascii: .ascii
        case .utf8: .utf8
        }
    }
}

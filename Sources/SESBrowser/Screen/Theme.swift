/// How each role looks.
enum Theme: Hashable, Sendable {
    /// The eight basic colours as accents on the terminal's own ground.
    case color
    /// Attributes alone.
    case mono
}

extension Theme {
    /// The look of a role.
    ///
    /// Red and magenta alone are used: of the eight colours only they can be read on a dark ground
    /// and on a light one.
    func style(_ role: Role) -> Style {
        switch self {
        case .mono: Style(attributes: attributes(of: role))
        case .color:
            Style(attributes: attributes(of: role), foreground: color(of: role))
        }
    }

    private func attributes(of role: Role) -> Style.Attributes {
        switch role {
        case .notation: [.reverse, .underline]
        case .match: [.bold, .underline]
        case .cursorBar, .topBar, .errorMessage: .reverse
        case .paneBorder: .line
        case .fail, .processingFailed, .unknownStatus, .columnHeading, .paneActive, .heading,
            .warning, .keyName, .decision, .tag, .ticked:
            .bold
        case .plain, .gray, .disabled, .hintBar, .label:
            []
        }
    }

    private func color(of role: Role) -> Color {
        switch role {
        case .fail, .errorMessage: .red
        case .gray, .processingFailed, .unknownStatus: .magenta
        default: .terminal
        }
    }
}

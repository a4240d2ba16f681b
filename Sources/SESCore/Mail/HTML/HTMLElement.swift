/// The elements of HTML that matter for its text; all others are ``other``.
enum HTMLElement: String, CaseIterable, Hashable, Sendable {
    case a, address, area, article, aside, base, blockquote, br, caption, center, dd, div, dl, dt
    case embed, fieldset, footer, form, frame, h1, h2, h3, h4, h5, h6, header, hr, iframe, img
    case input, li, link, main, meta, nav, noscript, ol, option, p, pre, script, section, source
    case style, table, tbody, td, template, textarea, tfoot, th, thead, title, tr, ul, wbr
    case other
}

extension HTMLElement {
    private static let byName: [RawText: HTMLElement] = Dictionary(
        uniqueKeysWithValues: allCases.filter { $0 != .other }.map { (RawText($0.rawValue), $0) })

    /// The element of a name in any letter case.
    init(name: some Collection<UInt8>) {
        guard name.count <= 10 else {
            self = .other
            return
        }
        self = Self.byName[RawText(name.map(\.asciiLower))] ?? .other
    }

    /// How the text around an element and the text in it stand apart.
    enum Separation: Hashable, Sendable {
        case none
        /// By a line end.
        case line
        /// By an empty line.
        case paragraph
    }

    /// What parts the text in the element from that around it.
    var separation: Separation {
        switch self {
        case .p, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .ul, .ol, .dl, .pre, .table, .form, .hr:
            .paragraph
        case .div, .tr, .li, .dt, .dd, .caption, .center, .fieldset, .footer, .header, .section,
            .option, .article, .aside, .address, .main, .nav, .thead, .tbody, .tfoot, .noscript:
            .line
        default: .none
        }
    }

    /// True for an element that holds nothing and is never closed.
    var isVoid: Bool {
        switch self {
        case .area, .base, .br, .embed, .frame, .hr, .img, .input, .link, .meta, .source, .wbr: true
        default: false
        }
    }

    /// True for an element whose content is no text of the mail.
    var isDropped: Bool { self == .script || self == .style || self == .title }

    /// True for an element that ends where another of its name begins beside it.
    var endsAtSibling: Bool {
        switch self {
        case .p, .li, .tr, .td, .th, .dt, .dd, .option, .a: true
        default: false
        }
    }
}

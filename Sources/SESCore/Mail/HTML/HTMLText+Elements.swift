extension HTMLText {
    /// Begins an element.
    mutating func open(_ tag: HTMLTag) {
        endSibling(of: tag.element)
        flow.separate(tag.element.separation)
        switch tag.element {
        case .br: flow.breakLine()
        case .hr: rule()
        case .img: image(tag)
        case .input: field(tag)
        case .td, .th: flow.separateCells()
        case .li: flow.beginItem(countItem())
        case .base: base = base ?? value("href", tag).map { LinkTarget($0) }
        case .meta: refresh(tag)
        case .iframe, .frame, .embed: mention("frame", tag, "src")
        case .form: mention("form", tag, "action")
        default: break
        }
        if !tag.element.isVoid { push(opened(tag)) }
    }

    /// Ends an element that was open.
    mutating func end(_ element: OpenElement) {
        switch element.element {
        case .a: endLink(element)
        case .blockquote: flow.quoteDepth -= 1
        case .ul, .ol: flow.listDepth -= 1
        case .pre, .textarea:
            flow.keepsSpace = open.contains { $0.element == .pre || $0.element == .textarea }
        default: break
        }
        flow.separate(element.element.separation)
    }

    private func opened(_ tag: HTMLTag) -> OpenElement {
        let style = value("style", tag).map { HiddenStyle($0[...]) } ?? HiddenStyle()
        let outer = open.last
        let isHidden =
            style.isHidden || tag.element == .template || attribute("hidden", tag) != nil
        return OpenElement(
            element: tag.element, isHidden: isHidden || outer?.isHidden == true,
            hasTinyFont: style.hasTinyFont ?? outer?.hasTinyFont ?? false,
            target: tag.element == .a ? value("href", tag).map { LinkTarget($0, base: base) } : nil,
            nextNumber: tag.element == .ol ? 1 : nil)
    }
}

extension HTMLText {
    private static let longestAlt = 200

    private mutating func endLink(_ link: OpenElement) {
        defer { linkText = [] }
        guard let target = link.target, let words = target.words else { return }
        flow.addApart(words, .target)
        if let warning = target.warning(shownAs: RawText(linkText)) {
            flow.addApart(warning, .warning)
        }
    }

    private mutating func rule() {
        flow.add("----------", .note)
        flow.separate(.paragraph)
    }

    /// An image that is fetched tells its sender that the mail was read, if it is seen or not.
    private mutating func image(_ tag: HTMLTag) {
        let source = value("src", tag).map { LinkTarget($0, base: base) }
        let isSmall = ["width", "height"].allSatisfy { name in
            value(name, tag).map { Self.isSmall(RawText($0)) } ?? false
        }
        markHidden(open.last?.isHidden ?? false)
        flow.addApart(isSmall ? "[tracking image" : "[image", .note)
        if let alt = value("alt", tag), !alt.isEmpty {
            flow.add(": ", .note)
            flow.add(alt.prefix(Self.longestAlt))
        }
        if case .host? = source, let words = source?.words { flow.addApart(words, .target) }
        flow.closeMark("]")
    }

    private static func isSmall(_ size: RawText) -> Bool {
        ["0", "1", "2", "0px", "1px", "2px"].contains(size)
    }

    private mutating func field(_ tag: HTMLTag) {
        let type = value("type", tag).map { RawText($0).lowered } ?? "text"
        guard type != "hidden" else { return }
        flow.addApart("[field", .note)
        flow.add(": ", .note)
        flow.add(type.bytes.prefix(Self.longestAlt))
        flow.closeMark("]")
    }

    private mutating func mention(_ word: RawText, _ tag: HTMLTag, _ name: StaticString) {
        guard let target = value(name, tag).map({ LinkTarget($0, base: base) }),
            let words = target.words
        else { return }
        flow.addApart("[" + word, .note)
        flow.addApart(words, .target)
        flow.closeMark("]")
        flow.separate(.line)
    }

    /// `<meta http-equiv=refresh content="0; url=…">` goes on to another page by itself.
    private mutating func refresh(_ tag: HTMLTag) {
        guard let kind = value("http-equiv", tag), RawText(kind).equalsIgnoringCase("refresh"),
            let content = value("content", tag).map({ RawText($0) }),
            let place = content.range(of: "url=")
        else { return }
        let address = content.bytes[place.upperBound...].filter { $0 != 0x22 && $0 != 0x27 }
        guard let words = LinkTarget(address, base: base).words else { return }
        flow.addApart("(!) goes on by itself", .warning)
        flow.addApart(words, .target)
        flow.separate(.line)
    }
}

extension HTMLText {
    private func attribute(_ name: StaticString, _ tag: HTMLTag) -> HTMLTag.Attribute? {
        tag.attributes.first { RawText(scanner.bytes[$0.name]).equalsIgnoringCase(name) }
    }

    /// The value of the first attribute of a name, its entities decoded; nil where there is none.
    private func value(_ name: StaticString, _ tag: HTMLTag) -> [UInt8]? {
        attribute(name, tag).map { HTMLEntities.decoded(scanner.bytes[$0.value]) }
    }
}

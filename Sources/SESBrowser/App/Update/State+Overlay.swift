import SESCore

extension State {
    /// Opens the list of what is no mail.
    mutating func openRegions() -> [Effect] {
        let opened = RegionsState(table)
        guard !opened.topics.isEmpty else {
            return message.show("every byte that was read so far is accounted for")
        }
        regions = opened
        return []
    }

    /// Moves in help or in a list that covers the panes, or does what its chosen line says.
    mutating func useOverlay(_ action: Action) -> [Effect] {
        let page = layout.overlayRows
        switch action {
        case .itemDown: moveItem(by: 1)
        case .itemUp: moveItem(by: -1)
        case .itemPageDown: moveItem(by: page)
        case .itemPageUp: moveItem(by: -page)
        case .firstItem: moveItem(by: -(1 << 32))
        case .lastItem: moveItem(by: 1 << 32)
        case .runItem: return runItem()
        default: closeOverlay()
        }
        return []
    }

    private mutating func moveItem(by count: Int) {
        if var help {
            help.position = max(0, min(help.position + count, help.entries.count - 1))
            self.help = help
        } else if columns.editor != nil {
            columns.editor?.move(cursorBy: count)
        } else {
            regions?.move(by: count)
        }
    }

    private mutating func runItem() -> [Effect] {
        guard let help else { return openRegion() }
        self.help = nil
        guard help.entries.indices.contains(help.position) else { return [] }
        let entry = help.entries[help.position]
        // An action of another context has nothing to work on here.
        guard !entry.contexts.isDisjoint(with: context) else {
            return message.show(
                "\(entry.name) works elsewhere: \(entry.group.title.lowercased())")
        }
        return update(entry.action)
    }

    /// Opens the chosen line of the list of regions, one level further in.
    private mutating func openRegion() -> [Effect] {
        guard let regions else { return [] }
        switch regions.level {
        case .bytes: return []
        case .places:
            guard let chosen = regions.places else { return [] }
            let places = table.places(of: chosen.topic)
            guard chosen.cursor.position < places.count else { return [] }
            let place = places[chosen.cursor.position].range
            let file = chosen.topic.file
            return (self.regions?.open(place, of: file, size: table.files[file].size))
                .map { [$0] } ?? []
        case .topics:
            guard regions.topics.indices.contains(regions.overview.position) else { return [] }
            let topic = regions.topics[regions.overview.position]
            guard table.places(of: topic).count > 0 else {
                return message.show("this line has no place in the file")
            }
            self.regions?.open(topic)
            return []
        }
    }

    private mutating func closeOverlay() {
        if help != nil {
            help = nil
        } else if columns.editor != nil {
            columns.editor = nil
        } else if regions?.back() != true {
            regions = nil
        }
    }
}

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

    /// Opens the page about the query language.
    mutating func openGuide() -> [Effect] {
        help = HelpState(page: .query)
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
        case .leaveOutItem: return takePick(leavesOut: true)
        default: closeOverlay()
        }
        return []
    }

    private mutating func moveItem(by count: Int) {
        if pick != nil {
            pick?.cursor.position += count
        } else if var help {
            help.position = max(0, min(help.position + count, help.items.count - 1))
            self.help = help
        } else if columns.editor != nil {
            columns.editor?.move(cursorBy: count)
        } else {
            regions?.move(by: count)
        }
    }

    private mutating func runItem() -> [Effect] {
        if pick != nil { return takePick(leavesOut: false) }
        guard let help else { return openRegion() }
        guard help.items.indices.contains(help.position) else { return [] }
        switch help.items[help.position] {
        case .note: return message.show("a question below can be asked by Enter")
        case .question(let question):
            self.help = nil
            return setFilter(question.query)
        case .action(let entry):
            self.help = nil
            return run(entry)
        }
    }

    private mutating func run(_ entry: ActionEntry) -> [Effect] {
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
        } else if pick != nil {
            pick = nil
            questions.drop(.pick)
        } else if columns.editor != nil {
            columns.editor = nil
        } else if regions?.back() != true {
            regions = nil
        }
    }
}

import SESCore

extension State {
    /// Opens the list of what could not be read.
    mutating func openRegions() -> [Effect] {
        let opened = RegionsState(table)
        guard !opened.regions.isEmpty else {
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
        } else if var regions {
            if regions.bytes != nil {
                regions.top += count
            } else {
                regions.position += count
            }
            self.regions = regions
        }
    }

    private mutating func runItem() -> [Effect] {
        if let help {
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
        guard let regions, regions.bytes == nil else { return [] }
        let (file, region) = regions.regions[regions.position]
        self.regions?.asked = region
        return [
            .loadBytes(
                file: file, offset: region.offset,
                length: min(region.length, RegionsState.mostBytes))
        ]
    }

    private mutating func closeOverlay() {
        if help != nil {
            help = nil
        } else if regions?.bytes != nil {
            regions?.bytes = nil
            regions?.top = 0
        } else {
            regions = nil
        }
    }
}

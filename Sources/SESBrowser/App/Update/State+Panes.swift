import SESCore

extension State {
    /// Changes which pane has the keys, what the detail shows, or how the panes share the screen.
    mutating func arrange(_ action: Action) -> [Effect] {
        switch action {
        case .otherPane: return otherPane()
        case .open:
            guard cursorRow != nil else { return [] }
            panes.isZoomed.toggle()
            panes.focus = panes.isZoomed ? .detail : .list
        case .back: return stepBack()
        case .close: return close()
        case .nextView:
            let next = (Int(detail.view.rawValue) + 1) % DetailView.allCases.count
            show(DetailView.allCases[next])
        case .allHeaders: show(detail.view == .headers ? .summary : .headers)
        case .nextLayout:
            panes.isZoomed = false
            nextLayout()
            return message.show("layout: \(panes.choice.name)")
        case .growDetail: panes.growth = min(panes.growth + 1, size.rows)
        case .shrinkDetail: panes.growth = max(panes.growth - 1, -size.rows)
        default: break
        }
        return []
    }

    /// Goes on to the next layout that looks other than this one.
    private mutating func nextLayout() {
        let before = layout
        for _ in LayoutChoice.allCases where layout == before {
            let next = (Int(panes.choice.rawValue) + 1) % LayoutChoice.allCases.count
            panes.choice = LayoutChoice.allCases[next]
        }
    }

    private mutating func show(_ view: DetailView) {
        detail.view = view
        detail.top = 0
        search.detailRow = nil
    }

    private mutating func otherPane() -> [Effect] {
        let layout = layout
        if layout.list != nil, layout.detail != nil {
            panes.focus = panes.focus == .list ? .detail : .list
        } else if layout.list != nil, cursorRow != nil {
            panes.isZoomed = true
            panes.focus = .detail
        } else {
            closeDetail()
        }
        return []
    }

    private mutating func stepBack() -> [Effect] {
        message.clear()
        if search.needle != nil {
            search.needle = nil
        } else {
            closeDetail()
        }
        return []
    }

    private mutating func close() -> [Effect] {
        if focus == .list { return leave() }
        closeDetail()
        return []
    }

    /// Gives the keys, and the screen if the detail had it, back to the list.
    private mutating func closeDetail() {
        if panes.isZoomed {
            panes.isZoomed = false
        } else if panes.choice == .detailOnly {
            panes.choice = .auto
        }
        panes.focus = .list
    }
}

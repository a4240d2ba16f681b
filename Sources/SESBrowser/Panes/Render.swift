import SESCore

/// The screen that shows a state.
///
/// Total for every size: a screen that is too small says so, one of no cells shows nothing.
func render(_ state: State, theme: Theme, size: Size) -> Grid {
    var state = state
    if state.size != size { _ = state.handle(.resize(size)) }
    var grid = Grid(size: size)
    let layout = state.layout
    guard !layout.isTooSmall else {
        let least = Layout.least
        let note = ScreenLine("too small (\(least.columns)x\(least.rows))")
        let all = Region(row: 0, column: 0, rows: size.rows, columns: size.columns)
        grid.draw(note, row: 0, in: all, theme: theme)
        return grid
    }
    TopLine(state).draw(into: &grid, layout, theme)
    if state.help != nil {
        HelpPane(state).draw(into: &grid, layout, theme)
    } else if state.regions != nil {
        RegionsPane(state).draw(into: &grid, layout, theme)
    } else if state.pick != nil {
        PickPane(state).draw(into: &grid, layout, theme)
    } else if state.statistics != nil {
        StatisticsPane(state).draw(into: &grid, layout, theme)
    } else if state.report != nil {
        ReportPane(state).draw(into: &grid, layout, theme)
    } else if state.handOver != nil {
        HandOverPane(state).draw(into: &grid, layout, theme)
    } else if state.columns.editor != nil {
        ColumnsPane(state).draw(into: &grid, layout, theme)
    } else {
        FilterGridPane(state).draw(into: &grid, layout, theme)
        ListPane(state).draw(into: &grid, layout, theme)
        DetailPane(state).draw(into: &grid, layout, theme)
    }
    CopiedPane(state).draw(into: &grid, layout, theme)
    BottomLine(state).draw(into: &grid, layout, theme)
    return grid
}

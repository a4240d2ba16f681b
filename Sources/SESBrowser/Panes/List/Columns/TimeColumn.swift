import SESCore

extension ListColumn {
    /// When SES accepted the mail.
    static let time = ListColumn(
        name: "time", help: "when SES accepted the mail (r: UTC, local, age)",
        leaving: [0, 9, 11], needsRecord: false,
        room: { reading in
            let forms: [TimeForm] = [.full, .short, .clock]
            return .steps(reading == .age ? ages : forms.map(\.columns))
        },
        heading: { state, columns in
            let rows = state.rowsOnScreen
            return state.clock.heading(columns: columns, of: rows.map { state.table[$0].time })
        },
        cells: { row, columns in
            ScreenLine(row.state.clock.text(row.mail.time, columns: columns))
        })

    /// An age has no date to leave out.
    private static let ages = [Age.longColumns, Age.longColumns, Age.shortColumns]
}

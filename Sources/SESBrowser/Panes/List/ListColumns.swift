import SESCore

/// Which columns a list of some width has, from left to right, and how wide each is.
///
/// The marks come first, whatever is chosen; a blank stands between two columns.
struct ListColumns: Sendable {
    /// The columns of the marks: cursor, tag, decision, remark.
    static let marks = 4
    /// The widest that the reversed bar of the cursor gets.
    static let longestBar = 14

    let placed: [Placed]

    /// A column with the room that it has.
    struct Placed: Hashable, Sendable {
        let column: ListColumn
        let width: Int
    }

    /// The columns that were chosen, as far as there is room for them.
    init(_ columns: Int, choice: ColumnChoice = .standard, times: TimeReading = .utc) {
        let room = max(0, columns - Self.marks)
        placed =
            switch choice {
            case .standard: Self.standard(columns, times)
            case .chosen(let chosen): ColumnFitting(chosen, times).placed(in: room)
            }
    }
}

extension ListColumns {
    /// The room of a column; 0 where it is not shown.
    func width(of column: ListColumn) -> Int { placed.first { $0.column == column }?.width ?? 0 }

    /// How many columns from the left show where the cursor is: up to the end of the date or of the
    /// whole time, never inside of one.
    var bar: Int {
        guard let first = placed.first, first.column == .time else { return Self.marks - 1 }
        let end = Self.marks + first.width
        return first.width == TimeForm.short.columns ? end : min(Self.longestBar, end)
    }

    /// The columns where none were chosen.
    ///
    /// With less room first the year and the seconds go, then the display name, the date, the
    /// address and the time; marks, strip and subject stay to the end.
    private static func standard(_ columns: Int, _ times: TimeReading) -> [Placed] {
        let form: TimeForm =
            columns >= 108 ? .full : columns >= 64 ? .short : columns >= 32 ? .clock : .hidden
        let time =
            switch form {
            case .hidden: 0
            case .clock: times == .age ? Age.shortColumns : form.columns
            default: times == .age ? Age.longColumns : form.columns
            }
        let strip = Check.allCases.count
        let rest = max(0, columns - marks - (time > 0 ? time + 1 : 0) - strip - 1)
        let name = columns >= 84 ? min(24, rest / 5) : 0
        // Fewer columns than 20 leave of most addresses little but the end of the domain.
        let from = columns >= 56 ? min(36, max(20, name > 0 ? rest / 3 : rest * 2 / 5)) : 0
        let subject = max(0, rest - (from > 0 ? from + 1 : 0) - (name > 0 ? name + 1 : 0))
        let widths = [time, strip, name, from, subject]
        return zip(ColumnChoice.standard.columns, widths).filter { $0.1 > 0 }
            .map { Placed(column: $0.0, width: $0.1) }
    }
}

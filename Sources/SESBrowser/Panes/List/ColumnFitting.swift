/// Fits columns into a room: where it is too small for all, they give way in the order of
/// ``ListColumn/leaving``; what is left over goes to those that have a use for it.
struct ColumnFitting {
    private var entries: [Entry]

    private struct Entry {
        let column: ListColumn
        let room: ListColumn.Room
        /// How often the column gave way.
        var steps = 0
        var width: Int? { room.least(after: steps) }
    }

    init(_ columns: [ListColumn], _ times: TimeReading) {
        entries = columns.map { Entry(column: $0, room: $0.room(times)) }
    }
}

extension ColumnFitting {
    /// The columns that fit, at least one where any was asked for.
    func placed(in room: Int) -> [ListColumns.Placed] {
        var fitting = self
        fitting.giveWay(room)
        return fitting.grown(room)
    }

    private var needed: Int {
        entries.reduce(-1) { $0 + ($1.width.map { $0 + 1 } ?? 0) }
    }

    private mutating func giveWay(_ room: Int) {
        let order = entries.indices.flatMap { index in
            entries[index].column.leaving.map { (place: $0, index: index) }
        }.sorted { $0.place < $1.place }
        for (_, index) in order where needed > room {
            var later = entries
            later[index].steps += 1
            if later.contains(where: { $0.width != nil }) { entries = later }
        }
    }

    private func grown(_ room: Int) -> [ListColumns.Placed] {
        let shown = entries.filter { $0.width != nil }
        // Where it is negative, nothing can give way any more but the column that takes the rest.
        let left = room - needed
        let spare = max(0, left)
        let takesRest = shown.contains { $0.room.takesRest }
        let wanted = shown.reduce(0) { $0 + $1.room.growth }
        // The subject keeps half of what is left over.
        let granted = min(wanted, takesRest ? spare / 2 : spare)
        var rest = left
        var start = 0
        var placed = shown.map { entry in
            let share = wanted == 0 ? 0 : entry.room.growth * granted / wanted
            rest -= share
            return ListColumns.Placed(column: entry.column, width: (entry.width ?? 0) + share)
        }
        let last = shown.lastIndex { $0.room.takesRest } ?? shown.lastIndex { $0.room.growth > 0 }
        if let last {
            placed[last] = ListColumns.Placed(
                column: placed[last].column, width: max(1, placed[last].width + rest))
        }
        // A column that is wider than all the room is cut at its edge.
        return placed.compactMap { place in
            let width = min(place.width, room - start)
            start += place.width + 1
            return width > 0 ? ListColumns.Placed(column: place.column, width: width) : nil
        }
    }
}

import SESCore

/// The second level of the list of regions: the places of one kind in one file.
struct RegionPlacesList: RegionsList {
    private let topic: RegionsState.Topic
    private let places: RegionPlaces
    private let path: RawText
    private let isWide: Bool

    init(_ open: RegionsState.Places, _ state: State) {
        topic = open.topic
        places = state.table.places(of: open.topic)
        let file = open.topic.file
        path = state.table.files.indices.contains(file) ? state.table.files[file].path : ""
        isWide = state.size.columns >= 60
    }

    var count: Int { places.count }

    var heading: String {
        let numbers = isWide ? "   OFFSET       LINE     BYTES  " : "   OFFSET  "
        guard topic.kind != .broken else { return numbers + "WHY" }
        let (kept, total) = (Count(places.count).grouped, Count(places.total).grouped)
        let all = places.total > places.count ? "THE FIRST \(kept) OF \(total)" : total
        return numbers + "\(topic.kind.word): \(all)"
    }

    func line(_ index: Int) -> ScreenLine {
        let place = places[index]
        var line = ScreenLine()
        line.append(number: String(place.range.lowerBound), columns: 9)
        if isWide {
            line.append(number: place.line.map(String.init) ?? "--", columns: 11)
            line.append(number: Count(place.range.count).fitting(9), columns: 10)
        }
        line.append("  ")
        line.append(Gate.glyphs(of: (place.reason ?? "").utf8))
        return line
    }

    func foot(_ index: Int) -> RawText {
        let place = places[index]
        let line = place.line.map { "line \($0), " } ?? ""
        let count = place.range.count
        let length = "\(Count(count).grouped) \(count == 1 ? "byte" : "bytes")"
        let reason = place.reason ?? topic.kind.word
        return path + RawText(", \(line)\(length): \(reason)")
    }
}

extension Unwrapping {
    /// Looks at a row of CloudWatch Logs Insights: its `@message`, or else its columns.
    mutating func visitRow(_ place: Place, _ bytes: Span<UInt8>) {
        var walker = JSONWalker(bytes, at: place.range.lowerBound)
        var index = 0
        walker.enter()
        while walker.nextElement(), let range = walker.skipValue() {
            let members = Members(bytes, at: range.lowerBound)
            if members.text(.field, bytes) == "@message", let value = members.value(.value) {
                let column = place.inside(range, .element(index))
                waiting.append(column.inside(value, .member(.value)).named(.insights))
                return
            }
            index += 1
        }
        flatten(place.named(.insights), bytes)
    }

    /// Makes a record of the columns of a row.
    mutating func flatten(_ place: Place, _ bytes: Span<UInt8>) {
        let columns = FlatColumns.columns(bytes, at: place.range.lowerBound)
        guard let record = FlatRecord.json(columns: columns) else {
            return addNothing(.json, at: place)
        }
        add(.record(bytes: record), at: place.decoding(record, .flattened).named(.pair))
    }
}

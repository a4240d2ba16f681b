extension Comparison {
    /// Reading the other shapes, against lines: seconds per byte.
    static let shapes = Group(name: "shapes") { comparison throws(Failure) in
        let shapes: [Shape] = [.lines, .concatenated, .pretty, .array, .prefixed, .sns]
        var files: [DataFile] = []
        for shape in shapes {
            files.append(try comparison.data(shape, events: comparison.options.shapeEvents))
        }
        let ours = files.map { comparison.ours($0) }
        Progress.say("reads the shapes")
        let outcomes = Alternation.measure(
            ours.map(\.contender), runs: comparison.options.runs)
        return (1..<shapes.count).map { index in
            let id = shapes[index].rawValue
            var figure = Figure(id: id, what: "\(id), per byte, against lines")
            if let failure = ours[index].failure ?? outcomes[index].failure ?? ours[0].failure {
                figure.detail = failure
                return figure
            }
            let bytes = Double(files[0].size) / Double(files[index].size)
            figure.value = outcomes[index].wall / outcomes[0].wall * bytes
            figure.processor = outcomes[index].processor / outcomes[0].processor * bytes
            figure.detail =
                "\(Spelling.seconds(outcomes[index])) for \(sizeText(files[index])) : "
                + "\(Spelling.seconds(outcomes[0])) for \(sizeText(files[0]))"
            return figure
        }
    }
}

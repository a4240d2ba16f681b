/// The way from a carrier to the record in it, and the envelopes passed on the whole way.
struct Route: Hashable, Sendable {
    var steps: [Step] = []
    var envelopes: [EnvelopeName] = []

    /// One step inwards.
    enum Step: Hashable, Sendable {
        /// Into the value of a member.
        case member(KnownKey)
        /// Into the value of a member by its place in the object, counted from 0.
        case memberAt(Int)
        /// Into an element of an array, counted from 0.
        case element(Int)
        /// From a JSON text, quotes included, to what it holds.
        case text
        /// From base64 to the bytes that it stands for.
        case base64
        /// From gzip data to what they hold.
        case inflate
        /// To a document among the words of a text, counted from 0.
        case document(Int)
        /// From a row of columns to the record that they are the fields of.
        case flattened
        /// From a literal of Python to JSON.
        case python
        /// From the output of `console.log` to JSON, and whether it left anything out.
        case inspect(leavesOut: Bool)
        /// From JSON that was cut off to JSON that is closed.
        case repaired
        /// From JSON over several lines to the same without what stands before each.
        case unprefixed(LinePrefix)
        /// From a cell of a table, quotes included, to what it holds.
        case cell
        /// From a row of a table with these columns to the record that they are the fields of.
        case columns([RawText])
        /// From the headers of a raw mail to the record that they tell.
        case mail
    }
}

extension Route {
    /// What is to be known of a record that was reached by this route.
    var marks: Marks {
        var marks: Marks = []
        if envelopes.contains(.failure) { marks.insert(.handlerFailed) }
        if steps.contains(.flattened) || steps.contains(.inspect(leavesOut: true)) {
            marks.insert(.lossy)
        }
        if steps.contains(.mail) { marks.insert(.derived) }
        if steps.contains(.repaired) { marks.insert(.truncated) }
        if case .columns? = steps.first { marks.insert(.lossy) }
        return marks
    }
}

/// The routes met so far, each under a number that a row keeps.
struct RouteTable: Sendable {
    private(set) var routes: [Route] = []
    private var numbers: [Route: UInt32] = [:]

    /// The number of a route.
    mutating func number(of route: Route) -> UInt32 {
        if let number = numbers[route] { return number }
        let number = UInt32(routes.count)
        routes.append(route)
        numbers[route] = number
        return number
    }
}

/// The way from a carrier to the record in it, and the envelopes passed on the whole way.
struct Route: Hashable, Sendable {
    var steps: [Step] = []
    var envelopes: [EnvelopeName] = []

    /// One step inwards.
    enum Step: Hashable, Sendable {
        /// Into the value of a member.
        case member(KnownKey)
        /// Into an element of an array, counted from 0.
        case element(Int)
        /// From a JSON text, quotes included, to what it holds.
        case text
        /// From the headers of a raw mail to the record that they tell.
        case mail
    }
}

extension Route {
    /// What is to be known of a record that was reached by this route.
    var marks: Marks {
        var marks: Marks = []
        if steps.contains(.mail) { marks.insert(.derived) }
        return marks
    }

    /// The record that the route leads to; nil where the bytes are not what they were.
    func record(in carrier: [UInt8]) -> [UInt8]? {
        var bytes = carrier
        for step in steps {
            guard let next = Self.follow(step, bytes.span) else { return nil }
            bytes = next
        }
        return bytes
    }

    private static func follow(_ step: Step, _ bytes: Span<UInt8>) -> [UInt8]? {
        switch step {
        case .text:
            guard bytes.count >= 2, bytes[0] == UInt8(ascii: "\"") else { return nil }
            return JSONText.decode(bytes, 1..<bytes.count - 1).text.bytes
        case .mail: return RawMail.record(bytes)
        case .member(let key):
            let members = Members(bytes, at: 0)
            return members.value(key).map { bytes.copy($0) }
        case .element(let index):
            var walker = JSONWalker(bytes)
            guard walker.kind == .array else { return nil }
            walker.enter()
            for _ in 0..<index {
                guard walker.nextElement(), walker.skipValue() != nil else { return nil }
            }
            guard walker.nextElement(), let range = walker.skipValue() else { return nil }
            return bytes.copy(range)
        }
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

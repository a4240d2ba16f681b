/// Follows routes to records, and goes on from the last one where both lie in one carrier.
///
/// A carrier may hold thousands of records, such as the packed batches of a subscription. Each of its
/// texts is decoded once and each of its lists walked once, as long as the rows come in their order.
struct RouteTrail {
    /// Where the carrier stands that was read last.
    private var place: Range<Int>?
    /// What the steps of the last route led to.
    private var levels: [(step: Route.Step, bytes: [UInt8])] = []
    /// How far the list in the carrier, and in what each step led to, has been walked.
    private var cursors = [Cursor()]

    private struct Cursor {
        /// The number of the next member or element, and where to look for it; nil at the start.
        var next: (number: Int, position: Int)?
        /// The documents of a text; nil until one is asked for.
        var documents: [Range<Int>]?
    }
}

extension RouteTrail {
    /// The record that a route leads to from the carrier at a place of a file; nil where the bytes are
    /// not what they were.
    mutating func record(
        _ route: Route, from carrier: Span<UInt8>, at place: Range<Int>
    ) -> [UInt8]? {
        if place != self.place {
            self = RouteTrail()
            self.place = place
        }
        let known = zip(levels, route.steps).prefix { $0.step == $1 }.count
        levels.removeLast(levels.count - known)
        cursors.removeLast(cursors.count - known - 1)
        for step in route.steps[known...] {
            let level = levels.count
            let bytes =
                if let inner = levels.last {
                    Self.follow(step, inner.bytes.span, &cursors[level])
                } else {
                    Self.follow(step, carrier, &cursors[level])
                }
            guard let bytes else { return nil }
            levels.append((step, bytes))
            cursors.append(Cursor())
        }
        return levels.last?.bytes
    }

    private static func follow(
        _ step: Route.Step, _ bytes: Span<UInt8>, _ cursor: inout Cursor
    ) -> [UInt8]? {
        switch step {
        case .element(let number): walk(to: number, .array, bytes, &cursor)
        case .memberAt(let number): walk(to: number, .object, bytes, &cursor)
        case .document(let number): document(number, bytes, &cursor)
        default: Route.follow(step, bytes)
        }
    }

    private static func walk(
        to number: Int, _ kind: JSONKind, _ bytes: Span<UInt8>, _ cursor: inout Cursor
    ) -> [UInt8]? {
        var walker = JSONWalker(bytes)
        guard walker.kind == kind else { return nil }
        var current = 0
        if let next = cursor.next, next.number <= number {
            walker = JSONWalker(bytes, at: next.position)
            current = next.number
        } else {
            walker.enter()
        }
        while true {
            let isThere = kind == .array ? walker.nextElement() : walker.nextKey() != nil
            guard isThere, let range = walker.skipValue() else { return nil }
            if current == number {
                cursor.next = (number + 1, walker.position)
                return bytes.copy(range)
            }
            current += 1
        }
    }

    private static func document(
        _ number: Int, _ bytes: Span<UInt8>, _ cursor: inout Cursor
    ) -> [UInt8]? {
        let documents = cursor.documents ?? TextDocuments(bytes).documents.map(\.range)
        cursor.documents = documents
        return number < documents.count ? bytes.copy(documents[number]) : nil
    }
}

@testable import SESCore

/// What the list keeps of a row, in a form that can be compared.
struct SeenRow: Hashable {
    var facts: UInt32
    var time: Int64
    var mailKey: UInt64
    var carrier: Range<Int>
    var route: Route
    var from: [UInt8]
    var name: [UInt8]
    var subject: [UInt8]
    var folded: [UInt8]
}

extension SeenRow {
    /// The rows of findings, in order.
    static func rows(of findings: PieceFindings) -> [SeenRow] {
        let piece = findings.rows
        return (0..<piece.count).map { index in
            let row = piece.row(index)
            let place = piece.place(index)
            let start = index == 0 ? 0 : Int(piece.foldedEnds[index - 1])
            return SeenRow(
                facts: row.facts.bits, time: row.time.milliseconds, mailKey: row.mailKey,
                carrier: place.offset..<place.offset + place.length,
                route: findings.routes[Int(place.route)], from: Array(row.from),
                name: Array(row.name), subject: Array(row.subject),
                folded: Array(piece.folded[start..<Int(piece.foldedEnds[index])]))
        }
    }
}

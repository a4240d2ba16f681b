import Testing

@testable import SESBrowser
@testable import SESCore

extension EventTable {
    /// The mails of the desk, of which the first has three deliveries, the next two have two each,
    /// and the fifth has a second one that was judged differently.
    static let delivered: EventTable = {
        var table = EventTable.of(TestMail.desk)
        table.append(Array(TestMail.desk[..<3]), firstKey: 1)
        table.append([TestMail.desk[0]], firstKey: 1)
        var other = TestMail.desk[4]
        other.strip = "S...."
        table.append([other], firstKey: 5)
        return table
    }()

    /// Its rows linked by their keys.
    var linked: Deliveries {
        Deliveries.linking(self, while: { true }) {
            .mail(id: RawText("\(mailKey($0))"), source: "", second: 0)
        } ?? Deliveries()
    }
}

extension LoadedEvent {
    /// The mail of a row with its deliveries, as the loop would read it.
    static func of(_ row: Int, in state: State) -> LoadedEvent {
        var loaded = LoadedEvent.of(state.table[row])
        let deliveries = state.deliveries
        if deliveries.isDiffering(row) { loaded.event.marks.insert(.differing) }
        loaded.deliveryCount = deliveries.mailCount(of: row)
        guard loaded.deliveryCount > 1 else { return loaded }
        let rows = deliveries.mailRows(of: row, atMost: DetailState.mostDeliveries)
        loaded.deliveries = rows.enumerated().map { number, other in
            var delivery = Delivery(file: "Samples/inbound.ndjson", offset: other * 100)
            delivery.action = number == 0 ? "Lambda" : number == 1 ? "S3" : nil
            delivery.recipients = number == 2 ? [] : ["desk@corp.example"]
            delivery.time = RawText("2026-11-22T09:41:0\(number)Z")
            delivery.line = other + 1
            delivery.facts = state.table.facts(other)
            delivery.isShown = other == row
            return delivery
        }
        return loaded
    }
}

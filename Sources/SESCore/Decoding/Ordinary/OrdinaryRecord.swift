/// What the list keeps of a record, as found by ``OrdinaryScan``: texts are left where they stand.
struct OrdinaryRecord {
    var facts = Facts()
    var time = Timestamp.missing
    var mailKey: UInt64 = 0
    /// The first author, as `commonHeaders` spells it.
    var author = Part()
    var subject = Part()
    /// Where the two stand when they had to be decoded; empty where they stand in the bytes.
    var decoded: [UInt8] = []
    /// Where the record, or the text that holds it, stands.
    var carrier = 0..<0
    var form = Form.lambda
    /// How many line feeds are in the document.
    var lineFeeds = 0

    /// A text.
    struct Part {
        var range = 0..<0
        var traits: ByteScan.TextTraits = []
    }

    /// The envelope that was found around the record.
    enum Form: Int, CaseIterable {
        case lambda
        case notification
        case pair
        case snsNotification
        case snsPair
        case snsLambda
    }
}

extension OrdinaryRecord.Form {
    /// The way from the carrier to the record.
    var route: Route {
        switch self {
        case .lambda: Route(envelopes: [.lambda])
        case .notification: Route(envelopes: [.notification])
        case .pair: Route(envelopes: [.pair])
        case .snsNotification: Route(steps: [.text], envelopes: [.sns, .notification])
        case .snsPair: Route(steps: [.text], envelopes: [.sns, .pair])
        case .snsLambda: Route(steps: [.text], envelopes: [.sns, .lambda])
        }
    }

    /// The same form as the payload of an SNS message.
    var inSNS: Self {
        switch self {
        case .notification: .snsNotification
        case .pair: .snsPair
        default: .snsLambda
        }
    }
}

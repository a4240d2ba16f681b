import SESCore

extension State {
    /// Puts the rows into another order, or turns the present one round; the cursor stays on its mail.
    mutating func sort(_ action: Action) -> [Effect] {
        switch action {
        case .reverseOrder: order = order.reversed
        default:
            guard let key = action.orderKey else { return [] }
            order = RowOrder(key)
        }
        return select(keepsHeight: false) + message.show("order: \(order.words)")
    }
}

extension Action {
    /// What an action sorts by; nil where it sorts nothing.
    fileprivate var orderKey: RowOrder.Key? {
        switch self {
        case .sortReading: .reading
        case .sortTime: .time
        case .sortSeverity: .severity
        case .sortFrom: .from
        case .sortSubject: .subject
        case .sortRecipient: .recipient
        case .sortIP: .ip
        case .sortTook: .took
        case .sortDeliveries: .deliveries
        default: nil
        }
    }
}

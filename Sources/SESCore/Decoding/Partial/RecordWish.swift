/// Which parts of a record are wanted; the rest is skipped where that is safe.
struct RecordWish: Hashable, Sendable {
    /// True where all of it is.
    var isWhole = false
    /// Authors, To, Cc and subject of `commonHeaders`.
    var commonHeaders = false
    /// What SES wrote on top of the headers or seems to have written, and the verdicts.
    var ownHeaders = false
    /// The names, in ASCII small letters, of headers whose values are wanted.
    var names: [[UInt8]] = []

    /// What ``RowParticulars`` are made of.
    static let particulars = RecordWish(ownHeaders: true)
    /// All of it.
    static let whole = RecordWish(isWhole: true)
}

extension RecordWish {
    /// Wants what another one wants too.
    mutating func formUnion(_ other: RecordWish) {
        isWhole = isWhole || other.isWhole
        commonHeaders = commonHeaders || other.commonHeaders
        ownHeaders = ownHeaders || other.ownHeaders
        names += other.names.filter { !names.contains($0) }
    }
}

extension EventDecoder {
    /// The event of a record, at least with the parts that are wanted: all that `wish` names, envelope
    /// sender, id, recipients, type of the action and processing time are as in the whole event. Of the
    /// headers those that were not wanted are left out, and an empty one stands in the place of each
    /// run of them.
    static func event(_ record: Span<UInt8>, wanting wish: RecordWish) -> MailEvent {
        if !wish.isWhole, let event = PartialScan.event(record, wish) { return event }
        return event(record)
    }
}

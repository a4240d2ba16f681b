/// A mail read again from its file, for the detail pane.
public struct LoadedEvent: Hashable, Sendable {
    /// The decoded event.
    public var event: MailEvent
    /// Where it was found.
    public var provenance: Provenance
    /// The bytes of the carrier, as they stand in the file.
    public var carrier: RawText
    /// The JSON text of the record, after every string around it is decoded.
    public var record: RawText
    /// How many deliveries of the mail there are, this one included.
    public var deliveryCount = 1
    /// Its deliveries, as many as were read; empty where there is but one.
    public var deliveries: [Delivery] = []

    /// A loaded event of the given parts.
    public init(event: MailEvent, provenance: Provenance, carrier: RawText, record: RawText) {
        self.event = event
        self.provenance = provenance
        self.carrier = carrier
        self.record = record
    }
}

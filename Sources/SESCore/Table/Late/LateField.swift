/// A text of a mail that the index skips, and that a second reading finds.
public enum LateField: UInt8, CaseIterable, Hashable, Sendable {
    /// The envelope sender; empty for the null sender and where there is none.
    case source
    /// The envelope recipients that the receipt rule matched, a line feed between two.
    case recipients
    /// The address of the client, as the trusted headers tell it.
    case ip
    /// The type of the receipt action.
    case action
}

extension RowParticulars {
    /// The text of a field.
    public subscript(field: LateField) -> RawText {
        get {
            switch field {
            case .source: source
            case .recipients: recipients
            case .ip: ip
            case .action: action
            }
        }
        set {
            switch field {
            case .source: source = newValue
            case .recipients: recipients = newValue
            case .ip: ip = newValue
            case .action: action = newValue
            }
        }
    }
}

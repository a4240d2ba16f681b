/// One of the events that tell of the same mail: SES sends one for each rule and action that matched.
public struct Delivery: Hashable, Sendable {
    /// The type of the action, such as `Lambda`; nil where the event names none.
    public var action: RawText?
    /// The envelope recipients that the rule matched.
    public var recipients: [RawText] = []
    /// When the action fired, as spelled.
    public var time: RawText?
    /// The file as named by the person, in bytes.
    public var file: RawText
    /// Where the carrier begins, in bytes from the start of the file.
    public var offset: Int
    /// The line on which the carrier begins, counted from 1; nil where it is not counted.
    public var line: Int?
    /// The statuses, the policy and the marks.
    public var facts = Facts()
    /// True for the delivery that is shown whole.
    public var isShown = false
    /// Why it could not be read again; nil where it could.
    public var failure: String?

    /// A delivery of which the place alone is known.
    public init(file: RawText, offset: Int) {
        self.file = file
        self.offset = offset
    }
}

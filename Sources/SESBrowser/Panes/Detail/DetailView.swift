/// A way to look at one mail.
enum DetailView: UInt8, CaseIterable, Hashable, Sendable {
    case summary
    case headers
    case content
    case json
    case raw
}

extension DetailView {
    /// The name in the border of the pane.
    var name: String {
        switch self {
        case .summary: "Summary"
        case .headers: "Headers"
        case .content: "Content"
        case .json: "JSON"
        case .raw: "Raw"
        }
    }
}

/// A filter that is asked for by `@name`.
public struct NamedFilter: Hashable, Sendable {
    /// The name, without the `@`.
    public let name: String
    /// The query that it stands for.
    public let text: String
    /// One line for a person.
    public let meaning: String

    /// A filter with a name.
    public init(name: String, text: String, meaning: String) {
        self.name = name
        self.text = text
        self.meaning = meaning
    }
}

/// The filters that come with the program: rules that others run on their mail.
public enum Presets {
    /// All of them, in the order in which they are offered.
    public static let all: [NamedFilter] = [
        // The Lambda function in the SES Developer Guide that drops spam looks at these four alone:
        // <https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda-example-functions.html>.
        NamedFilter(
            name: "any-fail", text: "spf:fail | dkim:fail | spam:fail | virus:fail",
            meaning: "dropped by the sample rule of AWS, which ignores DMARC and GRAY"),
        NamedFilter(
            name: "strict", text: "spam:bad | virus:bad",
            meaning: "refused where only PASS is good for spam and virus"),
        NamedFilter(
            name: "dmarc-reject", text: "dmarc:fail policy:reject",
            meaning: "failed DMARC, and its domain asks to refuse such mail"),
    ]

    /// The names, without the `@`.
    public static let names = all.map(\.name)

    /// The query of a preset by its name; nil where there is none.
    public static func text(of name: String) -> String? { all.first { $0.name == name }?.text }
}

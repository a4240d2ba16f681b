/// What there is to know about an action: the one source of keymap, help, completion and hints.
struct ActionEntry: Sendable {
    let action: Action
    /// The long name, as typed after `:`.
    let name: String
    let group: ActionGroup
    let contexts: Contexts
    let keys: [KeySequence]
    /// What the action does, in one line.
    let help: String
    /// Short names for `:`, such as `q`.
    let aliases: [String]
    /// The word in the line of hints; nil where the action is not offered there.
    let hint: String?

    init(
        _ action: Action, _ name: String, _ group: ActionGroup, _ contexts: Contexts = .main,
        keys: [KeySequence], _ help: String, aliases: [String] = [], hint: String? = nil
    ) {
        self.action = action
        self.name = name
        self.group = group
        self.contexts = contexts
        self.keys = keys
        self.help = help
        self.aliases = aliases
        self.hint = hint
    }
}

/// A chapter of the help.
enum ActionGroup: UInt8, CaseIterable, Hashable, Sendable {
    case move
    case panes
    case jump
    case search
    case filter
    case order
    case triage
    case tags
    case copy
    case view
    case general
    case prompt
    case filterGrid
    case overlay
    case columns
    case afterwards
}

extension ActionGroup {
    /// The heading in the help.
    var title: String {
        switch self {
        case .move: "Move in the pane that has the keys"
        case .panes: "Panes"
        case .jump: "Jump to what matters"
        case .search: "Search"
        case .filter: "Filter"
        case .order: "Order"
        case .triage: "Decide what a mail is"
        case .tags: "Tags: many mails at once"
        case .copy: "Copy, through the terminal"
        case .view: "What the list shows"
        case .general: "General"
        case .prompt: "In a prompt"
        case .filterGrid: "In the filter grid"
        case .overlay: "In help and lists"
        case .columns: "While columns are chosen"
        case .afterwards: "After deciding"
        }
    }
}

/// The states of the program in which an action has its keys.
struct Contexts: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    /// List and detail, nothing open.
    static let main = Contexts(rawValue: 1 << 0)
    /// A prompt for a command or a search.
    static let prompt = Contexts(rawValue: 1 << 1)
    /// The text of the filter bar.
    static let filterText = Contexts(rawValue: 1 << 2)
    /// The grid of the filter bar.
    static let filterGrid = Contexts(rawValue: 1 << 3)
    /// The help, whose search text takes letters.
    static let help = Contexts(rawValue: 1 << 4)
    /// The list of broken regions and other documents.
    static let regions = Contexts(rawValue: 1 << 5)
    /// The list of values to pick from.
    static let pick = Contexts(rawValue: 1 << 6)
    /// The statistics.
    static let statistics = Contexts(rawValue: 1 << 7)
    /// The list in which columns are chosen.
    static let columns = Contexts(rawValue: 1 << 8)
    /// The report on what was decided.
    static let report = Contexts(rawValue: 1 << 12)
    /// The menu of commands for AWS.
    static let handOver = Contexts(rawValue: 1 << 13)

    /// Where letters are text.
    static let typing: Contexts = [.prompt, .filterText, .help]
    /// Every context.
    static let everywhere: Contexts = [
        .main, .prompt, .filterText, .filterGrid, .help, .regions, .pick, .statistics, .columns,
        .report, .handOver,
    ]
    /// What covers the panes.
    static let overlays: Contexts = [.help, .regions, .pick, .statistics, .report, .handOver]
    /// A list of lines that can be chosen.
    static let lists: Contexts = [
        .help, .regions, .pick, .statistics, .columns, .report, .handOver,
    ]
    /// Each context alone.
    static let each: [Contexts] = [
        .main, .prompt, .filterText, .filterGrid, .help, .regions, .pick, .statistics, .columns,
        .report, .handOver,
    ]
}

/// One key, or a prefix key and one more.
struct KeySequence: Hashable, Sendable {
    let prefix: Key?
    let key: Key

    init(prefix: Key? = nil, _ key: Key) {
        self.prefix = prefix
        self.key = key
    }
}

extension KeySequence {
    /// The name in help and hints: `j`, `zt`.
    var name: String { (prefix?.name ?? "") + key.name }
}

extension KeySequence: ExpressibleByUnicodeScalarLiteral {
    init(unicodeScalarLiteral value: Unicode.Scalar) { self.init(.character(value)) }
}

extension KeySequence {
    /// A letter held with Control.
    static func control(_ letter: Unicode.Scalar) -> KeySequence { KeySequence(.control(letter)) }
    static func function(_ number: Int) -> KeySequence { KeySequence(.function(number)) }
    static let up = KeySequence(.up)
    static let down = KeySequence(.down)
    static let left = KeySequence(.left)
    static let right = KeySequence(.right)
    static let pageUp = KeySequence(.pageUp)
    static let pageDown = KeySequence(.pageDown)
    static let home = KeySequence(.home)
    static let end = KeySequence(.end)
    static let enter = KeySequence(.enter)
    static let tab = KeySequence(.tab)
    static let backTab = KeySequence(.backTab)
    static let escape = KeySequence(.escape)
    static let backspace = KeySequence(.backspace)
    static let delete = KeySequence(.delete)
}

/// What the person asked of the terminal on the command line.
struct TerminalOptions: Hashable, Sendable {
    var color = ColorChoice.auto
    var charset = Charset.auto

    /// When colours are used; never where the terminal has none.
    enum ColorChoice: String, CaseIterable, Hashable, Sendable {
        /// Unless NO_COLOR is set to something.
        case auto
        case never
        /// Also where NO_COLOR is set.
        case always
    }

    /// Which characters the terminal is trusted with.
    enum Charset: String, CaseIterable, Hashable, Sendable {
        /// What the locale says, and UTF-8 where it says nothing of use.
        case auto
        case ascii
        case utf8
    }
}

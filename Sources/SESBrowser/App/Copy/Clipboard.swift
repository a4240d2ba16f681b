/// The way from here to the clipboard of the person.
enum Clipboard: Hashable, Sendable {
    /// The terminal takes the sequence, or it ignores it: there is no answer.
    case terminal
    /// tmux stands between, and may have been told to keep the sequence to itself.
    case tmux
    /// GNU screen stands between, which passes on what is wrapped for it.
    case screen
    /// The console of Linux, which has no clipboard and may print what it does not know.
    case none
}

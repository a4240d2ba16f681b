/// One thing that reached the program from outside.
enum Input: Hashable, Sendable {
    case key(Key)
    /// Text that was pasted, as bytes: never keys.
    case paste([UInt8])
    case resize(Size)
    /// The terminal is back after the program was stopped.
    case resumed
    /// The wake-up pipe was written to: there are messages to take.
    case wake
    /// SIGINT or SIGTERM from outside, by number.
    case terminate(signal: Int32)
    /// The terminal is gone; nothing can be shown any more.
    case hangUp
}

/// A key that was pressed.
enum Key: Hashable, Sendable {
    /// A printable scalar, space included.
    case character(Unicode.Scalar)
    /// A letter held with Control, as its small letter: `^C` is `control("c")`.
    case control(Unicode.Scalar)
    case function(Int)
    case up
    case down
    case left
    case right
    case pageUp
    case pageDown
    case home
    case end
    case enter
    case tab
    case backTab
    case escape
    case backspace
    case delete
    case insert
}

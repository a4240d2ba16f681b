import SESCore

/// Threads beside the screen, for work that blocks, such as reading files.
enum PlainThread {
    /// Starts threads on which a crash gives the terminal back, as on the main one.
    static let starter = ThreadStarter { body in
        ThreadStarter.plain.start { CursesCalls.runGuarded(body) }
    }
}

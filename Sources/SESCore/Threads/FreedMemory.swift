internal import CSystem

/// Memory that was freed and that the C library keeps for the next time.
enum FreedMemory {
    /// Gives it back to the system, which takes some milliseconds: behind work that needed much memory once.
    static func giveBack() { _ = malloc_trim(0) }
}

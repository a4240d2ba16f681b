internal import CSystem

/// Memory that was freed and that the C library would keep for the next time.
public enum FreedMemory {
    /// Has every large block go back to the system as soon as it is freed; called once, when the program
    /// starts. By itself the C library keeps them once some were freed, and what sorting a million rows took
    /// is never seen again.
    public static func leavesAtOnce() {
        // From 256 KiB on; of what lies free behind the last block of a heap 1 MiB stays.
        _ = mallopt(M_MMAP_THRESHOLD, 256 << 10)
        _ = mallopt(M_TRIM_THRESHOLD, 1 << 20)
    }

    /// Gives the small blocks back too, which takes some milliseconds: behind work that needed many of them
    /// once.
    static func giveBack() { _ = malloc_trim(0) }
}

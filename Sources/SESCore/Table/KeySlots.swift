/// Finds the rows whose mail key was met before.
///
/// A table of slots that are probed one after the other, at most three of four in use, 5 to 11 bytes
/// a row. Keys are hashes that are keyed anew in each run, so nobody can choose rows that crowd.
struct KeySlots {
    /// Rows counted from 1; 0 where the slot is free.
    private var slots: [UInt32]
    private let mask: Int

    /// Slots for so many rows.
    init(rows: Int) {
        var size = 16
        while size * 3 < rows * 4 { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
        mask = size - 1
    }

    /// Takes a row; returns the first row of the same key where there was one before.
    mutating func insert(_ row: Int, key: UInt64, keyOf: (Int) -> UInt64) -> Int? {
        var slot = Int(truncatingIfNeeded: key) & mask
        while slots[slot] != 0 {
            let other = Int(slots[slot]) - 1
            if keyOf(other) == key { return other }
            slot = (slot + 1) & mask
        }
        slots[slot] = UInt32(row + 1)
        return nil
    }
}

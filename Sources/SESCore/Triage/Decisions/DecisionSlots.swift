/// Marks by the 64-bit hash of a mail: slots that are probed one after the other, at most half of them
/// in use; 18 to 36 bytes a mail.
///
/// The hash is keyed anew in each run, so nobody can choose mails that crowd or that meet.
struct DecisionSlots: Sendable {
    /// How many mails there are.
    private(set) var count = 0
    /// Hashes; 0 where the slot is free.
    private var hashes: [UInt64]
    private var marks: [UInt8]
    /// How late the decision of each slot is; empty where that is not kept.
    private var times: [UInt64]

    /// Slots that take so many mails without growing.
    init(capacity: Int = 0, keepsTimes: Bool = false) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        hashes = [UInt64](repeating: 0, count: size)
        marks = [UInt8](repeating: 0, count: size)
        times = [UInt64](repeating: 0, count: keepsTimes ? size : 0)
    }
}

extension DecisionSlots {
    /// The mark of a mail; nil where there never was one. It cannot be taken out again.
    subscript(hash: UInt64) -> UInt8? {
        get {
            let slot = slot(of: hash)
            return hashes[slot] == 0 ? nil : marks[slot]
        }
        set { marks[takenSlot(of: hash)] = newValue ?? 0 }
    }

    /// Gives a mail a mark unless it has a later one; only while times are kept.
    mutating func set(_ mark: UInt8, at hash: UInt64, time: UInt64) {
        let slot = takenSlot(of: hash)
        guard time >= times[slot] else { return }
        marks[slot] = mark
        times[slot] = time
    }

    /// Gives back the memory for the times.
    mutating func forgetTimes() { times = [] }

    /// The slot of a hash, or the free one that it would take.
    private func slot(of hash: UInt64) -> Int {
        let hash = Self.used(hash)
        let mask = hashes.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func takenSlot(of hash: UInt64) -> Int {
        let found = slot(of: hash)
        if hashes[found] != 0 { return found }
        if (count + 1) * 2 > hashes.count { grow() }
        let slot = slot(of: hash)
        hashes[slot] = Self.used(hash)
        count += 1
        return slot
    }

    private mutating func grow() {
        var larger = DecisionSlots(capacity: hashes.count, keepsTimes: !times.isEmpty)
        for (old, hash) in hashes.enumerated() where hash != 0 {
            let new = larger.takenSlot(of: hash)
            larger.marks[new] = marks[old]
            if !times.isEmpty { larger.times[new] = times[old] }
        }
        self = larger
    }

    private static func used(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }
}

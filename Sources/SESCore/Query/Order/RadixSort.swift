/// Numbers and what each belongs to, sorted by the numbers without comparing any two.
enum RadixSort {
    /// How many bits are looked at in a pass.
    private static let bits = 11

    /// Sorts rows by their keys; rows of equal keys stay in their order.
    ///
    /// As many passes as the keys differ in 11 bits; none where they ascend. Takes 12 bytes a row while it
    /// runs.
    ///
    /// - Returns: False where it was given up.
    static func sort(
        _ rows: inout [UInt32], by keys: inout [UInt64], while isWanted: () -> Bool
    ) -> Bool {
        guard let range = range(keys), !isSorted(keys) else { return true }
        for index in keys.indices { keys[index] &-= range.lowest }
        let width = range.span.bitWidth - range.span.leadingZeroBitCount
        var (otherRows, otherKeys) = (rows, keys)
        for shift in stride(from: 0, to: width, by: bits) {
            guard isWanted() else { return false }
            pass(UInt64(shift), rows, keys, &otherRows, &otherKeys)
            swap(&rows, &otherRows)
            swap(&keys, &otherKeys)
        }
        return true
    }

    private static func range(_ keys: [UInt64]) -> (lowest: UInt64, span: UInt64)? {
        guard var lowest = keys.first else { return nil }
        var highest = lowest
        for key in keys {
            lowest = min(lowest, key)
            highest = max(highest, key)
        }
        return (lowest, highest - lowest)
    }

    private static func isSorted(_ keys: [UInt64]) -> Bool {
        var last: UInt64 = 0
        for key in keys {
            if key < last { return false }
            last = key
        }
        return true
    }

    /// Sorts by one digit.
    private static func pass(
        _ shift: UInt64, _ rows: [UInt32], _ keys: [UInt64], _ sortedRows: inout [UInt32],
        _ sortedKeys: inout [UInt64]
    ) {
        let mask = UInt64(1) << UInt64(bits) - 1
        var places = [Int](repeating: 0, count: 1 << bits)
        for key in keys { places[Int(key >> shift & mask)] += 1 }
        var place = 0
        for digit in places.indices { (places[digit], place) = (place, place + places[digit]) }
        var rowsOut = sortedRows.mutableSpan
        var keysOut = sortedKeys.mutableSpan
        for index in keys.indices {
            let key = keys[index]
            let digit = Int(key >> shift & mask)
            rowsOut[places[digit]] = rows[index]
            keysOut[places[digit]] = key
            places[digit] += 1
        }
    }
}

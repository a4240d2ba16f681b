/// Numbers and what each belongs to, sorted by the numbers without comparing any two.
enum RadixSort {
    /// How many bits are looked at in a pass.
    private static let bits = 11

    /// Sorts rows by their keys; rows of equal keys stay in their order. The keys are sorted too, and are
    /// then counted from the lowest one.
    ///
    /// As many passes as the keys differ in 11 bits; none where they ascend. Takes 8 bytes a row while it
    /// runs where a key and a row fit into one number, which halves what is moved, and 12 elsewhere.
    ///
    /// - Returns: False where it was given up.
    static func sort(
        _ rows: inout [UInt32], by keys: inout [UInt64], while isWanted: () -> Bool
    ) -> Bool {
        guard let range = range(keys), !isSorted(keys), let last = rows.max() else { return true }
        let width = UInt64.bitWidth - range.span.leadingZeroBitCount
        let rowWidth = UInt32.bitWidth - last.leadingZeroBitCount
        guard width + rowWidth <= UInt64.bitWidth else {
            for index in keys.indices { keys[index] &-= range.lowest }
            return sort(&rows, by: &keys, width, while: isWanted)
        }
        for index in keys.indices {
            keys[index] = (keys[index] &- range.lowest) << UInt64(rowWidth) | UInt64(rows[index])
        }
        guard sort(&keys, from: rowWidth, to: rowWidth + width, while: isWanted)
        else { return false }
        let mask = UInt64(1) << UInt64(rowWidth) - 1
        for index in keys.indices {
            rows[index] = UInt32(keys[index] & mask)
            keys[index] >>= UInt64(rowWidth)
        }
        return true
    }

    private static func sort(
        _ rows: inout [UInt32], by keys: inout [UInt64], _ width: Int, while isWanted: () -> Bool
    ) -> Bool {
        var (otherRows, otherKeys) = (rows, keys)
        for shift in stride(from: 0, to: width, by: bits) {
            guard isWanted() else { return false }
            pass(UInt64(shift), rows, keys, &otherRows, &otherKeys)
            swap(&rows, &otherRows)
            swap(&keys, &otherKeys)
        }
        return true
    }

    /// Sorts numbers by some of their bits.
    private static func sort(
        _ numbers: inout [UInt64], from low: Int, to high: Int, while isWanted: () -> Bool
    ) -> Bool {
        var others = numbers
        for shift in stride(from: low, to: high, by: bits) {
            guard isWanted() else { return false }
            pass(UInt64(shift), numbers, &others)
            swap(&numbers, &others)
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
        var places = places(of: keys, shift)
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

    private static func pass(_ shift: UInt64, _ numbers: [UInt64], _ sorted: inout [UInt64]) {
        var places = places(of: numbers, shift)
        var out = sorted.mutableSpan
        for number in numbers {
            let digit = Int(number >> shift & mask)
            out[places[digit]] = number
            places[digit] += 1
        }
    }

    private static let mask = UInt64(1) << UInt64(bits) - 1

    /// Where the first of the keys with each digit goes.
    private static func places(of keys: [UInt64], _ shift: UInt64) -> [Int] {
        var places = [Int](repeating: 0, count: 1 << bits)
        for key in keys { places[Int(key >> shift & mask)] += 1 }
        var place = 0
        for digit in places.indices { (places[digit], place) = (place, place + places[digit]) }
        return places
    }
}

// What comes next nearly always, since SES writes the same keys in the same order, is compared with at once. Where
// something else comes nothing is done, and whoever asks reads on key by key.
extension OrdinaryScan {
    /// Steps over a word if it stands at the position, without white space before it.
    @inline(__always)
    mutating func follows(_ word: StaticString) -> Bool {
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count, bytes.stands(word, in: position..<end) else { return false }
        position = end
        return true
    }

    /// Steps over the key of a first member with its colon, and a space that may stand behind it.
    @inline(__always)
    mutating func begins(_ key: StaticString) -> Bool {
        guard follows(key) else { return false }
        if position < bytes.count, bytes[position] == 0x20 { position += 1 }
        return true
    }

    /// Steps over a comma and the key of the next member with its colon, and spaces that may stand behind both.
    /// The comma is part of what is passed.
    @inline(__always)
    mutating func goesOn(_ key: StaticString) -> Bool { follows(key) || goesOnBehindSpace(key) }

    private mutating func goesOnBehindSpace(_ key: StaticString) -> Bool {
        let end = position + 1 + key.utf8CodeUnitCount
        guard end < bytes.count, bytes[position] == UInt8(ascii: ","), bytes[position + 1] == 0x20,
            bytes.stands(key, in: position + 2..<end, dropping: 1)
        else { return false }
        position = bytes[end] == 0x20 ? end + 1 : end
        return true
    }
}

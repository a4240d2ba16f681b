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

    /// Steps over a comma, a space that may stand behind it, and the key of the next member with its colon.
    @inline(__always)
    mutating func goesOn(_ key: StaticString) -> Bool {
        guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: ",") else { return false }
        let start = position
        position += bytes[position + 1] == 0x20 ? 2 : 1
        if follows(key) { return true }
        position = start
        return false
    }
}

/// Finds the word that somebody is likely to have meant.
enum Nearest {
    /// Longer words are not compared, so that the cost has a bound.
    private static let longest = 32

    /// The nearest of some words, in small letters: one slip away, two where the word has more than four
    /// letters. A slip is a letter too many, too few, wrong, or swapped with its neighbour.
    static func word(
        to typed: [UInt8], among words: some Sequence<String>
    ) -> String? {
        guard 2...longest ~= typed.count else { return nil }
        let allowed = typed.count > 4 ? 2 : 1
        var best: (word: String, slips: Int)?
        for word in words where abs(word.utf8.count - typed.count) <= allowed {
            let slips = slips(typed, Array(word.utf8))
            if slips <= allowed, slips < best?.slips ?? .max { best = (word, slips) }
        }
        return best?.word
    }

    /// How many slips lie between two words (the optimal string alignment distance).
    static func slips(_ first: [UInt8], _ second: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for row in first.indices {
            var current = [row + 1]
            for column in second.indices {
                let isSame = first[row] == second[column]
                var cost = min(
                    last[column + 1] + 1, current[column] + 1, last[column] + (isSame ? 0 : 1))
                if row > 0, column > 0, first[row] == second[column - 1],
                    first[row - 1] == second[column]
                {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[second.count]
    }
}

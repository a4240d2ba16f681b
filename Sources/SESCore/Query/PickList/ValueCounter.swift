/// Counts texts, letter case aside.
struct ValueCounter {
    /// How many different texts, and how many spellings of them, are counted.
    private let mostTexts: Int
    /// The texts as they came.
    private var spellings = ByteTable()
    /// For each spelling the number of its folded form.
    private var forms: [Int] = []
    private var folded = ByteTable()
    /// For each folded form the number of its first spelling, and how often it came.
    private var firstSpellings: [Int] = []
    private var counts: [Int] = []
    /// How often a text came for which there was no room.
    private(set) var leftOut = 0

    init(mostTexts: Int) { self.mostTexts = mostTexts }
}

extension ValueCounter {
    /// How many different texts are counted.
    var distinctCount: Int { counts.count }

    /// Counts a text so many times; an empty text is none.
    mutating func add(_ text: Span<UInt8>, times: Int = 1) {
        guard !text.isEmpty else { return }
        guard let spelling = spellings.number(of: text, atMost: mostTexts) else {
            leftOut += times
            return
        }
        if spelling == forms.count { addSpelling(text, spelling) }
        counts[forms[spelling]] += times
    }

    /// The texts that came most often, as they came first; of equally frequent ones those that came first.
    func top(_ most: Int) -> [PickList.Entry] {
        let order = counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
        return order.prefix(most).map { form in
            PickList.Entry(text: RawText(spellings[firstSpellings[form]]), count: counts[form])
        }
    }

    private mutating func addSpelling(_ text: Span<UInt8>, _ spelling: Int) {
        var form: [UInt8] = []
        SearchFold.append(text, to: &form)
        // There are no more forms than spellings, so there is room.
        let number = folded.number(of: form.span, atMost: .max) ?? 0
        forms.append(number)
        guard number == counts.count else { return }
        firstSpellings.append(spelling)
        counts.append(0)
    }
}

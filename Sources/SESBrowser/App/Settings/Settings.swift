import SESCore

/// What is kept from one run to the next, as text: a line each, a word and its value.
struct Settings: Hashable, Sendable {
    var columns = ColumnChoice.standard
    /// Where the cursor goes behind a decision.
    var advance = TriageState.Advance.next
    /// What could not be made sense of, for the person.
    var notices: [String] = []

    /// A setting by its word.
    enum Key: String, CaseIterable, Hashable, Sendable {
        case columns
        case advance
    }

    /// A setting as it is written.
    struct Entry: Hashable, Sendable {
        let key: Key
        let value: String
    }

    /// Nothing was kept.
    init() {}

    /// The settings of a text; of two lines for one setting the last one holds.
    ///
    /// A line that is not understood changes nothing and is told.
    init(_ text: SettingsText) {
        for line in text.lines {
            guard let (word, value) = line.parts else { continue }
            guard let key = Key(rawValue: word) else {
                notices.append("settings, line \(line.number): no setting \(word)")
                continue
            }
            switch key {
            case .columns: readColumns(value, line.number)
            case .advance: readAdvance(value, line.number)
            }
        }
        if notices.count > Self.mostNotices {
            let more = notices.count - Self.mostNotices
            notices = notices.prefix(Self.mostNotices) + ["settings: \(more) more such lines"]
        }
    }

    private mutating func readColumns(_ value: String, _ number: Int) {
        do throws(UnknownColumn) {
            columns = try ColumnChoice(parsing: value)
        } catch {
            notices.append("settings, line \(number): \(error.message)")
        }
    }

    private mutating func readAdvance(_ value: String, _ number: Int) {
        guard let known = TriageState.Advance(rawValue: value) else {
            notices.append("settings, line \(number): advance is next, undecided or stay")
            return
        }
        advance = known
    }

    private static let mostNotices = 3
}

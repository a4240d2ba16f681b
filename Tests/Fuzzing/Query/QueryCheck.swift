import FuzzSupport
@testable import SESCore

/// What the query language promises of any text.
enum QueryCheck {
    /// Reads bytes as the text of a query and of a saved filter, and asks for bytes as words.
    static func check(_ input: [UInt8]) {
        let text = String(decoding: input, as: UTF8.self)
        checkReading(text)
        checkCompletion(text)
        checkWords(RawText(input))
    }

    private static func checkReading(_ text: String) {
        do throws(QueryError) {
            let query = try Query(parsing: text) { $0 == "self" ? text : Presets.text(of: $0) }
            checkPrinting(query, of: text)
        } catch {
            promise(0...text.utf8.count ~= error.offset, "an error lies in the text")
            promise(error.description.utf8.count < 1024, "an error is one short sentence")
        }
    }

    private static func checkPrinting(_ query: Query, of text: String) {
        // Saved filters grow when they are printed in full.
        guard query.text.utf8.count <= ParsedQuery.longest else { return }
        let again = try? Query(parsing: query.text)
        promise(again == query, "\(text.debugDescription) is printed as \(query.text)")
        let whole = Query(grid: query.verdictFilter, rest: query.rest)
        promise(whole.rest == query.rest, "the rest of \(query.text) is no more than that")
        promise(whole.verdictFilter == query.verdictFilter, "the grid of \(query.text) stays")
    }

    private static func checkCompletion(_ text: String) {
        let completion = QueryCompletion(text)
        promise(completion.range.upperBound == text.utf8.count, "the cursor stays where it is")
        let seen = [SeenValue("a@b.example", count: 2), SeenValue("\"q \\ \"@c.example", count: 1)]
        for candidate in completion.candidates(seen: seen) {
            let put = completion.put(candidate.text, into: text)
            promise(put.cursor == put.text.utf8.count, "the cursor stands behind what was put in")
        }
    }

    private static func checkWords(_ words: RawText) {
        guard !words.isEmpty else { return }
        for field in [TextField.any, .from, .subject] {
            let query = Query.term(.text(field, [.words(words)]))
            guard query.text.utf8.count <= ParsedQuery.longest else { return }
            promise(
                (try? Query(parsing: query.text)) == query, "words are written as \(query.text)")
        }
    }
}

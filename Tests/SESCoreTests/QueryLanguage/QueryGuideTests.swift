import SESCore
import Testing

@Suite struct QueryGuideTests {
    @Test func `eleven questions are answered by queries that parse`() throws {
        #expect(QueryGuide.questions.count == 11)
        for question in QueryGuide.questions {
            #expect(try Query(parsing: question.query) != .all)
        }
    }

    @Test func `the guide is one page of 80 columns`() {
        #expect(QueryGuide.description.count + QueryGuide.questions.count <= 42)
        for line in QueryGuide.description {
            #expect(line.unicodeScalars.count <= 80, "\(line)")
            #expect(line.unicodeScalars.allSatisfy { 0x20..<0x7F ~= $0.value })
        }
    }

    @Test func `the guide names every field, property and preset`() {
        let page = Set(
            QueryGuide.description.flatMap { $0.split { !$0.isLetter && $0 != "-" && $0 != "_" } }
                .map(String.init))
        for field in QueryField.all { #expect(page.contains(field.word)) }
        for property in MailProperty.allCases { #expect(page.contains(property.word)) }
        for preset in Presets.all { #expect(page.contains(preset.name)) }
    }

    @Test(arguments: Presets.all)
    func `each preset parses and prints as it is written`(preset: NamedFilter) throws {
        #expect(try Query(parsing: "@" + preset.name).text == preset.text)
    }
}

import Foundation
import Testing

@testable import SESCore

@Suite struct RegexTests {
    private func judge(_ pattern: RawText, _ text: [UInt8]) throws -> Judgement {
        var matcher = RegexMatcher()
        return try RegexCode(pattern).judge(text.span, with: &matcher)
    }

    @Test func `letter case never matters, in any script`() throws {
        #expect(try judge("ÉCLAIR|юг", Array("ein éclair".utf8)) == .yes)
        #expect(try judge("ÉCLAIR|юг", Array("на ЮГ".utf8)) == .yes)
        #expect(try judge("^\\w+$", Array("Größe".utf8)) == .yes)
        #expect(try judge("^\\w+$", Array("zwei Worte".utf8)) == .no)
    }

    @Test func `bytes that are no text match nothing and hide nothing`() throws {
        #expect(try judge("b.c", [0x62, 0xFF, 0x63]) == .no)
        #expect(try judge("inv", [0xFF, 0xC3] + Array("INV".utf8) + [0xED, 0xA0, 0x80]) == .yes)
        #expect(try judge("^a$", [0x61, 0xFF]) == .no)
    }

    @Test func `an expression without letters matches an empty text`() throws {
        #expect(try judge("", []) == .yes)
        #expect(try judge("^$", []) == .yes)
        #expect(try judge(".", []) == .no)
    }

    @Test func `an expression that goes wild is given up`() throws {
        let text = [UInt8](repeating: 0x61, count: 40) + [0x21]
        #expect(try judge("^(a+)+$", text) == .unknown)
        #expect(try judge("^(a+)+!$", text) == .yes)
        #expect(try judge("(a|aa)+$", text) == .unknown)
        let long = [UInt8](repeating: 0x61, count: RegexMatcher.longestText + 1)
        #expect(try judge("a", long) == .unknown)
        #expect(try judge("a", Array(long.dropLast())) == .yes)
    }

    @Test(arguments: [
        ("(abc", 4, "missing closing parenthesis"), ("a\\C", 3, "\\C is disabled"),
        ("*a", 0, "does not follow"), ("[z-a]", 3, "range out of order"),
        ("(((a{1,500}){1,500}){1,500})", 28, "too large"), ("\\", 1, "\\ at end of pattern"),
    ])
    func `what is wrong with an expression is told, and where`(
        pattern: String, offset: Int, message: String
    ) {
        let error = #expect(throws: RegexError.self) {
            try CompiledQuery(
                .not(.term(.text(.from, [.words("x"), .regex(RawText(pattern))]))), now: .missing)
        }
        #expect(error?.pattern == RawText(pattern))
        #expect(error?.offset == offset)
        #expect(error.map { $0.message.contains(message) } == true, "\(error?.message ?? "")")
    }

    /// A table of mails with these subjects, the first of which is judged spam.
    private func table(_ subjects: [String]) throws -> EventTable {
        var lines = ""
        for (index, subject) in subjects.enumerated() {
            let verdict = index == 0 ? "FAIL" : "PASS"
            lines +=
                #"{"mail":{"messageId":"\#(index)","timestamp":"2026-11-20T10:00:00Z","#
                + #""commonHeaders":{"from":["b@c.example"],"subject":"\#(subject)"}},"#
                + #""receipt":{"spamVerdict":{"status":"\#(verdict)"}}}"# + "\n"
        }
        let url = FileManager.default.temporaryDirectory.appending(
            path: "ses-browser-\(UUID().uuidString)")
        try Data(lines.utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return LogLoader(paths: [RawText(url.path(percentEncoded: false))]).load()
    }

    @Test func `rows that hit a limit are counted and leave the others as they are`() throws {
        let wild = String(repeating: "a", count: 60) + "!"
        let table = try table([wild, "aaaa", wild, "plain", wild])
        let regex = Query.term(.text(.subject, [.regex("^(a+)+$")]))
        func result(_ query: Query) throws -> MatchResult? {
            try CompiledQuery(query, now: .missing).rows(of: table, range: 0..<table.count)
        }
        let found = try #require(try result(regex))
        #expect((0..<5).filter { found.rows[$0] } == [1])
        #expect(found.notJudged == 3)
        #expect(found.isComplete)
        let negated = try #require(try result(.not(regex)))
        #expect((0..<5).filter { negated.rows[$0] } == [3])
        #expect(negated.notJudged == 3)
        let spam = Query.term(.verdict(.spam, StatusSet(.fail)))
        let either = try #require(try result(.or([regex, spam])))
        #expect((0..<5).filter { either.rows[$0] } == [0, 1])
        #expect(either.notJudged == 2)
        let both = try #require(try result(.and([regex, spam])))
        #expect(both.rows.isEmpty)
        #expect(both.notJudged == 1)
    }

    @Test func `a slow expression asks whether it is wanted after every row that it gave up`()
        throws
    {
        let wild = String(repeating: "a", count: 60) + "!"
        let table = try table([String](repeating: wild, count: 20))
        let query = Query.term(.text(.subject, [.regex("^(a+)+$")]))
        var asked = 0
        let result = try CompiledQuery(query, now: .missing).rows(
            of: table, range: 0..<20,
            while: {
                asked += 1
                return asked < 5
            })
        #expect(result == nil)
        #expect(asked == 5)
    }

    @Test func `an expression is shared by threads`() async throws {
        let code = try RegexCode("b+c")
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    var matcher = RegexMatcher()
                    let (one, other) = (Array("abbbc".utf8), Array("abb".utf8))
                    return (0..<2000).allSatisfy { _ in
                        code.judge(one.span, with: &matcher) == .yes
                            && code.judge(other.span, with: &matcher) == .no
                    }
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }
}

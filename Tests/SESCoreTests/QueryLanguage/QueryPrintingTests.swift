import SESCore
import Testing

@Suite struct QueryPrintingTests {
    @Test(arguments: 0..<8)
    func `a printed tree parses to the same tree`(run: UInt64) throws {
        for seed in run * 1000..<run * 1000 + 1000 {
            var made = RandomQuery(seed: seed)
            let query = made.query()
            let text = query.text
            #expect(try Query(parsing: text) == query, "seed \(seed): \(text.debugDescription)")
        }
    }

    @Test(arguments: 0..<4)
    func `every beginning of a query is a query or half of one`(run: UInt64) {
        for seed in run * 100..<run * 100 + 100 {
            var made = RandomQuery(seed: seed)
            let scalars = made.query(depth: 3).text.unicodeScalars
            for length in 0..<scalars.count {
                let text = String(String.UnicodeScalarView(scalars.prefix(length)))
                do throws(QueryError) {
                    _ = try Query(parsing: text)
                } catch {
                    #expect(error.isIncomplete, "\(error) in \(text.debugDescription)")
                    #expect(error.offset <= text.utf8.count)
                }
            }
        }
    }

    @Test(
        arguments: [
            ("  SPAM:Fail,GREY   -Dkim:PASS ", "spam:fail,gray -dkim:pass"),
            ("spam:pass,gray,fail", "spam:fail,gray,pass"),
            ("spf:processing_failed,DISABLED", "spf:error,off"),
            ("spam:fail,gray,error,off,missing,other", "spam:bad"),
            ("((a b) | (c)) (d)", "(a b | c) d"),
            ("a AND b OR c", "a b | c"),
            ("a || b", "a | b"),
            ("--a !!b not not c", "a b c"),
            ("not(a b)", "-(a b)"),
            ("-(-(a b))", "a b"),
            ("! spam:fail", "-spam:fail"),
            ("\"plain\" \"two words\" \"or\" \"-x\"", "plain \"two words\" \"or\" \"-x\""),
            ("\"\\x1b\\x41\"", "\"\\x1bA\""),
            ("from:\"a\",/b\\/c/,@d.example", "from:a,/b\\/c/,@d.example"),
            ("sender:a rcpt:b newer_than:02H", "source:a recipient:b newer:2h"),
            ("Header.Reply-To:a", "header.reply-to:a"),
            ("domain:@a.example", "domain:a.example"),
            ("subject:@a", "subject:\"@a\""),
            ("text:a text:@b.example text:a,b", "a text:@b.example text:a,b"),
            ("policy:reject,absent,none", "policy:missing,none,reject"),
            ("is:hostile,MALFORMED", "is:malformed,hostile"),
            ("is:Noted,spam,hostile,untriaged", "is:hostile,untriaged,spam,noted"),
            ("date:2026-11-20..2026-11-20", "date:2026-11-20"),
            ("time:9:00.. time:..8:05", "time:09:00..23:59 time:00:00..08:05"),
            ("took:>5S took:1s..1000ms", "took:>5s took:1s..1000ms"),
            ("ip:2001:db8::1", "ip:2001:db8::1"),
            ("a\tb\nc", "a b c"),
        ])
    func `every spelling has one normal form`(typed: String, printed: String) throws {
        #expect(try Query(parsing: typed).text == printed)
        #expect(try Query(parsing: printed).text == printed)
    }

    @Test func `text that is no UTF-8 can be asked for`() throws {
        let hostile = RawText([0x61, 0xFF, 0x22, 0x1B])
        let query = Query.term(.text(.subject, [.words(hostile)]))
        #expect(query.text == "subject:\"a\\xff\\\"\\x1b\"")
        #expect(try Query(parsing: query.text) == query)
    }
}

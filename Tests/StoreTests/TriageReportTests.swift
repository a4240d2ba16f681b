import Foundation
import SESCore
import Testing

struct TriageReportTests {
    private func facts(_ spam: VerdictStatus, dmarc: VerdictStatus = .pass) -> Facts {
        var facts = Facts()
        facts[.spam] = spam
        facts[.dmarc] = dmarc
        return facts
    }

    private func report() -> TriageReport {
        var report = TriageReport(presets: ["strict"])
        let mails: [(VerdictStatus, Decision?, RawText?)] = [
            (.fail, .spam, "a.example"), (.fail, .ham, "A.example"), (.pass, .spam, "b.example"),
            (.pass, .ham, nil), (.gray, .maybe, "b.example"), (.pass, nil, "b.example"),
            (.fail, .clear, "c.example"), (.pass, .ham, "b.example"),
        ]
        for (status, decision, domain) in mails {
            report.add(facts(status), decision: decision, domain: domain) { _ in status == .fail }
        }
        return report
    }

    @Test func `mails are counted by verdict and decision`() {
        let report = report()
        #expect(report.mails == 8)
        #expect(report.decided == 6)
        #expect(report[.spam][.fail, .spam] == 1)
        #expect(report[.spam][.fail, .ham] == 1)
        #expect(report[.spam][.gray, .maybe] == 1)
        #expect(report[.spam].falsePositives.words == "1 of 3 (33.3 %)")
        #expect(report[.spam].falseNegatives.words == "1 of 2 (50.0 %)")
        #expect(report[.dmarc].falseNegatives.count == 2)
        #expect(report[.virus].falsePositives.count == 0)
    }

    @Test func `domains with wrong verdicts come first, letter case aside`() {
        let domains = report().domains
        #expect(domains.map(\.domain) == ["b.example", "a.example", ""])
        #expect(domains.map(\.wrong) == [1, 1, 0])
        #expect(domains.map(\.total) == [3, 2, 1])
    }

    @Test func `a preset is judged by spam and ham alone`() throws {
        let preset = try #require(report().presets.first)
        #expect(preset.foundSpam == 1)
        #expect(preset.missedSpam == 1)
        #expect(preset.foundHam == 1)
        #expect(preset.passedHam == 2)
        #expect(preset.agreement.words == "3 of 5 (60.0 %)")
    }

    @Test func `more domains than the budget are counted together`() {
        var report = TriageReport()
        for number in 0..<TriageReport.mostDomains + 5 {
            report.add(facts(.pass), decision: .ham, domain: RawText("d\(number)")) { _ in false }
        }
        #expect(report.domains.count == TriageReport.mostDomains)
        #expect(report.mailsOfOtherDomains == 5)
    }

    @Test func `text, JSON and table say the same`() throws {
        let report = report()
        let text = report.lines().map(\.description)
        #expect(text[0] == "6 of 8 mails decided: 2 spam, 3 ham, 1 maybe")
        #expect(text.contains("strict: 3 of 5 (60.0 %), 1 of 2 (50.0 %), 1 of 3 (33.3 %)"))
        #expect(text.contains("FAIL                         1         1         0"))
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(report.json)) as? [String: Any])
        #expect(json["decided"] as? Int == 6)
        let checks = json["checks"] as? [String: [String: Any]]
        #expect(checks?["spam"]?["falsePositives"] as? Int == 1)
        #expect((json["domains"] as? [Any])?.count == 3)
        let csv = String(decoding: report.csv, as: UTF8.self)
        #expect(csv.contains(#""check","spam","FAIL","1","1","0","1","0""#))
        #expect(csv.contains(#""preset","strict","found","1","1","0","1","0""#))
        #expect(csv.contains(#""domain","b.example","","1","1","1","0","1""#))
    }

    @Test func `nothing decided is a report too`() {
        let report = TriageReport()
        #expect(report[.spam].falsePositives.words == "0 of 0")
        #expect(report.lines().first == "0 of 0 mails decided: 0 spam, 0 ham, 0 maybe")
    }
}

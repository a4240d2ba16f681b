import SESCore
import Testing

@Suite struct VerdictExplanationTests {
    @Test(arguments: Check.allCases, VerdictStatus.allCases)
    func `every check has a short sentence for every status`(
        check: Check, status: VerdictStatus
    ) {
        for policy in DMARCPolicy.allCases where policy != .other {
            let sentence = explanation(check, status, policy: policy).sentence
            #expect(!sentence.isEmpty)
            #expect(sentence.count <= 60, "\(sentence)")
        }
    }

    @Test(arguments: Check.allCases)
    func `no two statuses of a check have one sentence`(check: Check) {
        let sentences = VerdictStatus.allCases.map { explanation(check, $0).sentence }
        #expect(Set(sentences).count == sentences.count)
    }

    @Test func `scanning that is off is told as configuration`() {
        for check in [Check.spam, .virus] {
            #expect(
                explanation(check, .disabled).sentence
                    == "not scanned: the receipt rule has scanning off")
        }
    }

    @Test(
        arguments: zip(
            [DMARCPolicy.absent, .none, .quarantine, .reject],
            [
                "From domain not proven; the event names no policy",
                "From domain not proven; policy none: no action asked",
                "From domain not proven; policy quarantine: treat as suspect",
                "From domain not proven; policy reject: refuse it",
            ] as [RawText]))
    func `a DMARC failure names the policy`(policy: DMARCPolicy, sentence: RawText) {
        #expect(explanation(.dmarc, .fail, policy: policy).sentence == sentence)
    }

    @Test func `an unknown policy is shown as spelled`() {
        var receipt = Receipt()
        receipt.verdicts[.dmarc] = Verdict(token: "FAIL")
        receipt.dmarcPolicy = .other
        receipt.dmarcPolicySpelled = "shred"
        #expect(
            VerdictExplanation(.dmarc, in: receipt).sentence
                == "From domain not proven; policy spelled shred")
    }

    @Test func `a policy beside any other status is named too`() {
        #expect(
            explanation(.dmarc, .pass, policy: .reject).sentence
                == "From domain proven by SPF or DKIM; policy reject")
        #expect(
            explanation(.dmarc, .missing, policy: .none).sentence
                == "the event has no DMARC verdict; policy none")
    }

    @Test func `an unknown status is shown as spelled`() {
        var receipt = Receipt()
        receipt.verdicts[.spam] = Verdict(token: "Maybe ")
        receipt.verdicts[.virus] = Verdict(token: "")
        receipt.verdicts[.spf] = Verdict(token: "fail")
        #expect(VerdictExplanation(.spam, in: receipt).statusWord == "Maybe ")
        #expect(VerdictExplanation(.virus, in: receipt).statusWord == "\"\"")
        #expect(VerdictExplanation(.spf, in: receipt).statusWord == "fail")
        #expect(VerdictExplanation(.dkim, in: receipt).statusWord == "missing")
    }

    @Test func `without a receipt nothing is known`() {
        let all = VerdictExplanation.all(in: MailEvent())
        #expect(all.map(\.check) == Check.allCases)
        #expect(all.allSatisfy { $0.sentence == "not known: the event has no receipt" })
    }

    private func explanation(
        _ check: Check, _ status: VerdictStatus, policy: DMARCPolicy = .absent
    ) -> VerdictExplanation {
        var receipt = Receipt()
        receipt.verdicts[check] = Verdict(status: status, spelled: nil)
        receipt.dmarcPolicy = policy
        return VerdictExplanation(check, in: receipt)
    }
}

/// What a verdict means for its check, in one sentence of our own.
///
/// The meanings are those of
/// <https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html>, widened
/// where real events show more: SPF GRAY stands for `softfail` too, DKIM GRAY for a signature of
/// another domain. SES tells no reason, score or virus name, so neither do the sentences.
public struct VerdictExplanation: Hashable, Sendable {
    /// The check.
    public let check: Check
    /// What SES says.
    public let verdict: Verdict
    /// What that means, at most 60 letters where the event holds no unknown words.
    public let sentence: RawText
}

extension VerdictExplanation {
    /// The explanation of a check's verdict in a receipt, or in an event without one.
    public init(_ check: Check, in receipt: Receipt?) {
        let verdict = receipt?.verdicts[check] ?? .missing
        self.init(
            check: check, verdict: verdict,
            sentence: receipt.map { Self.sentence(check, verdict.status, $0) }
                ?? "not known: the event has no receipt")
    }

    /// The five explanations of an event, in the order of the verdict strip.
    public static func all(in event: MailEvent) -> [VerdictExplanation] {
        Check.allCases.map { VerdictExplanation($0, in: event.receipt) }
    }

    /// The status as the event spells it, `missing` where there is none.
    public var statusWord: RawText {
        guard let spelled = verdict.spelled else { return RawText(verdict.status.name) }
        return spelled.isEmpty ? "\"\"" : spelled
    }

    private static func sentence(
        _ check: Check, _ status: VerdictStatus, _ receipt: Receipt
    ) -> RawText {
        switch check {
        case .spam: Meanings.spam[status]
        case .virus: Meanings.virus[status]
        case .spf: Meanings.spf[status]
        case .dkim: Meanings.dkim[status]
        case .dmarc: DMARCSentence(status: status, receipt: receipt).text
        }
    }
}

/// The sentences for a check other than DMARC.
private struct Meanings {
    let pass: RawText
    let fail: RawText
    let gray: RawText
    let processingFailed: RawText
    let disabled: RawText
    let missing: RawText

    subscript(status: VerdictStatus) -> RawText {
        switch status {
        case .missing: missing
        case .pass: pass
        case .fail: fail
        case .gray: gray
        case .processingFailed: processingFailed
        case .disabled: disabled
        case .other: "AWS documents no such status: take it as no answer"
        }
    }

    static let spam = Meanings(
        pass: "spam is unlikely",
        fail: "spam is likely",
        gray: "scanned, but SES is not sure whether this is spam",
        processingFailed: "the content could not be scanned; is it valid MIME?",
        disabled: "not scanned: the receipt rule has scanning off",
        missing: "the event has no spam verdict")
    static let virus = Meanings(
        pass: "no virus was found",
        fail: "a virus was found",
        gray: "scanned, but SES is not sure whether there is a virus",
        processingFailed: "the content could not be scanned; is it valid MIME?",
        disabled: "not scanned: the receipt rule has scanning off",
        missing: "the event has no virus verdict")
    static let spf = Meanings(
        pass: "the envelope sender's domain lets this host send",
        fail: "the envelope sender's domain does not let this host send",
        gray: "no clear answer: no SPF record, neutral or softfail",
        processingFailed: "DNS trouble, or the SPF record is broken",
        disabled: "not checked: switched off by configuration",
        missing: "the event has no SPF verdict")
    static let dkim = Meanings(
        pass: "the DKIM signature is valid",
        fail: "the DKIM signature does not fit the mail",
        gray: "not signed, or signed by another domain only",
        processingFailed: "DNS trouble, or a malformed DKIM signature",
        disabled: "not checked: switched off by configuration",
        missing: "the event has no DKIM verdict")
}

/// The sentence for DMARC, which names the policy that the domain in From publishes.
private struct DMARCSentence {
    let status: VerdictStatus
    let receipt: Receipt

    var text: RawText {
        switch status {
        case .pass: "From domain proven by SPF or DKIM" + policy
        case .fail: "From domain not proven" + (request ?? "; the event names no policy")
        case .gray where receipt.dmarcPolicy == .absent:
            "not proven, but the From domain publishes no policy"
        case .gray: "not proven, and SES is not sure" + policy
        case .processingFailed: "SES could not finish the check" + policy
        case .disabled: "switched off by configuration" + policy
        case .missing: "the event has no DMARC verdict" + policy
        case .other: "AWS documents no such status" + policy
        }
    }

    /// The policy where the event has one, as `; policy reject`.
    private var policy: RawText {
        switch receipt.dmarcPolicy {
        case .absent: ""
        case .none: "; policy none"
        case .quarantine: "; policy quarantine"
        case .reject: "; policy reject"
        case .other: "; policy spelled " + (receipt.dmarcPolicySpelled ?? "oddly")
        }
    }

    /// The policy and what it asks of whoever gets mail that fails.
    private var request: RawText? {
        switch receipt.dmarcPolicy {
        case .absent: nil
        case .none: policy + ": no action asked"
        case .quarantine: policy + ": treat as suspect"
        case .reject: policy + ": refuse it"
        case .other: policy
        }
    }
}

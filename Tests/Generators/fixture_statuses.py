"""Verdicts and policies as events spell them, each line one spelling."""

from letter import CHECKS
from quirk import quirk


def statuses():
    values = [
        ("lower", {"status": "fail"}, "fail"),
        ("mixed", {"status": "Pass"}, "Pass"),
        ("gray", {"status": "GRAY"}, "GRAY"),
        ("failed", {"status": "PROCESSING_FAILED"}, "PROCESSING_FAILED"),
        ("disabled", {"status": "DISABLED"}, "DISABLED"),
        ("unknown", {"status": "UNKNOWN"}, "UNKNOWN"),
        ("space-after", {"status": "pass "}, "pass "),
        ("space-before", {"status": " PASS"}, " PASS"),
        ("line-feed", {"status": "PASS\n"}, "PASS\n"),
        ("cyrillic", {"status": "P\u0410SS"}, "P\u0410SS"),
        ("kelvin", {"status": "\u212a"}, "\u212a"),
        ("empty", {"status": ""}, ""),
        ("bare", "FAIL", "FAIL"),
        ("bare-lower", "gray", "gray"),
        ("null", None, None),
        ("object-empty", {}, None),
        ("status-null", {"status": None}, None),
        ("key-capital", {"Status": "FAIL"}, None),
        ("number", 7, "7"),
        ("true", True, "true"),
        ("array", ["FAIL"], '["FAIL"]'),
        ("status-number", {"status": 7}, "7"),
        ("status-array", {"status": ["FAIL"]}, '["FAIL"]'),
        ("status-object", {"status": {"status": "FAIL"}}, '{"status":"FAIL"}'),
        (
            "more-members",
            {"score": 4.2, "status": "FAIL", "rules": ["A", {"status": "PASS"}]},
            "FAIL",
        ),
    ]
    for name, value, spelled in values:
        yield quirk(f"status-{name}", "receipt.spamVerdict", value, verdicts={"spam": spelled})
    for check in CHECKS:
        yield quirk(f"missing-{check}", f"receipt.{check}Verdict", verdicts={check: None})
        yield quirk(
            f"disabled-{check}",
            f"receipt.{check}Verdict",
            {"status": "DISABLED"},
            verdicts={check: "DISABLED"},
        )
        yield quirk(
            f"lower-{check}",
            f"receipt.{check}Verdict",
            {"status": "fail"},
            verdicts={check: "fail"},
        )


def policies():
    fail = {"dmarc": "FAIL"}
    failed = ((b'"dmarcVerdict":{"status":"PASS"}', b'"dmarcVerdict":{"status":"FAIL"}'),)
    for name, value, spelled in [
        ("none", "none", "none"),
        ("quarantine", "quarantine", "quarantine"),
        ("reject", "reject", "reject"),
        ("capital", "REJECT", "REJECT"),
        ("mixed", "Quarantine", "Quarantine"),
        ("unknown", "strict", "strict"),
        ("object", {"status": "REJECT"}, "REJECT"),
        ("object-lower", {"status": "none"}, "none"),
        ("null", None, None),
    ]:
        yield quirk(
            f"policy-{name}",
            "receipt.dmarcPolicy",
            value,
            failed,
            verdicts=fail,
            dmarcPolicy=spelled,
        )
    yield quirk("policy-beside-pass", "receipt.dmarcPolicy", "none", dmarcPolicy="none")
    yield quirk("policy-missing", edits=failed, verdicts=fail, dmarcPolicy=None)
    yield quirk("policy-number", "receipt.dmarcPolicy", 3, failed, verdicts=fail)
    yield quirk("policy-object-empty", "receipt.dmarcPolicy", {}, failed, verdicts=fail)

"""Small events for fixtures, and what a reader is expected to say of them."""

from letter import CHECKS, REGION, ACCOUNT

PASSED = {check: "PASS" for check in CHECKS}
FAILED = {"spam": "FAIL", "virus": "PASS", "spf": "FAIL", "dkim": "GRAY", "dmarc": "FAIL"}
OLD = {
    "spam": "DISABLED",
    "virus": "DISABLED",
    "spf": "PROCESSING_FAILED",
    "dkim": "PASS",
    "dmarc": None,
}
TRICKY = 'Re: {"Records":[{"ses" }]} \\ "quoted", it\'s {[ fine'

# The mails that come out of every framing and form: id, subject, verdicts, policy.
MAILS = [
    ("aaaaaaaa", "Hello", PASSED, None),
    ("bbbbbbbb", TRICKY, FAILED, "reject"),
    ("cccccccc", "Grüße 漢字 🎉", OLD, None),
]


def event(
    id, subject="Hello", sender="Ana Pereira <ana@northwind.example>", statuses=PASSED, policy=None
):
    """An event of the usual shape with three headers; a status of None leaves the verdict out."""
    address = sender.rpartition("<")[2].rstrip(">")
    receipt = {
        "timestamp": "2026-11-18T09:41:07.250Z",
        "processingTimeMillis": 574,
        "recipients": ["support@corp.example"],
    }
    for check, status in statuses.items():
        if status is not None:
            receipt[f"{check}Verdict"] = {"status": status}
    receipt["action"] = {
        "type": "Lambda",
        "functionArn": f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:inbound-mail",
        "invocationType": "Event",
    }
    if policy:
        receipt["dmarcPolicy"] = policy
    return {
        "mail": {
            "timestamp": "2026-11-18T09:41:07.250Z",
            "source": address,
            "messageId": id,
            "destination": ["support@corp.example"],
            "headersTruncated": False,
            "headers": [
                {"name": "Return-Path", "value": f"<{address}>"},
                {"name": "From", "value": sender},
                {"name": "Subject", "value": subject},
            ],
            "commonHeaders": {
                "returnPath": address,
                "from": [sender],
                "to": ["support@corp.example"],
                "date": "Wed, 18 Nov 2026 09:41:05 +0000",
                "messageId": f"<{id}@northwind.example>",
                "subject": subject,
            },
        },
        "receipt": receipt,
    }


def text(key, value):
    """An expected text: plain, or as hexadecimal bytes where it is no valid Unicode text.

    Characters U+DC80 to U+DCFF stand for the bytes 80 to FF; other surrogates are meant themselves,
    as the three bytes that UTF-8 would give them if it could.
    """
    if value is None or not any("\ud800" <= character <= "\udfff" for character in value):
        return {key: value}
    bytes_ = b"".join(
        (
            bytes([ord(character) - 0xDC00])
            if "\udc80" <= character <= "\udcff"
            else character.encode("utf-8", "surrogatepass")
        )
        for character in value
    )
    return {f"{key}Hex": bytes_.hex()}


def expected(id, subject="Hello", envelopes=("lambda",), verdicts=None, **more):
    """What is expected of one event; `verdicts` names those that differ from PASS."""
    return {
        "messageId": id,
        **text("subject", subject),
        "verdicts": {**PASSED, **(verdicts or {})},
        "envelopes": list(envelopes),
        **more,
    }


def missing(*checks):
    return {check: None for check in checks or CHECKS}

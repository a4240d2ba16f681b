"""Events of odd shapes, each line one quirk."""

import envelopes
import fixture_statuses
import small
from quirk import quirk


def types():
    who = "Ana Pereira <ana@northwind.example>"
    for name, value in [
        ("text", "574"),
        ("fraction", 574.5),
        ("null", None),
        ("words", "soon"),
        ("object", {"ms": 574}),
    ]:
        yield quirk(f"millis-{name}", "receipt.processingTimeMillis", value)
    for name, value in [
        ("text-true", "true"),
        ("text-false", "false"),
        ("number", 1),
        ("null", None),
        ("word", "maybe"),
    ]:
        yield quirk(f"truncated-{name}", "mail.headersTruncated", value)
    common = "mail.commonHeaders"
    for key in ("sender", "replyTo", "reply-to", "cc", "bcc"):
        yield quirk(f"{key}-text", f"{common}.{key}", who)
        yield quirk(f"{key}-array", f"{common}.{key}", [who, "second@northwind.example"])
        yield quirk(f"{key}-null", f"{common}.{key}", None)
    yield quirk("from-text", f"{common}.from", who, **{"from": [who]})
    yield quirk(
        "from-array-two",
        f"{common}.from",
        [who, "b@northwind.example"],
        **{"from": [who, "b@northwind.example"]},
    )
    yield quirk("to-text", f"{common}.to", "support@corp.example", to=["support@corp.example"])
    yield quirk("to-mixed", f"{common}.to", ["support@corp.example", None, 7])
    yield quirk("destination-text", "mail.destination", "support@corp.example")
    yield quirk(
        "recipients-text",
        "receipt.recipients",
        "support@corp.example",
        recipients=["support@corp.example"],
    )
    yield quirk("recipients-null", "receipt.recipients", None, recipients=[])
    yield quirk("recipients-empty", "receipt.recipients", [], recipients=[])
    yield quirk("headers-object", "mail.headers", {"From": who, "Subject": "Hello"})
    yield quirk("headers-null", "mail.headers", None)
    yield quirk(
        "headers-odd",
        "mail.headers",
        [
            {"name": "Only-Name"},
            {"value": "only value"},
            {"name": "Null", "value": None},
            {"name": 7, "value": 7},
            {"name": "Empty", "value": ""},
            "a bare string",
            None,
            ["Name", "value"],
            {"name": "Subject", "value": "Hello"},
        ],
    )
    yield quirk("common-array", common, ["not", "an", "object"])
    yield quirk("action-text", "receipt.action", "S3")
    yield quirk("action-null", "receipt.action", None)


def missing():
    for path in (
        "mail.timestamp",
        "mail.source",
        "mail.destination",
        "mail.headers",
        "mail.headersTruncated",
        "mail.commonHeaders.from",
        "mail.commonHeaders.to",
        "mail.commonHeaders.date",
        "mail.commonHeaders.messageId",
        "mail.commonHeaders.returnPath",
        "receipt.timestamp",
        "receipt.processingTimeMillis",
        "receipt.recipients",
        "receipt.action",
    ):
        yield quirk("no-" + path.replace(".", "-"), path)
    # Without the common headers the Subject header still tells.
    yield quirk("no-common", "mail.commonHeaders")
    yield quirk(
        "no-subject",
        "mail.commonHeaders.subject",
        subject=None,
        edits=((b',{"name":"Subject","value":"Hello"}', b""),),
    )
    yield quirk("no-id", "mail.messageId", found=None)
    yield quirk("no-mail", "mail", found=None, subject=None)
    yield quirk("mail-null", "mail", None, found=None, subject=None)
    yield quirk("no-receipt", "receipt", verdicts=small.missing())
    yield quirk("receipt-null", "receipt", None, verdicts=small.missing())
    source = (b'"eventSource":"aws:ses","eventVersion":"1.0",', b"")
    yield quirk("no-event-source", edits=(source,))
    yield quirk("no-event-source-no-receipt", "receipt", edits=(source,), verdicts=small.missing())
    yield quirk("event-source-capital", edits=((b'"eventSource"', b'"EventSource"'),))
    yield quirk("source-null", "mail.source", None)
    yield quirk("source-empty", "mail.source", "", source="")
    yield quirk("source-angle", "mail.source", "<>", source="<>")
    yield quirk("id-empty", "mail.messageId", "", found="")


def dates():
    for name, value in [
        ("no-fraction", "2026-11-18T09:41:07Z"),
        ("1970", "1970-01-01T00:00:00.000Z"),
        ("offset", "2026-11-18T10:41:07+0100"),
        ("offset-colon", "2026-11-18T09:41:07.250+00:00"),
        ("space", "2026-11-18 09:41:07.250"),
        ("nanoseconds", "2026-11-18T09:41:07.250123456Z"),
        ("month-13", "2026-13-01T00:00:00.000Z"),
        ("february-30", "2026-02-30T09:41:07.250Z"),
        ("leap-second", "2026-12-31T23:59:60.000Z"),
        ("words", "last Wednesday"),
        ("empty", ""),
        ("number", 1795081267250),
        ("null", None),
        ("year-9999", "9999-12-31T23:59:59.999Z"),
        ("year-0", "0000-01-01T00:00:00.000Z"),
        ("long", "2026-11-18T09:41:07.250Z" * 20),
    ]:
        yield quirk(f"time-{name}", "mail.timestamp", value)
    for name, value in [
        ("garbage", "yesterday-ish"),
        ("obsolete", "18 Nov 26 09:41 EST"),
        ("offset", "Wed, 18 Nov 2026 09:41:05 +9999"),
        ("null", None),
    ]:
        yield quirk(f"date-{name}", "mail.commonHeaders.date", value)


def unknown():
    """Members and actions that AWS may add, which nobody may lose."""
    for name, action in [
        (
            "s3",
            {
                "type": "S3",
                "bucketName": "mail",
                "objectKeyPrefix": "/emails",
                "objectKey": "/emails/abc",
                "topicArn": envelopes.TOPIC,
            },
        ),
        ("sns", {"type": "SNS", "topicArn": envelopes.TOPIC, "encoding": "BASE64"}),
        (
            "bounce",
            {
                "type": "Bounce",
                "smtpReplyCode": "550",
                "statusCode": "5.1.1",
                "message": "No such mailbox",
                "sender": "mailer@corp.example",
            },
        ),
        ("stop", {"type": "Stop"}),
        (
            "workmail",
            {
                "type": "WorkMail",
                "organizationArn": "arn:aws:workmail:eu-west-1:111122223333:organization/m-1",
            },
        ),
        (
            "connect",
            {
                "type": "Connect",
                "InstanceARN": "arn:aws:connect:eu-west-1:111122223333:instance/1",
                "limits": {"attachments": 10},
            },
        ),
        ("tomorrow", {"type": "Teleport", "to": ["mars", 4], "fee": 1.5}),
        ("no-type", {"topicArn": envelopes.TOPIC}),
        ("empty", {}),
    ]:
        yield quirk(f"action-{name}", "receipt.action", action, action=action)
    yield quirk(
        "unknown-top",
        edits=((b'"eventVersion":"1.0",', b'"eventVersion":"9.9","tenant":{"id":7},'),),
    )
    yield quirk("unknown-mail", "mail.sizeBytes", 18211)
    yield quirk("unknown-receipt", "receipt.arcVerdict", {"status": "FAIL"})
    yield quirk(
        "unknown-looks-like-event",
        "receipt.previous",
        {"mail": {"messageId": "decoy"}, "receipt": {"spamVerdict": {"status": "FAIL"}}},
    )
    yield quirk("unknown-common", "mail.commonHeaders.listId", ["<a.lists.example>"])


def duplicates():
    """Repeated keys: the last one counts."""
    spam = b'"spamVerdict":{"status":"PASS"}'
    yield quirk("twice-verdict", edits=((spam, b'"spamVerdict":{"status":"FAIL"},' + spam),))
    yield quirk(
        "twice-verdict-fail",
        edits=((spam, spam + b',"spamVerdict":{"status":"FAIL"}'),),
        verdicts={"spam": "FAIL"},
    )
    yield quirk(
        "twice-verdict-null",
        edits=((spam, spam + b',"spamVerdict":null'),),
        verdicts={"spam": None},
    )
    yield quirk(
        "twice-status",
        edits=((spam, b'"spamVerdict":{"status":"PASS","status":"GRAY"}'),),
        verdicts={"spam": "GRAY"},
    )
    yield quirk(
        "twice-escaped",
        edits=((spam, spam + b',"spam\\u0056erdict":{"status":"FAIL"}'),),
        verdicts={"spam": "FAIL"},
    )
    yield quirk(
        "twice-id",
        edits=((b'"messageId":"twice-id",', b'"messageId":"first","messageId":"twice-id",'),),
    )
    yield quirk(
        "twice-subject", edits=((b'"subject":"Hello"', b'"subject":"First","subject":"Hello"'),)
    )
    yield quirk(
        "twice-source",
        edits=((b'"mail":{', b'"mail":{"source":"first@northwind.example",'),),
        source="ana@northwind.example",
    )


def numbers():
    field = b'"eventVersion":"1.0"'
    for name, token in [
        ("huge", b"1e999"),
        ("tiny", b"-1e-999"),
        ("long", b"9" * 400),
        ("minus-zero", b"-0"),
        ("milliseconds", b"1795081267250"),
        ("not-a-number", b"NaN"),
        ("infinity", b"Infinity"),
        ("minus-infinity", b"-Infinity"),
    ]:
        yield quirk(f"number-{name}", edits=((field, b'"eventVersion":' + token),))
        yield quirk(
            f"millis-{name}",
            edits=((b'"processingTimeMillis":574', b'"processingTimeMillis":' + token),),
        )


def texts():
    """Texts that are no valid Unicode, and JSON that is nearly none."""
    for name, subject in [
        ("lone-high", "Half \ud83d emoji"),
        ("lone-low", "Half \ude00 emoji"),
        ("reversed", "\ude00\ud83d"),
        ("pair", "Whole \U0001f600 emoji"),
        ("byte-ff", "Byte \udcff here"),
        ("bytes-latin", "Gr\udcfc\udcdfe"),
        ("overlong", "Slash \udcc0\udcaf"),
        ("cut-utf8", "Cut \udce2\udc82"),
        ("nul", "a\x00b"),
        ("c1", "a\x9bb"),
        ("noncharacter", "a\uffffb"),
    ]:
        yield quirk(f"text-{name}", "mail.commonHeaders.subject", subject, subject=subject)
    hello = b'"subject":"Hello"'
    yield quirk(
        "text-escaped-pair", edits=((hello, b'"subject":"\\ud83d\\ude00"'),), subject="\U0001f600"
    )
    yield quirk(
        "text-escapes",
        edits=((hello, b'"subject":"\\"\\\\\\/\\b\\f\\r\\t\\u0041"'),),
        subject='"\\/\b\f\r\tA',
    )
    yield quirk("text-raw-tab", edits=((hello, b'"subject":"a\tb"'),), subject="a\tb")
    yield quirk(
        "text-raw-escape", edits=((hello, b'"subject":"a\x1b[31mb"'),), subject="a\x1b[31mb"
    )
    yield quirk("text-wtf8", edits=((hello, b'"subject":"a\xed\xa0\xbdb"'),), subject="a\ud83db")
    yield quirk(
        "key-escaped",
        edits=((b'"subject"', b'"sub\\u006aect"'), (b'"receipt"', b'"\\u0072eceipt"')),
    )
    yield quirk(
        "comma-trailing",
        edits=((b'"headersTruncated":false,', b'"headersTruncated":false,"odd":[1,2,],'),),
    )
    yield quirk(
        "white-space",
        edits=((b'{"eventSource":"aws:ses",', b'{ \t"eventSource" \t:\t "aws:ses" , '),),
    )


def deep():
    """A member that nobody knows, nested so that no reader should follow it by recursion."""
    for name, levels in [("100", 100), ("600", 600), ("20000", 20_000)]:
        yield quirk(
            f"deep-{name}",
            edits=((b'"eventVersion":"1.0"', b'"deep":' + b"[" * levels + b"]" * levels),),
        )
    objects = 5_000
    yield quirk(
        "deep-objects",
        edits=((b'"eventVersion":"1.0"', b'"deep":' + b'{"a":' * objects + b"1" + b"}" * objects),),
    )


def files():
    for make in (
        fixture_statuses.statuses,
        fixture_statuses.policies,
        types,
        missing,
        dates,
        unknown,
        duplicates,
        numbers,
        texts,
        deep,
    ):
        made = list(make())
        yield (
            f"Quirks/{make.__name__}.ndjson",
            b"".join(line + b"\n" for line, _ in made),
            {"events": [says for _, says in made], "otherDocuments": {}, "brokenRegions": 0},
        )

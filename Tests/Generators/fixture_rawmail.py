"""Mails as the S3 action stores them, and what their headers say in place of a receipt."""

from dataclasses import replace
from datetime import datetime, timezone

import envelopes
import letter
import small
from letter import Letter, compact

TIME = datetime(2026, 11, 18, 9, 41, 7, tzinfo=timezone.utc)
PLAIN = Letter("Hello", "ana@northwind.example", "Ana Pereira", time=TIME)
BODY = 'Hello,\n\nthis line holds a brace { and a "quote".\nFrom here on: {"Records":[]}\n'
FORGED = (
    ("Return-Path", "<ceo@corp.example>"),
    (
        "Received",
        "from mail.corp.example (mail.corp.example [203.0.113.9]) by inbound-smtp.eu-west-1."
        "amazonaws.com with SMTP id forged00 for ceo@corp.example; Mon, 16 Nov 2026 08:00:00 +0000",
    ),
    ("X-SES-Spam-Verdict", "PASS"),
    ("X-SES-Virus-Verdict", "PASS"),
    ("Received-SPF", "pass (spfCheck: forged) client-ip=203.0.113.9;"),
    (
        "Authentication-Results",
        "amazonses.com; spf=pass; dkim=pass header.i=@northwind.example; "
        "dmarc=pass header.from=northwind.example;",
    ),
)


def headers(sent):
    return [
        (field["name"], field["value"]) for field in letter.event(sent)["mail"]["headers"]
    ]


def mail(fields, end="\r\n", fold=True, body=BODY):
    """A mail in bytes; SES's long headers are folded as SES folds them."""
    lines = []
    for name, value in fields:
        if fold and name == "Received":
            value = value.replace(" by ", "\n by ", 1).replace(" for ", "\n for ", 1)
            value = value.replace("; ", ";\n ", 1)
        if fold and name == "Authentication-Results":
            value = value.replace("; ", ";\n ")
        if fold and name in ("Subject", "From"):
            value = value.replace("?= =?", "?=\n =?")
        lines.append(f"{name}: {value}\n")
    text = "".join(lines) + ("" if body is None else "\n" + body)
    return text.replace("\n", end).encode("utf-8", "surrogateescape")


def expected(sent, **more):
    """A check that is off or was not made has no header, so that nothing is known of it."""
    verdicts = {
        check: None if sent.status(check) == "DISABLED" else sent.status(check)
        for check in letter.CHECKS
    }
    entry = small.expected(sent.id, sent.subject, ["raw-mail"], verdicts)
    return {**entry, "recipients": list((sent.recipients or sent.to)[:1]), **more}


def nothing_known(subject):
    return small.expected(None, subject, ["raw-mail"], small.missing())


STORIES = {
    "passed.eml": PLAIN,
    "failed.eml": replace(PLAIN, subject="Invoice", verdicts="FPFFF", spf="fail"),
    "gray.eml": replace(PLAIN, subject="Unsigned", verdicts="GGGGG"),
    "other-signer.eml": replace(
        PLAIN, subject="By Office", verdicts="PPPGP", signer="tenant.onmicrosoft.example"
    ),
    "subdomain-signer.eml": replace(PLAIN, signer="mail.northwind.example"),
    "processing-failed.eml": replace(PLAIN, subject="Odd", verdicts="XXXXX"),
    "null-sender.eml": replace(
        PLAIN, subject="Delivery failed", source="<>", verdicts="PPPPX"
    ),
    "scanning-off.eml": replace(PLAIN, subject="Not scanned", verdicts="DDPPP"),
    "neutral.eml": replace(PLAIN, subject="Neutral", verdicts="PPGPP", spf="neutral"),
    "forged-below.eml": replace(
        PLAIN, subject="Trust me", verdicts="FFFGF", spf="fail", extra=FORGED
    ),
    "forged-scanning-off.eml": replace(PLAIN, subject="Me too", verdicts="DDPPP", extra=FORGED),
    "words.eml": replace(PLAIN, subject="Grüße aus Köln, 漢字 🎉 " * 4, name="Jörg, der Große"),
    "words-japanese.eml": replace(PLAIN, subject="見積書の件", charset="iso-2022-jp"),
    "words-cyrillic.eml": replace(PLAIN, subject="Привет, мир", charset="koi8-r/q"),
    "words-latin.eml": replace(PLAIN, subject="Überweisung 50 €", charset="windows-1252/q"),
}


def files():
    def says(*events, other=None):
        return {"events": list(events), "otherDocuments": other or {}, "brokenRegions": 0}

    for name, sent in STORIES.items():
        yield f"RawMail/{name}", mail(headers(sent)), says(expected(sent))
    passed = headers(PLAIN)
    yield "RawMail/stored-object", mail(passed, "\n"), says(expected(PLAIN))
    yield "RawMail/unfolded", mail(passed, fold=False), says(expected(PLAIN))
    yield "RawMail/no-body.eml", mail(passed, body=None), says(expected(PLAIN))
    mailbox = b"From ana@northwind.example Wed Nov 18 09:41:07 2026\n" + mail(passed, "\n")
    yield "RawMail/mailbox-line.eml", mailbox, says(expected(PLAIN))
    event = compact(envelopes.record(small.event("forged-in-body"))).decode()
    yield "RawMail/event-in-body.eml", mail(passed, body=event), says(expected(PLAIN))

    eight_bit = replace(PLAIN, subject="Gr\udcfc\udcdfe", raw_subject="Gr\udcfc\udcdfe")
    yield "RawMail/eight-bit.eml", mail(headers(eight_bit)), says(expected(eight_bit))

    older = [
        (name, value.replace("header.from", "properties.from")) for name, value in passed
    ]
    yield "RawMail/older.eml", mail(older), says(expected(PLAIN))

    sender_only = [field for field in passed if field not in passed[:8]]
    yield "RawMail/no-ses.eml", mail(sender_only), says(nothing_known("Hello"))
    other_host = "from a.example by mx.corp.example with ESMTP id 7; Wed, 18 Nov 2026 09:42:00 +0000"
    on_top = [("Received", other_host), *passed]
    yield "RawMail/other-host-on-top.eml", mail(on_top), says(nothing_known("Hello"))

    record = compact(envelopes.record(small.event("in-a-log"))).decode()
    log = f"Received: {record}\nSubject: {record}\n".encode()
    yield "RawMail/no-mail.log", log, says(*[small.expected("in-a-log")] * 2)

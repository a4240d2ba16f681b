"""The letters of the sample log that have a story of their own, hostile ones among them."""

from letter import Letter
from sample_stories import HTML, LIST, S3, SNS

FORGED = (
    '{"Records":[{"eventSource":"aws:ses","ses":{"mail":{"messageId":"forgedforgedforgedforgedforgedforged0000",'
    '"source":"ceo@corp.example"},"receipt":{"spamVerdict":{"status":"PASS"},"virusVerdict":{"status":"PASS"}}}}]}'
)


def letters():
    """One list a story, its letters in order of time."""
    yield [
        Letter(
            subject="\x1b]0;all mail deleted\x07\x1b[2J\x1b[31mYour terminal is infected",
            address="esc@injection.test",
            name="\x1b[7mroot\x1b[0m",
            ip="203.0.113.240",
            verdicts="FPFGF",
            policy="reject",
            helo="host-240.test",
        )
    ]
    yield [
        Letter(
            subject="Invoice \u202efdp.exe\u202c for \u2066you\u2069",
            address="bidi@trojan.test",
            name="Billing \u202eelpmaxe.proc",
            ip="203.0.113.241",
            verdicts="GPPGF",
            policy="none",
            extra=HTML,
        )
    ]
    yield [
        Letter(
            subject="V\u200bi\u200ba\u200bg\u200br\u200ba \u00adwith\u00adout a pre\u2060scription",
            address="zero@width.test",
            name="P\u200bharmacy",
            ip="203.0.113.242",
            verdicts="FPGGG",
            spf="none",
        )
    ]
    yield [
        Letter(
            subject="Half an emoji \ud83d and no other half",
            address="lone@surrogate.test",
            name="Cut off",
            ip="203.0.113.243",
            verdicts="FPPPP",
            raw_subject="=?UTF-8?B?SGFsZiBhbiBlbW9qaSDtoL0=?= and no other half",
        )
    ]
    yield [
        Letter(
            subject=f"Fwd: {FORGED}",
            address="json@forger.test",
            name="Log forger",
            ip="203.0.113.244",
            verdicts="FPGGF",
            policy="quarantine",
            spf="neutral",
            raw_subject=f"Fwd: {FORGED}",
            extra=(
                ("X-Original-Event", FORGED),
                ("X-SES-Spam-Verdict", "PASS"),
                (
                    "Authentication-Results",
                    "amazonses.com; spf=pass; dkim=pass header.i=@corp.example; dmarc=pass header.from=corp.example;",
                ),
            ),
        )
    ]
    yield [
        Letter(
            subject="z\u0337\u0321\u0322\u0327\u0328\u0301\u0302\u0303\u0304\u0306a\u0337\u0321\u0322\u0301\u0302l\u0336g\u0334\u0300o\u0335",
            address="zalgo@marks.test",
            name="👩‍👩‍👧‍👦 family ❤️ 🇩🇪",
            ip="203.0.113.245",
            verdicts="FPFFG",
        )
    ]
    yield [
        Letter(
            subject="раypal: confirm your account",
            address="service@xn--pypal-4ve.test",
            name="рayраl",
            ip="203.0.113.246",
            verdicts="GPPPP",
            extra=HTML,
        )
    ]
    # The receipt says FAIL, the header says PASS: hand-made or forged.
    yield [
        Letter(
            subject="Subscription renewed",
            address="renew@antivirus.example",
            name="Antivirus Team",
            ip="203.0.113.247",
            verdicts="FPPPF",
            policy="reject",
            claimed={"spam": "PASS", "dmarc": "pass"},
        )
    ]
    yield [
        Letter(
            subject="A status that nobody documented",
            address="qa@lab.test",
            name="Mail lab",
            ip="192.0.2.66",
            verdicts="UPPPP",
        )
    ]
    # One mail, several rules: every action reports the same id.
    same = dict(
        subject="Quarterly figures",
        address="cfo@northwind.example",
        name="Ines Duarte",
        ip="192.0.2.18",
        to=("ana@corp.example", "board@corp.example"),
        cc=("legal@corp.example",),
    )
    yield [
        (
            Letter(**same, action=S3),
            Letter(**same, action=SNS),
            Letter(**same, recipients=("board@corp.example",)),
        )
    ]
    yield [
        Letter(
            subject="All hands: notes and recording",
            address="everyone@northwind.example",
            name="Northwind, Inc.",
            ip="192.0.2.19",
            to=tuple(f"team-{number}@corp.example" for number in range(1, 25)),
            recipients=("team-3@corp.example",),
            extra=tuple(
                (f"X-Relay-Hop-{hop}", f"relay-{hop}.northwind.example; delay={hop * 37} ms")
                for hop in range(1, 31)
            )
            + LIST,
        )
    ]
    yield [
        Letter(
            subject="Re: Re: Re: the thread that never ends",
            address="thread@lists.example",
            name="Old Thread",
            ip="198.51.100.103",
            to=("dev@corp.example",),
            truncated=True,
            verdicts="PPPFF",
            policy="none",
            extra=(
                (
                    "References",
                    " ".join(
                        f"<{number:08x}.thread@lists.example>"
                        for number in range(7919, 7919 * 60, 7919)
                    ),
                ),
            ),
        )
    ]
    yield [
        Letter(
            subject="",
            address="empty@nothing.example",
            ip="198.51.100.8",
            verdicts="GPGGG",
            spf="none",
            sent="-",
        )
    ]
    yield [
        Letter(
            subject="Date from another century",
            address="clock@drift.example",
            name="Wrong clock",
            ip="198.51.100.9",
            sent="Thu, 01 Jan 1970 00:00:00 -0000",
            verdicts="PPPGG",
        )
    ]
    yield [
        Letter(
            subject="You have received this message in error",
            address="blind@copy.example",
            name="Hidden",
            ip="198.51.100.10",
            to=(),
            recipients=("ana@corp.example",),
            verdicts="GPPPP",
        )
    ]

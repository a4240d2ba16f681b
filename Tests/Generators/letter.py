"""One made-up inbound mail, and the `mail` and `receipt` objects by which Amazon SES reports it.

The headers that SES writes on top of a mail follow from the verdicts, as they do in real events,
so a letter is described by its story: who wrote, what the five checks said, what was done with it.
"""

import base64
import hashlib
import json
import re
from dataclasses import dataclass, field
from datetime import datetime, timezone
from email.utils import format_datetime

CHECKS = ("spam", "virus", "spf", "dkim", "dmarc")

# One letter a check, in the order of CHECKS: "PPPPP" is a mail that passed everything.
STATUS = {
    "P": "PASS",
    "F": "FAIL",
    "G": "GRAY",
    "X": "PROCESSING_FAILED",
    "D": "DISABLED",
    "_": None,
    "U": "UNKNOWN",
}

REGION = "eu-west-1"
ACCOUNT = "111122223333"


@dataclass
class Letter:
    """A mail and its story."""

    subject: str
    address: str
    name: str = ""
    to: tuple = ("support@corp.example",)
    cc: tuple = ()
    recipients: tuple = ()  # the envelope's; those of `to` where empty
    verdicts: str = "PPPPP"
    policy: str = ""  # dmarcPolicy; absent where empty
    source: str = ""  # the envelope sender; the address where empty, "<>" for the null sender
    reply_to: str = ""
    time: datetime = datetime(2026, 11, 16, 8, 0, tzinfo=timezone.utc)
    sent: str = ""  # the Date header; the time of arrival where empty, absent where "-"
    ip: str = "192.0.2.25"
    helo: str = ""
    spf: str = ""  # the word of Received-SPF where it does not follow from the verdict
    signer: str = ""  # the domain that signed; the address's where empty
    action: dict = field(default_factory=lambda: {"type": "Lambda"})
    charset: str = "utf-8"  # of RFC 2047 words
    extra: tuple = ()  # further headers of the sender, as (name, value)
    raw_subject: str = None  # the Subject header where it is not the subject in RFC 2047 words
    claimed: dict = field(default_factory=dict)  # X-SES headers that contradict the receipt
    truncated: bool = False
    millis: int = 0

    @property
    def id(self):
        """SES's id of the mail: 40 small letters and digits."""
        seed = f"{self.subject}|{self.address}|{self.time.isoformat()}"
        digest = int.from_bytes(
            hashlib.sha256(seed.encode("utf-8", "surrogatepass")).digest(), "big"
        )
        letters = "0123456789abcdefghijklmnopqrstuvwxyz"
        return "".join(letters[digest // 36**place % 36] for place in range(40))

    @property
    def domain(self):
        return self.address.rpartition("@")[2]

    def status(self, check):
        return STATUS[self.verdicts[CHECKS.index(check)]]

    def mailbox(self):
        if not self.name:
            return self.address
        quoted = f'"{self.name}"' if re.search(r"[,.@<>()]", self.name) else self.name
        return f"{quoted} <{self.address}>"


def stamp(time):
    return time.strftime("%Y-%m-%dT%H:%M:%S.") + f"{time.microsecond // 1000:03d}Z"


def encoded(text, charset="utf-8"):
    """The text as RFC 2047 words, where it is not ASCII; a charset `x/q` asks for Q encoding."""
    if all(" " <= character <= "~" for character in text):
        return text
    charset, _, kind = charset.partition("/")
    words, chunk = [], ""
    for character in text + "\0":
        bytes_ = chunk.encode(charset, "surrogatepass" if charset == "utf-8" else "strict")
        if character == "\0" or len(bytes_) > 36:
            words.append(_word(bytes_, charset, kind))
            chunk = ""
        chunk += character
    return " ".join(words)


def _word(bytes_, charset, kind):
    if kind != "q":
        return f"=?{charset.upper()}?B?{base64.b64encode(bytes_).decode()}?="
    letters = (
        chr(b) if chr(b).isalnum() and b < 128 else "_" if b == 32 else f"={b:02X}" for b in bytes_
    )
    return f"=?{charset.upper()}?Q?{''.join(letters)}?="


def _spf(letter):
    word = letter.spf or {
        "PASS": "pass",
        "FAIL": "fail",
        "GRAY": "softfail",
        "PROCESSING_FAILED": "permerror",
    }.get(letter.status("spf"), "")
    domain = _source(letter).rpartition("@")[2] or letter.helo
    not_sure = f"{letter.ip} is neither permitted nor denied by domain of {domain}"
    unpermitted = f"domain of {domain} does not designate {letter.ip} as permitted sender"
    phrase = {
        "pass": f"domain of {domain} designates {letter.ip} as permitted sender",
        "fail": unpermitted,
        "softfail": f"transitioning {unpermitted}",
        "neutral": not_sure,
        "none": not_sure,
        "permerror": f"domain of {domain}: Error in processing SPF Record",
    }.get(word, "")
    detail = f"client-ip={letter.ip}; envelope-from={_source(letter)}; helo={letter.helo};"
    return word, f"(spfCheck: {phrase}) {detail}"


def _source(letter):
    return "" if letter.source == "<>" else letter.source or letter.address


def _ses_headers(letter, recipient):
    """What SES puts on top of every mail, in the order of all captures."""
    yield "Return-Path", f"<{_source(letter)}>"
    yield "Received", (
        f"from {letter.helo} ({letter.helo} [{letter.ip}]) by inbound-smtp.{REGION}.amazonaws.com "
        f"with SMTP id {letter.id} for {recipient}; {format_datetime(letter.time)} (UTC)"
    )
    for check in ("spam", "virus"):
        status = letter.claimed.get(check, letter.status(check))
        if status not in (None, "DISABLED"):
            yield f"X-SES-{check.capitalize()}-Verdict", status
    word, detail = _spf(letter)
    clauses = [f"spf={word} {detail}"] if word else []
    if word:
        yield "Received-SPF", f"{word} {detail}"
    signer = letter.signer or letter.domain
    dkim = {"PASS": "pass", "FAIL": "fail", "PROCESSING_FAILED": "permerror"}.get(
        letter.status("dkim")
    )
    if letter.signer and not dkim:
        dkim = "pass"  # valid, but of another domain than From's: SES says GRAY then
    if dkim:
        clauses.append(f"dkim={dkim} header.i=@{signer};")
    dmarc = {"PASS": "pass", "FAIL": "fail", "GRAY": "none", "PROCESSING_FAILED": "permerror"}
    if letter.status("dmarc"):
        word = letter.claimed.get("dmarc", dmarc[letter.status("dmarc")])
        clauses.append(f"dmarc={word} header.from={letter.domain};")
    if clauses:
        yield "Authentication-Results", "amazonses.com; " + " ".join(clauses)
    mark = hashlib.sha256(letter.id.encode()).digest()
    yield "X-SES-RECEIPT", "AEFBQUFBQUFBQUFH" + base64.b64encode(mark).decode()
    yield "X-SES-DKIM-SIGNATURE", (
        "a=rsa-sha256; q=dns/txt; b="
        + base64.b64encode(mark * 2).decode()
        + f"; c=relaxed/simple; s=example; d=amazonses.com; t={int(letter.time.timestamp())}; v=1; bh="
        + base64.b64encode(mark[::-1]).decode()
        + "; h=From:To:Cc:Bcc:Subject:Date:Message-ID:MIME-Version:Content-Type:X-SES-RECEIPT;"
    )


def _sender_headers(letter):
    """What came with the mail, in an order that mail programs use."""
    mark = base64.b64encode(hashlib.sha256(letter.id[::-1].encode()).digest()).decode()
    yield "Received", (
        f"from [198.51.100.{len(letter.address) + len(letter.subject) % 100}] by {letter.helo} with ESMTPSA id "
        f"{letter.id[:12]}; {format_datetime(letter.time)}"
    )
    if letter.signer or letter.status("dkim") in ("PASS", "FAIL", "PROCESSING_FAILED"):
        yield "DKIM-Signature", (
            f"v=1; a=rsa-sha256; c=relaxed/relaxed; d={letter.signer or letter.domain}; s=mail2026; "
            f"h=from:to:subject:date:message-id; bh={mark}; b={mark[:20]}{mark[::-1][:24]}"
        )
    name = encoded(letter.name, letter.charset)
    yield "From", f"{name} <{letter.address}>" if name != letter.name else letter.mailbox()
    if letter.to:
        yield "To", ", ".join(letter.to)
    if letter.cc:
        yield "Cc", ", ".join(letter.cc)
    if letter.reply_to:
        yield "Reply-To", letter.reply_to
    raw = letter.raw_subject
    yield "Subject", encoded(letter.subject, letter.charset) if raw is None else raw
    if letter.sent != "-":
        yield "Date", letter.sent or format_datetime(letter.time)
    yield "Message-ID", f"<{letter.id[20:34]}@{letter.helo}>"
    yield "MIME-Version", "1.0"
    yield from letter.extra
    if not any(name.lower() == "content-type" for name, _ in letter.extra):
        yield "Content-Type", "text/plain; charset=UTF-8"


def _action(letter):
    """The receipt's action, its usual members filled in."""
    members = {
        "Lambda": {
            "functionArn": f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:inbound-mail",
            "invocationType": "Event",
        },
        "S3": {
            "topicArn": f"arn:aws:sns:{REGION}:{ACCOUNT}:inbound",
            "bucketName": "corp-inbound-mail",
            "objectKeyPrefix": "inbound",
            "objectKey": f"inbound/{letter.id}",
        },
        "SNS": {"topicArn": f"arn:aws:sns:{REGION}:{ACCOUNT}:inbound", "encoding": "UTF8"},
        "Bounce": {
            "smtpReplyCode": "550",
            "statusCode": "5.1.1",
            "message": "Mailbox does not exist",
            "sender": "mailer-daemon@corp.example",
        },
        "WorkMail": {
            "organizationArn": f"arn:aws:workmail:{REGION}:{ACCOUNT}:organization/m-0a1b2c3d4e5f"
        },
    }.get(letter.action["type"], {})
    return {
        **letter.action,
        **{key: value for key, value in members.items() if key not in letter.action},
    }


def event(letter):
    """The `mail` and `receipt` objects of a letter."""
    recipients = letter.recipients or letter.to
    letter.helo = letter.helo or f"mail.{letter.domain}"
    headers = [*_ses_headers(letter, recipients[0]), *_sender_headers(letter)]
    values = {name.lower(): value for name, value in headers}
    common = {"returnPath": _source(letter), "from": [letter.mailbox()]}
    for key, value in (
        ("date", values.get("date")),
        ("to", list(letter.to)),
        ("cc", list(letter.cc)),
    ):
        if value:
            common[key] = value
    if letter.reply_to:
        common["replyTo"] = [letter.reply_to]
    common["messageId"] = values["message-id"]
    common["subject"] = letter.subject
    receipt = {
        "timestamp": stamp(letter.time),
        "processingTimeMillis": letter.millis or 220 + int(letter.id[:4], 36) % 1400,
        "recipients": list(recipients),
    }
    for check in CHECKS:
        if letter.status(check):
            receipt[f"{check}Verdict"] = {"status": letter.status(check)}
    receipt["action"] = _action(letter)
    if letter.policy:
        receipt["dmarcPolicy"] = letter.policy
    return {
        "mail": {
            "timestamp": stamp(letter.time),
            "source": _source(letter),
            "messageId": letter.id,
            "destination": [*letter.to, *letter.cc],
            "headersTruncated": letter.truncated,
            "headers": [{"name": name, "value": value} for name, value in headers],
            "commonHeaders": common,
        },
        "receipt": receipt,
    }


def compact(value, ascii_only=False, indent=None):
    """The value as JSON in bytes.

    Characters U+DC80 to U+DCFF stand for the raw bytes 80 to FF, which are no UTF-8; every other
    lone surrogate is written as an escape.
    """
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(value, ensure_ascii=False, separators=separators, indent=indent)
    escaped = "[^\x00-\x7f\udc80-\udcff]" if ascii_only else "[\ud800-\udc7f\udd00-\udfff]"
    return re.sub(escaped, _escape, text).encode("utf-8", "surrogateescape")


def _escape(match):
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))

"""Mails with bodies worth reading, and a log whose mails lie in the events, beside it or nowhere.

The mails are written out here and not by a mail library, so that they are the same with every version
of Python, and because half of them are what no library would make.
"""

import base64
import hashlib
import quopri

import envelopes
import fixture_hostile
import gzipped
import small
from letter import compact

TOP = (
    "Return-Path: <bounce@shop.example>\n"
    "Received: from mail.shop.example (mail.shop.example [203.0.113.9])\n"
    " by inbound-smtp.eu-west-1.amazonaws.com with SMTP id {id}\n"
    " for support@corp.example;\n"
    " Wed, 18 Nov 2026 09:41:07 +0000 (UTC)\n"
    "X-SES-Spam-Verdict: PASS\n"
    "X-SES-Virus-Verdict: PASS\n"
    "From: Shop <news@shop.example>\n"
    "To: support@corp.example\n"
    "Subject: {subject}\n"
    "Date: Wed, 18 Nov 2026 09:41:05 +0000\n"
    "Message-ID: <{id}@northwind.example>\n"
    "MIME-Version: 1.0\n"
)


def part(headers, body=b""):
    """Headers, an empty line and a body; text is written as UTF-8."""
    body = body.encode() if isinstance(body, str) else body
    return headers.encode() + b"\n\n" + body


def multipart(kind, boundary, *parts, closed=True):
    head = f'Content-Type: multipart/{kind}; boundary="{boundary}"'
    lines = b"".join(f"\n--{boundary}\n".encode() + part for part in parts)
    return part(head, lines + (f"\n--{boundary}--\n".encode() if closed else b""))


def plain(text, charset="utf-8", encoding="8bit", more=""):
    return part(*_encoded(f"text/plain; charset={charset}{more}", text.encode(charset), encoding))


def html(text, charset="utf-8", encoding="quoted-printable"):
    return part(*_encoded(f"text/html; charset={charset}", text.encode(charset), encoding))


def attached(name, type, bytes_, more=""):
    head, body = _encoded(type, bytes_, "base64")
    return part(f"{head}\nContent-Disposition: attachment; {name}{more}", body)


def _encoded(type, bytes_, encoding):
    body = {
        "base64": base64.encodebytes,
        "quoted-printable": quopri.encodestring,
    }.get(encoding, lambda bytes_: bytes_)(bytes_)
    return f"Content-Type: {type}\nContent-Transfer-Encoding: {encoding}", body


def mail(id, subject, content):
    """A whole mail as the S3 action stores it."""
    return (TOP.format(id=id, subject=subject).encode() + content).replace(b"\n", b"\r\n")


PHISH = """<html><head><title>Account</title><style>p { margin: 0 }</style></head><body>
<div style="display:none;max-height:0">Your parcel has arrived</div>
<h1>Account&nbsp;limited</h1>
<p>Dear customer,<br>please confirm at
<a href="https://login.bank.example.evil.test/x?y=1">https://www.bank.example/login</a> today.</p>
<p><a href="http://www.bank.example@198.51.100.7/">Confirm</a> or
<a href="mailto:help@bank.example">write to us</a>, or
<a href="javascript:go()">log in here</a>:</p>
<form action="https://collect.evil.test/p"><input type="text"><input type="password">
<button>Log in</button></form>
<img src="https://pixel.evil.test/o.gif?id=7" width="1" height="1">
<p style="font-size:0">buy v&zwnj;i&zwnj;agra</p>
</body></html>
"""

NEWS = """<!DOCTYPE html><html><head><style>td{color:#333}</style></head><body>
<div style="display:none">Offers inside &nbsp;&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;</div>
<!--[if mso]><table><tr><td><![endif]-->
<table><tr><td style="font-size:0px"><a href="https://click.mailer.example/1"><img
 src="https://img.mailer.example/logo.png" alt="Müller & Söhne"></a></td></tr>
<tr><td style="font-size:14px"><p>Unsere Angebote f&uuml;r Sie: 20 % günstiger, nur 5 €.</p>
<ul><li>Tee<li>Kaffee <ul><li>gemahlen<li>ganze Bohnen</ul><li>Kakao</ul>
<ol><li>wählen</li><li>bezahlen</li></ol>
<table><tr><th>Ware<th>Preis<tr><td>Tee<td>5,00<tr><td>Kaffee<td>7,50</table>
<pre>  10  Tee
 200  Kaffee</pre>
<blockquote>Sehr gut!<blockquote>Finde ich auch.</blockquote></blockquote>
<hr>1 < 2 &amp;&amp; 3 > 2, &#8364; &#x41; &#150; &nosuch; <b>ende <i>gut
<p><a href="https://click.mailer.example/2">Abmelden</a> <a href="#top">nach oben</a>
</body>
"""

FLOWED = (
    "This paragraph was broken by a mail program \n"
    "and is one line again.\n"
    "\n"
    "> A quotation that was \n"
    "> broken too.\n"
    ">> Deeper.\n"
    " From here: a line that was stuffed.\n"
    "\ttab\tstops\n"
    "-- \n"
    "Ana\n"
)

REPORT = multipart(
    "report; report-type=delivery-status",
    "r1",
    plain("The mail could not be delivered.\n"),
    part(
        "Content-Type: message/delivery-status",
        "Reporting-MTA: dns; mail.shop.example\n\nFinal-Recipient: rfc822; x@shop.example\n"
        "Action: failed\nStatus: 5.1.1\n",
    ),
    part(
        "Content-Type: message/rfc822",
        "From: support@corp.example\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\n\nThe first mail.\n",
    ),
)

FILES = multipart(
    "mixed",
    "a:1",
    plain("Please find the files.\n"),
    attached("filename=invoice.pdf.exe", "application/pdf; name=invoice.pdf", b"MZ" + bytes(600)),
    attached(
        "\n filename*0*=utf-8'de'Rechnung%20M%C3%A4rz;\n filename*1=\" 2026.pdf\"",
        "application/pdf",
        b"%PDF-1.7 " + bytes(2000),
    ),
    attached('filename="=?utf-8?b?6KaL56mN5pu4?=.docm"', "application/octet-stream", bytes(90)),
    attached('filename="photo\u202egpj.scr"', "image/jpeg", bytes(40)),
    part("Content-Type: image/png; name=logo.png\nContent-Disposition: inline", b"\x89PNG"),
    multipart(
        "digest", "d1", b"\nSubject: one\n\nfirst\n", b"\nSubject: two\n\nsecond\n"
    ),
)

WORLD = multipart(
    "mixed",
    "w1",
    plain("見積書の件です。\n", "iso-2022-jp", "7bit"),
    plain("Привет, мир\n", "koi8-r", "base64"),
    plain("你好，世界\n", "gb18030", "base64"),
    plain("Naïve café, 5 €\n", "windows-1252", "quoted-printable"),
    part(
        "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit",
        b"\x93quoted\x94 \x96 not Latin-1\n",
    ),
    part("Content-Type: text/plain; charset=utf-7", "+AFs-hidden+AF0-\n"),
    part("Content-Type: text/plain", "no charset: \x1b[2J ".encode() + b"\xff\xfe\n"),
)

DAMAGED = multipart(
    "mixed",
    "x1",
    part("Content-Type: text/plain\nContent-Type: text/html", "<b>two types</b>\n"),
    part("Content-Type: text/plain\nContent-Transfer-Encoding: base64", "SGVs#bG8h\nSGk=IQ==A\n"),
    part(
        "Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable",
        "soft =\nbreak, =ZZ, =C3=A9, end  \n=",
    ),
    part("Content-Type: text/plain\nContent-Transfer-Encoding: x-uuencode", "begin 644 a\n"),
    part("Content-Type: multipart/alternative", "a multipart without a boundary\n"),
    part("Content-Type: text/html", '<p>seen<style>p{}</p><!-- never closed <a href="x">also seen'),
    multipart("alternative", "x2", plain("the mail ends in a part\n"), closed=False),
    closed=False,
)



def hostile():
    """Every class of hostile text wherever a mail may hold text."""
    texts = [_bytes(text) for _, text in fixture_hostile.CLASSES]
    markup = b"".join(
        b'<p title="%b"><a href="https://%b/">%b</a><img alt="%b" src="//%b"><input type="%b"></p>\n'
        % ((text[:200],) * 6)
        for text in texts
    )
    codes = [*range(32), *range(127, 160), 0x200B, 0x202E, 0x2066, 0xFEFF, 0xE0041]
    references = "".join(f"a&#{code};[2Jb " for code in codes).encode()
    words = [base64.b64encode(text[:60]).decode() for text in texts]
    return multipart(
        "mixed",
        "h1",
        part("Content-Type: text/plain; charset=utf-8", b"\n".join(texts)),
        part("Content-Type: text/html; charset=utf-8", markup + references),
        part("Content-Type: text/x\x1b[2Jy; charset=a\x9b31m\x07", "a type and a charset that act\n"),
        part("Content-Type: text/plain; charset=iso-2022-jp", b"\x1b[2J \x1b$B!!\x1b(B \x1b]0;x\x07\n"),
        part("Content-Transfer-Encoding: \x1b]0;owned\x07", "an encoding that acts\n"),
        *(attached(f'filename="=?utf-8?B?{word}?="', "image/png", b"\x89PNG") for word in words),
    )


def _bytes(text):
    """The bytes of a text in which U+DC80 to U+DCFF stand for the bytes 80 to FF."""
    return b"".join(
        (
            bytes([ord(sign) - 0xDC00])
            if "\udc80" <= sign <= "\udcff"
            else sign.encode("utf-8", "surrogatepass")
        )
        for sign in text
    )


MAILS = {
    "hostile": ("Hostile", hostile()),
    "phish": (
        "Your account",
        multipart("alternative", "p1", plain("Hello,\nthis text differs.\n"), html(PHISH)),
    ),
    "news": ("Angebote", html(NEWS, "windows-1252")),
    "flowed": ("Flowed", plain(FLOWED, more="; format=flowed")),
    "report": ("Undelivered", REPORT),
    "files": ("Files", FILES),
    "world": ("World", WORLD),
    "damaged": ("Damaged", DAMAGED),
}


def log():
    """Events whose mail is in them, beside the log, or elsewhere."""
    content = mail("in-event", *MAILS["phish"])
    coded = base64.b64encode(content).decode()
    yield _event("plain", {"type": "SNS", "encoding": "UTF8"}, content.decode())
    yield _event("coded", {"type": "SNS", "encoding": "BASE64"}, coded)
    yield _event("unnamed", {"type": "SNS"}, coded)
    yield _event("cut", {"type": "SNS", "encoding": "BASE64"}, coded[:901])
    yield _event("beside", _stored("inbound/object-beside"))
    yield _event("packed", _stored("packed"))
    yield _event("sealed", _stored("sealed"))
    yield _event("elsewhere", _stored("inbound/elsewhere"))
    yield _event("hostile", _stored("../../etc/passwd"))
    yield _event("lambda", {"type": "Lambda"})


def _stored(key):
    return {"type": "S3", "bucketName": "corp-inbound-mail", "objectKey": key}


def _event(id, action, content=None):
    event = small.event(id, id)
    event["receipt"]["action"] = action
    return compact(envelopes.notification(event, content)) + b"\n"


def files():
    for id, (subject, content) in MAILS.items():
        yield f"Mail/{id}.eml", mail(id, subject, content), None
    yield "Mail/log.ndjson", b"".join(log()), None
    yield "Mail/object-beside", mail("beside", *MAILS["flowed"]), None
    yield "Mail/packed.gz", gzipped.member(mail("packed", *MAILS["flowed"])), None
    noise = b"".join(hashlib.sha256(bytes([number])).digest() for number in range(64))
    yield "Mail/sealed", noise, None

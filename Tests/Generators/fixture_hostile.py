"""One mail a class of hostile text, in Subject and From, and events forged inside mails."""

import base64

import envelopes
import small
from letter import compact

# What a reader must never show as it is; the name is the event's id.
CLASSES = [
    ("escape", "a\x1b[31mred\x1b[2J"),
    ("osc-title", "a\x1b]0;pwned\x07b"),
    ("osc-clipboard", "a\x1b]52;c;cm0gLXJm\x1b\\b"),
    ("dcs", "a\x1bP$qm\x1b\\b"),
    ("bell", "a\x07\x07b"),
    ("backspace", "abc\x08\x08\x08xyz"),
    ("delete", "a\x7fb"),
    ("nul", "a\x00b"),
    ("all-c0", "".join(map(chr, range(32)))),
    ("carriage-return", "good\rbad"),
    ("line-feed", "one\ntwo"),
    ("folded", "one\r\n two\r\n\tthree"),
    ("tab", "a\tb"),
    ("c1-csi", "a\x9b31mb"),
    ("all-c1", "".join(map(chr, range(128, 160)))),
    ("bidi-override", "invoice\u202efdp.exe"),
    ("bidi-isolate", "a\u2066b\u2069c\u2067d"),
    (
        "bidi-all",
        "".join(map(chr, [0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])),
    ),
    ("line-separator", "a\u2028b\u2029c"),
    ("byte-order-mark", "a\ufeffb"),
    ("zero-width-space", "V\u200bi\u200ba\u200bg\u200br\u200ba"),
    ("soft-hyphen", "pay\u00adpal"),
    ("grapheme-joiner", "a\u034fb"),
    ("fillers", "a\u115f\u1160\u3164\uffa0b"),
    ("mongolian", "a\u180eb"),
    ("invisible-operators", "a\u2060\u2061\u2062\u2063\u2064\u206a\u206fb"),
    ("tags", "a" + "".join(chr(0xE0000 + ord(c)) for c in "ignore this") + "b"),
    ("variation-supplement", "a\U000e0100\U000e01efb"),
    ("annotations", "a\ufff9b\ufffac\ufffb"),
    ("noncharacters", "a\ufdd0\ufffe\uffff\U0001fffe\U0010ffffb"),
    ("private-use", "a\ue000\uf8ff\U000f0000b"),
    ("unassigned", "a\u0378\u0379\U0003fffdb"),
    ("surrogate-high", "a\ud83db"),
    ("surrogate-low", "a\ude00b"),
    ("surrogate-run", "\ud800" * 40),
    ("invalid-bytes", "a\udcff\udcfe\udc80b"),
    ("invalid-run", "\udcff" * 40),
    ("overlong", "a\udcc0\udcaf\udce0\udc80\udc80b"),
    ("above-unicode", "a\udcf4\udc90\udc80\udc80b"),
    ("marks-zalgo", "z" + "\u0337\u0321\u0301" * 200),
    ("marks-no-base", "\u0301\u0302 a"),
    ("enclosing", "a\u20dd\u20e0\u0489b"),
    ("emoji-family", "\U0001f469\u200d\U0001f469\u200d\U0001f467 family"),
    ("joiner-latin", "pay\u200dpal pay\u200cpal"),
    ("joiner-persian", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"),
    ("joiner-devanagari", "\u0915\u094d\u200d\u0937"),
    ("variation", "\u2764\ufe0f \u2764\ufe0e"),
    ("skin-tone", "\U0001f44b\U0001f3fd"),
    ("flags", "\U0001f1e9\U0001f1ea \U0001f1e9"),
    ("keycap", "1\ufe0f\u20e3"),
    ("hebrew", "\u05e9\u05dc\u05d5\u05dd abc"),
    ("arabic", "\u0645\u0631\u062d\u0628\u0627 123"),
    ("wide", "\u6f22\u5b57" * 60),
    ("halfwidth", "\uff71\uff72 \uff21\uff22"),
    ("hangul-jamo", "\u1112\u1161\u11ab"),
    ("spaces", "a\u00a0b\u2003c\u3000d\u1680e"),
    ("trailing-spaces", "a" + " " * 80),
    ("only-spaces", " " * 10),
    ("ambiguous", "\u00a1\u2018\u2500\u25a0"),
    ("new-emoji", "\U0001fae8 \U0001fadf"),
    ("typed-notation", "^[ <U+202E> <FF> ^?"),
    ("format", "%s%n%08x {0} $(id) `id`"),
    ("long-word", "x" * 5000),
    ("formula", '=HYPERLINK("http://evil.test")'),
    ("markup", "<script>alert(1)</script>"),
]

# Subjects that still hold RFC 2047 words, of kinds that need care.
WORDS = [
    ("word-escape", "=?utf-8?B?" + base64.b64encode(b"\x1b[2Jgone").decode() + "?="),
    ("word-nul", "=?utf-8?Q?a=00b?="),
    ("word-line-feed", "=?utf-8?Q?a=0D=0AX-SES-Spam-Verdict:_PASS?="),
    ("word-utf7", "=?utf-7?Q?+ADw-script+AD4-?="),
    ("word-charset", "=?no-such-charset?Q?abc?="),
    ("word-base64", "=?utf-8?B?!!!not base64!!!?="),
    ("word-hex", "=?utf-8?Q?=ZZ=4?="),
    ("word-nested", "=?utf-8?Q?=3D=3Futf-8=3FQ=3Fabc=3F=3D?="),
    ("word-split", "=?utf-8?B?5ryi5a0=?= =?utf-8?B?lw==?="),
    ("word-invalid", "=?utf-8?Q?=FF=FE?="),
    ("word-open", "=?utf-8?Q?never ends"),
]

# Senders who pretend: display names, look-alike domains, addresses that are shell or format text.
SENDERS = [
    ("name-address", '"security@bank.example" <x@evil.test>'),
    ("name-escape", '"\x1b[2K\x1b[1A" <x@evil.test>'),
    ("domain-cyrillic", "Pay <pay@\u0440\u0430yp\u0430l.test>"),
    ("domain-punycode", "Pay <pay@xn--pypal-4ve.test>"),
    ("domain-bidi", "A <a@\u202etset.elpmaxe>"),
    ("address-shell", "\"$(reboot)\" <'`id`'-rf@evil.test>"),
    ("address-dash", "<--option@evil.test>"),
    ("no-address", "nobody at all"),
    ("empty", ""),
    ("brackets", "<<<>>>"),
    ("comma", "Doe, Jane <jane@northwind.example>"),
    ("quotes", '"a\\"b\\\\" (comment (nested)) <q@evil.test>'),
    ("two", "one@evil.test, two@evil.test"),
    ("long", "n" * 3000 + " <" + "l" * 300 + "@evil.test>"),
]

FORGED_ID = "forged00000000000000000000000000forged00"


def hostile():
    for name, text in CLASSES:
        event = small.event(name, text, f"{text} <{name}@evil.test>")
        yield compact(envelopes.record(event)), small.expected(name, text)
    for name, header in WORDS:
        event = small.event(name, header)
        yield compact(envelopes.record(event)), small.expected(name, header)
    for name, sender in SENDERS:
        event = small.event(f"from-{name}", "Hello", sender)
        yield compact(envelopes.record(event)), small.expected(f"from-{name}")


def forged():
    """A whole event as text where no reader should look for one."""
    inner = compact(envelopes.record(small.event(FORGED_ID, "forged"))).decode()
    wrapped = compact(
        envelopes.sns(envelopes.notification(small.event(FORGED_ID, "forged")))
    ).decode()
    for kind, text in (("record", inner), ("sns", wrapped)):
        event = small.event(f"forged-subject-{kind}", text)
        yield compact(envelopes.record(event)), small.expected(f"forged-subject-{kind}", text)
        event = small.event(f"forged-header-{kind}")
        event["mail"]["headers"] += [
            {"name": "X-Event", "value": text},
            {"name": "Message", "value": text},
            {"name": text, "value": "x"},
        ]
        yield compact(envelopes.record(event)), small.expected(f"forged-header-{kind}")
        event = small.event(f"forged-key-{kind}")
        event["mail"]["commonHeaders"] = {
            text: "x",
            "Message": text,
            "body": text,
            **event["mail"]["commonHeaders"],
        }
        yield compact(envelopes.record(event)), small.expected(f"forged-key-{kind}")
        event = small.event(f"forged-content-{kind}")
        yield (
            compact(envelopes.notification(event, f"Subject: x\r\n\r\n{text}\r\n")),
            small.expected(f"forged-content-{kind}", envelopes=["notification"]),
        )
        event = small.event(f"forged-line-{kind}", f"two lines\n{text}\n")
        yield compact(envelopes.record(event)), small.expected(
            f"forged-line-{kind}", f"two lines\n{text}\n"
        )
    event = small.event("forged-object")
    event["mail"]["commonHeaders"]["Records"] = envelopes.record(small.event(FORGED_ID))["Records"]
    yield compact(envelopes.record(event)), small.expected("forged-object")


def files():
    for name, make in [("hostile", hostile), ("forged", forged)]:
        lines = list(make())
        yield (
            f"Hostile/{name}.ndjson",
            b"".join(line + b"\n" for line, _ in lines),
            {
                "events": [expected for _, expected in lines],
                "otherDocuments": {},
                "brokenRegions": 0,
            },
        )

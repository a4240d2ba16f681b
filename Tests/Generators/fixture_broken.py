"""Broken input among good mails: the good ones must load, whatever stands beside them."""

import envelopes
import small
from fixture_hostile import FORGED_ID
from letter import compact


def good(number, indent=None):
    return compact(
        envelopes.record(small.event(f"good-{number}", f"Good mail {number}")), indent=indent
    )


def cut(number, at=b'"commonHeaders"', indent=None, subject=None):
    """A record that ends somewhere inside."""
    event = small.event(f"cut-{number}", subject or f"Cut mail {number}")
    whole = compact(envelopes.record(event), indent=indent)
    return whole[: whole.index(at) + len(at) + 2]


def sns(number):
    event = small.event(f"good-{number}", f"Good mail {number}")
    return compact(envelopes.sns(envelopes.notification(event)))


def case(name, bytes_, *numbers, broken=1, other=None, events=None):
    """A file, the numbers of the good mails in it, and how many regions are broken.

    `None` for `broken` or `other` says that the count is not prescribed.
    """
    found = events or [
        small.expected(f"good-{number}", f"Good mail {number}") for number in numbers
    ]
    return (
        f"Broken/broken-{name}.json",
        bytes_,
        {"events": found, "otherDocuments": other, "brokenRegions": broken},
    )


def forged_cut():
    """A cut record whose subject holds a forged event, escaped as JSON demands."""
    forged = compact(envelopes.record(small.event(FORGED_ID))).decode()
    return cut(1, at=b'"processingTimeMillis"', subject=f"Fwd: {forged} {forged}")


def raw_line_feed():
    """A record with a line feed of its own inside a string, as AWS's documentation prints one."""
    whole = compact(envelopes.record(small.event("raw-line-feed", "first@second")))
    return whole.replace(b"first@second", b"first\nsecond")


def lines(*parts):
    return b"".join(part + b"\n" for part in parts)


def cuts():
    """A record that ends early, with good ones on lines of their own or on the same line."""
    none = {}
    yield case("cut-line", lines(good(1), cut(2), good(3), good(4)), 1, 3, 4, other=none)
    yield case("cut-in-string", lines(good(1), cut(2, b'"subject":"Cu'), good(3)), 1, 3, other=none)
    yield case("cut-first", lines(cut(1), good(2)), 2, other=none)
    yield case("cut-last", good(1) + b"\n" + cut(2), 1, other=none)
    yield case(
        "cut-twice", lines(good(1), cut(2), good(3), cut(4), good(5)), 1, 3, 5, broken=2, other=none
    )
    for name, at in [
        ("string", b'"subject":"Cu'),
        ("key", b'"receipt":{"time'),
        ("number", b'"processingTimeMillis":'),
        ("header", b'"headers":['),
    ]:
        yield case(
            f"cut-same-line-in-{name}", lines(good(1) + cut(2, at) + good(3) + good(4)), 1, 3, 4
        )
    chain = ["sns", "notification"]
    yield case(
        "cut-same-line-sns",
        lines(sns(1) + sns(2)[:700] + sns(3)),
        events=[small.expected(f"good-{n}", f"Good mail {n}", chain) for n in (1, 3)],
    )
    yield case("cut-forged", lines(good(1), forged_cut(), good(2)), 1, 2, other=none)
    yield case("cut-forged-same-line", lines(good(1) + forged_cut() + good(2)), 1, 2)
    time = b"2026-11-18T09:41:07.250Z "
    yield case("prefix-then-cut", lines(time + cut(1), time + good(2)), 2, broken=None)


def marks():
    """Brackets, controls and other bytes where they do not belong."""
    yield case(
        "brackets",
        lines(good(1), b'{"a":[1,2}', good(2), b'{"a":{"b":1]}', good(3)),
        1,
        2,
        3,
        broken=2,
    )
    yield case(
        "brackets-extra", lines(good(1) + b"]}", good(2), b"]}", good(3)), 1, 2, 3, broken=None
    )
    yield case(
        "stray-brace",
        lines(good(1) + b"}", good(2), b"}", good(3) + b"}" + good(4)),
        1,
        2,
        3,
        4,
        broken=None,
    )
    odd = good(1).replace(b"Good mail 1", b"Good\x01mail\x1b[1m")
    yield case(
        "raw-control",
        lines(odd, good(2)),
        broken=0,
        other={},
        events=[
            small.expected("good-1", "Good\x01mail\x1b[1m"),
            small.expected("good-2", "Good mail 2"),
        ],
    )
    yield case(
        "raw-line-feed",
        lines(good(1), raw_line_feed(), good(2)),
        broken=None,
        events=[
            small.expected("good-1", "Good mail 1"),
            small.expected("raw-line-feed", "first\nsecond"),
            small.expected("good-2", "Good mail 2"),
        ],
    )
    garbage = bytes(byte for byte in range(256) if byte not in b"\r\n{}[]\"'")
    yield case(
        "binary",
        lines(good(1), garbage, good(2), garbage[::-1], good(3)),
        1,
        2,
        3,
        broken=2,
        other={},
    )
    every = bytes(range(256))
    yield case("binary-all", lines(good(1), every, every[::-1], good(2)), 1, 2, broken=None)
    yield case("nul-run", lines(good(1), bytes(4096), good(2)), 1, 2, broken=None)
    words = b"use {id} or {name: value} here"
    yield case("words-with-braces", lines(good(1), words, good(2)), 1, 2, broken=None)


def openings():
    """Something opens and never closes."""
    for name, start in [
        ("brace", b"{"),
        ("object", b'{"level":"info","event":'),
        ("string", b'{"level":"info'),
    ]:
        yield case(f"open-{name}", lines(good(1), start, good(2), good(3)), 1, 2, 3, other={})
    yield case(
        "open-array",
        lines(b"[" + good(1) + b",", good(2) + b",", cut(3), good(4)),
        1,
        2,
        4,
        broken=None,
    )
    yield case(
        "array-element",
        lines(b"[" + good(1) + b",", cut(2), b"," + good(3) + b"]"),
        1,
        3,
        broken=None,
    )
    half = cut(2, b'"commonHeaders"', 2)
    yield case("open-pretty", lines(good(1, 2), half, good(3, 2), good(4, 2)), 1, 3, 4, broken=None)
    half = cut(1, b'"headers": [', 2)
    yield case("open-pretty-lines", lines(half, good(2), good(3)), 2, 3, broken=None)
    yield case(
        "many-open",
        b'{"a":\n' * 500 + lines(good(1)) + b"{\n" * 500 + lines(good(2)),
        1,
        2,
        broken=None,
    )


def files():
    yield from cuts()
    yield from marks()
    yield from openings()

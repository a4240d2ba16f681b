"""Broken input among good mails: the good ones must load, whatever stands beside them."""
import envelopes
import small
from fixture_hostile import FORGED_ID
from letter import compact


def good(number, indent=None):
    return compact(envelopes.record(small.event(f"good-{number}", f"Good mail {number}")), indent=indent)


def cut(number, at=b'"commonHeaders"', indent=None, subject=None):
    """A record that ends somewhere inside."""
    event = small.event(f"cut-{number}", subject or f"Cut mail {number}")
    whole = compact(envelopes.record(event), indent=indent)
    return whole[:whole.index(at) + len(at) + 2]


def case(name, bytes_, *numbers, broken=1, other=None, events=None):
    """A file, the numbers of the good mails in it, and how many regions are broken.

    `None` for `broken` or `other` says that the count is not prescribed.
    """
    found = events or [small.expected(f"good-{number}", f"Good mail {number}") for number in numbers]
    return f"Broken/broken-{name}.json", bytes_, {"events": found, "otherDocuments": other, "brokenRegions": broken}


def forged_cut():
    """A cut record whose subject holds a forged event, escaped as JSON demands."""
    forged = compact(envelopes.record(small.event(FORGED_ID))).decode()
    return cut(1, at=b'"processingTimeMillis"', subject=f"Fwd: {forged} {forged}")


def raw_line_feed():
    """A record with a line feed of its own inside a string, as AWS's documentation prints one."""
    whole = compact(envelopes.record(small.event("raw-line-feed", "first@second")))
    return whole.replace(b"first@second", b"first\nsecond")


def files():
    nothing = {}
    yield case("cut-line", good(1) + b"\n" + cut(2) + b"\n" + good(3) + b"\n" + good(4) + b"\n", 1, 3, 4, other=nothing)
    yield case("cut-in-string", good(1) + b"\n" + cut(2, b'"subject":"Cu') + b"\n" + good(3) + b"\n", 1, 3, other=nothing)
    yield case("cut-first", cut(1) + b"\n" + good(2) + b"\n", 2, other=nothing)
    yield case("cut-last", good(1) + b"\n" + cut(2), 1, other=nothing)
    yield case("cut-twice", good(1) + b"\n" + cut(2) + b"\n" + good(3) + b"\n" + cut(4) + b"\n" + good(5) + b"\n", 1, 3, 5, broken=2, other=nothing)
    for name, at in [("string", b'"subject":"Cu'), ("key", b'"receipt":{"time'), ("number", b'"processingTimeMillis":'), ("header", b'"headers":[')]:
        yield case(f"cut-same-line-in-{name}", good(1) + cut(2, at) + good(3) + good(4) + b"\n", 1, 3, 4, other=None)
    yield case("cut-same-line-sns", compact(envelopes.sns(envelopes.notification(small.event("good-1", "Good mail 1"))))
               + compact(envelopes.sns(envelopes.notification(small.event("cut-2"))))[:700]
               + compact(envelopes.sns(envelopes.notification(small.event("good-3", "Good mail 3")))) + b"\n", other=None,
               events=[small.expected(f"good-{n}", f"Good mail {n}", ["sns", "notification"]) for n in (1, 3)])
    yield case("cut-forged", good(1) + b"\n" + forged_cut() + b"\n" + good(2) + b"\n", 1, 2, other=nothing)
    yield case("cut-forged-same-line", good(1) + forged_cut() + good(2) + b"\n", 1, 2, other=None)
    yield case("brackets", good(1) + b'\n{"a":[1,2}\n' + good(2) + b'\n{"a":{"b":1]}\n' + good(3) + b"\n", 1, 2, 3, broken=2)
    yield case("brackets-extra", good(1) + b"]}\n" + good(2) + b"\n]}\n" + good(3) + b"\n", 1, 2, 3, broken=None)
    yield case("stray-brace", good(1) + b"}\n" + good(2) + b"\n}\n" + good(3) + b"}" + good(4) + b"\n", 1, 2, 3, 4, broken=None)
    yield case("raw-control", good(1).replace(b"Good mail 1", b"Good\x01mail\x1b[1m") + b"\n" + good(2) + b"\n", broken=0, other=nothing,
               events=[small.expected("good-1", "Good\x01mail\x1b[1m"), small.expected("good-2", "Good mail 2")])
    yield case("raw-line-feed", good(1) + b"\n" + raw_line_feed() + b"\n" + good(2) + b"\n", broken=None,
               events=[small.expected("good-1", "Good mail 1"), small.expected("raw-line-feed", "first\nsecond"), small.expected("good-2", "Good mail 2")])
    garbage = bytes(byte for byte in range(256) if byte not in b"\r\n{}[]\"'")
    yield case("binary", good(1) + b"\n" + garbage + b"\n" + good(2) + b"\n" + garbage[::-1] + b"\n" + good(3) + b"\n", 1, 2, 3, broken=2, other=nothing)
    yield case("binary-all", good(1) + b"\n" + bytes(range(256)) + b"\n" + bytes(range(255, -1, -1)) + b"\n" + good(2) + b"\n", 1, 2, broken=None)
    yield case("nul-run", good(1) + b"\n" + bytes(4096) + b"\n" + good(2) + b"\n", 1, 2, broken=None)
    yield case("open-brace", good(1) + b"\n{\n" + good(2) + b"\n" + good(3) + b"\n", 1, 2, 3, other=nothing)
    yield case("open-object", good(1) + b'\n{"level":"info","event":\n' + good(2) + b"\n" + good(3) + b"\n", 1, 2, 3, other=nothing)
    yield case("open-string", good(1) + b'\n{"level":"info\n' + good(2) + b"\n" + good(3) + b"\n", 1, 2, 3, other=nothing)
    yield case("open-array", b"[" + good(1) + b",\n" + good(2) + b",\n" + cut(3) + b"\n" + good(4) + b"\n", 1, 2, 4, broken=None)
    yield case("array-element", b"[" + good(1) + b",\n" + cut(2) + b"\n," + good(3) + b"]\n", 1, 3, broken=None)
    yield case("open-pretty", good(1, 2) + b"\n" + cut(2, b'"commonHeaders"', 2) + b"\n" + good(3, 2) + b"\n" + good(4, 2) + b"\n", 1, 3, 4, broken=None)
    yield case("open-pretty-lines", cut(1, b'"headers": [', 2) + b"\n" + good(2) + b"\n" + good(3) + b"\n", 2, 3, broken=None)
    yield case("many-open", b'{"a":\n' * 500 + good(1) + b"\n" + b"{\n" * 500 + good(2) + b"\n", 1, 2, broken=None)
    yield case("words-with-braces", good(1) + b"\nuse {id} or {name: value} here\n" + good(2) + b"\n", 1, 2, broken=None)
    yield case("prefix-then-cut", b"2026-11-18T09:41:07.250Z " + cut(1) + b"\n2026-11-18T09:41:08.250Z " + good(2) + b"\n", 2, broken=None)

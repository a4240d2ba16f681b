"""The same mails out of every shape that a log can have."""

import framings
import shapes
import wrappers
import small
from letter import compact

TRICKY = 'Re: {"Records":[{"ses" }]} \\ "quoted", it\'s {[ fine'
FAILED = {"spam": "FAIL", "virus": "PASS", "spf": "FAIL", "dkim": "GRAY", "dmarc": "FAIL"}

# The framings that are tried with each shape; other files try all of them with the usual shapes.
FRAMINGS = {"lines": "", "pretty": "-pretty", "prefix-node": "-prefixed"}


def mails():
    """Events and what to expect of each."""
    for id, subject, statuses, policy in [
        ("aaaaaaaa0", "Hello", small.PASSED, None),
        ("bbbbbbbb1", TRICKY, FAILED, "reject"),
        ("cccccccc2", "Grüße 漢字 🎉", {**small.PASSED, "dmarc": None}, None),
    ]:
        yield small.event(id, subject, statuses=statuses, policy=policy), (id, subject, statuses)


def files():
    events = [event for event, _ in mails()]
    for name, (wrap, chain, more) in shapes.ALL.items():
        documents = wrap(events)
        expected = {
            "events": [
                small.expected(id, subject, chain, statuses)
                for _, (id, subject, statuses) in mails()
            ],
            "otherDocuments": {},
            "brokenRegions": 0,
            **more,
        }
        for framing, suffix in FRAMINGS.items():
            frame, _ = framings.ALL[framing]
            bytes_ = frame(documents, lambda document, indent: compact(document, indent=indent))
            if framing == "prefix-node" and isinstance(documents[0], list):
                continue
            yield f"Shapes/{name}{suffix}.json", bytes_, expected
    yield from pages()


def pages():
    """Exports that hold nothing, or not all there is."""
    incomplete = "this export is incomplete: it ends with a nextToken"
    running = "this query was still running: the result is partial"
    for name, document, kind, note in [
        ("page-empty", wrappers.filtered([], nextToken="Bxkq6kVGFtq2y"), "json", incomplete),
        ("page-last", wrappers.filtered([]), "json", None),
        ("page-forward", wrappers.got_events([]), "json", None),
        ("page-first", {"nextToken": "B", **wrappers.filtered(["words"])}, "logText", incomplete),
        ("page-null", wrappers.filtered(["words"], nextToken=None), "logText", None),
        ("query-running", wrappers.queried([], "Running"), "json", running),
    ]:
        yield f"Shapes/{name}.json", compact(document) + b"\n", {
            "events": [],
            "otherDocuments": {kind: 1},
            "brokenRegions": 0,
            **({"note": note} if note else {}),
        }

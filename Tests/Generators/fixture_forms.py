"""The mails of the framings in forms that are not JSON, or not whole.

Each file holds the three mails of `Framings/lines--lambda-1.json`, in the same order.
"""

import csv
import io
import json
import pprint

import envelopes
import framings
import small
from letter import compact
from node_inspect import inspect, inspect_old

MAILS = tuple((f"{id}{place}", *rest) for place, (id, *rest) in enumerate(small.MAILS))
STREAM = b"2026/11/18/[$LATEST]ab12cd34ef56"
TABLE_TIME = "2026-11-18 09:41:07.250"


def events():
    return [
        small.event(id, subject, statuses=statuses, policy=policy)
        for id, subject, statuses, policy in MAILS
    ]


def case(name, bytes_, chain, broken=0, other=None, mails=MAILS):
    found = [
        small.expected(id, subject, chain, statuses) for id, subject, statuses, _ in mails
    ]
    return (
        f"Forms/{name}.log",
        bytes_,
        {"events": found, "otherDocuments": other, "brokenRegions": broken},
    )


def wrapped(name):
    wrap, chain = envelopes.ALL[name]
    return wrap(events()), chain


def lines(parts):
    return b"".join(part + b"\n" for part in parts)


def python():
    """`print(event)` and its like; Python itself writes the literals."""
    for name in ("lambda-1", "pair", "sns-url", "sns-to-lambda", "notification-utf8"):
        documents, chain = wrapped(name)
        literals = [repr(document).encode() for document in documents]
        chain = ["python", *chain]
        none = {}
        yield case(f"python-print--{name}", lines(literals), chain, other=none)
        yield case(
            f"python-prefix--{name}",
            lines(framings.PYTHON + b"Full payload " + text for text in literals),
            chain,
            other=none,
        )
        pretty = lines(pprint.pformat(document).encode() for document in documents)
        yield case(f"python-pprint--{name}", pretty, chain, other=none)
    documents, chain = wrapped("lambda-1")
    literals = [repr(document) for document in documents]
    yield case(
        "python-same-line", "".join(literals).encode() + b"\n", ["python", *chain], other={}
    )
    old = [text.replace("'Records'", "u'Records'").replace(": 574", ": 574L") for text in literals]
    yield case("python-2", lines(text.encode() for text in old), ["python", *chain], other={})
    ascii_only = lines(ascii(document).encode() for document in documents)
    yield case("python-ascii", ascii_only, ["python", *chain], other={})
    mixed = lines(
        [compact(documents[0]), literals[1].encode(), b"START RequestId: 1", compact(documents[2])]
    )
    path, bytes_, says = case("python-among-json", mixed, chain, other={"logText": 1})
    says["events"][1]["envelopes"] = ["python", *chain]
    yield path, bytes_, says
    cut = lines([literals[0].encode()[:600], literals[1].encode(), literals[2].encode()])
    yield case("python-cut", cut, ["python", *chain], 1, {}, MAILS[1:])
    for name, before, way in [
        ("python-in-json-message", "", ["logger", "python"]),
        ("python-behind-words-in-json-message", "Event: ", ["logger", "log-line", "python"]),
    ]:
        records = [
            {
                "timestamp": "2026-11-18T09:41:07Z",
                "level": "INFO",
                "message": before + text,
                "logger": "root",
                "requestId": "9c1b0007-77aa-4bcd-8e0f-0123456789ab",
            }
            for text in literals
        ]
        yield case(name, lines(compact(r) for r in records), [*way, *chain], other={})


def console():
    """`console.log` of a record, a notification, and of the whole event, which is of no use."""
    for name, chain in [("pair", ["pair"]), ("notification", ["notification"])]:
        documents, chain = wrapped(name)
        shown = [framings.NODE + inspect(document).encode() for document in documents]
        yield case(f"inspect--{name}", lines(shown), ["inspect", *chain], other={})
        returns = lines(shown).replace(b"\n ", b"\r ").replace(b"\n}", b"\r}")
        yield case(f"inspect-cr--{name}", returns, ["inspect", *chain], other={})
        old = lines(framings.NODE + inspect_old(d).encode() for d in documents)
        yield case(f"inspect-old--{name}", old, ["inspect", *chain], other={})
    deep = lines(inspect(document, 9).encode() for document in wrapped("lambda-1")[0])
    yield case("inspect-deep--lambda-1", deep, ["inspect", "lambda"], other={})
    for name, show in [("", inspect), ("-old", inspect_old)]:
        whole = lines(show(document).encode() for document in wrapped("lambda-1")[0])
        yield case(f"inspect-event{name}", whole, [], 3, {}, ())


def cut_at(bytes_, mark, more):
    return bytes_[: bytes_.index(mark) + more]


def cuts():
    """Records that end at the size limit of a log, behind their receipt."""
    documents, chain = wrapped("notification-utf8")
    whole = [compact(document) for document in documents]
    for name, mark, more in [
        ("in-content", b'"content"', 60),
        ("before-content", b'"content"', 0),
        ("in-key", b'"content"', 4),
        ("behind-colon", b'"content"', 10),
    ]:
        yield case(f"cut-{name}", lines(cut_at(b, mark, more) for b in whole), chain, 0, {})
    prefixed = lines(framings.TIME + cut_at(b, b'"content"', 40) for b in whole)
    yield case("cut-prefixed", prefixed, chain, 0, {})
    same = lines([b"".join(cut_at(b, b'"content"', 40) for b in whole)])
    yield case("cut-same-line", same, chain, 0, {})
    receipts = lines(cut_at(b, b'"dmarcPolicy"' if b'"dmarcPolicy"' in b else b'"action"', 3)
                     for b in whole)
    yield case("cut-in-receipt", receipts, chain, 3, {}, ())
    messages = [compact(envelopes.sns(document)) for document in documents]
    cut = lines(cut_at(b, b'\\"content\\"', 60) for b in messages)
    yield case("cut-sns", cut, ["sns", *chain], 0, {})
    escape = lines(cut_at(b, b"\\\\r", 1) for b in messages)
    yield case("cut-sns-in-escape", escape, ["sns", *chain], 0, {})
    through = [envelopes.sns_to_lambda(document) for document in documents]
    cut = lines(cut_at(compact(b), b'\\"content\\"', 60) for b in through)
    # Reading goes on at the message; what stands before it on the line is a region.
    yield case("cut-sns-to-lambda", cut, ["sns", *chain], 3, {})


def tails():
    """`aws logs tail` in colours, and other lines around events."""
    documents, chain = wrapped("lambda-1")
    green, blue, plain = b"\x1b[32m", b"\x1b[36m", b"\x1b[0m"
    time = b"2026-11-18T09:41:07.250000+00:00"
    full = green + time + plain + b" " + blue + STREAM + plain + b" "
    short = green + b"2026-11-18T09:41:07" + plain + b" "
    platform = [
        b"INIT_START Runtime Version: python:3.13.v50",
        b"START RequestId: 9c1b0007-77aa-4bcd-8e0f-0123456789ab Version: $LATEST",
        b"END RequestId: 9c1b0007-77aa-4bcd-8e0f-0123456789ab",
        b"REPORT RequestId: 9c1b0007-77aa-4bcd-8e0f-0123456789ab\tDuration: 12.30 ms\t"
        b"Billed Duration: 13 ms\tMemory Size: 128 MB\tMax Memory Used: 70 MB",
    ]
    texts = [compact(document) for document in documents]
    for name, before in [("color", full), ("color-short", short), ("short", short[5:-5] + b" ")]:
        before = b"2026-11-18T09:41:07 " if name == "short" else before
        parts = [before + part for part in [*platform[:2], *texts, *platform[2:]]]
        yield case(f"tail-{name}", lines(parts), chain, 0, {"logText": 4})
    json_form = lines(full + b"\n" + compact(document, indent=4) for document in documents)
    yield case("tail-json-color", json_form, chain, 0, {"logText": 3})
    event = b"EVENTS\t38780000000000000000\t1795081511000\t" + STREAM + b"\t%s\t1795081267250"
    yield case("events-text", lines(event % text for text in texts), chain, 0, {"logText": 3})


def prefixed():
    """Pretty JSON of which each line became an event of its own, with a prefix of its own."""
    for name in ("lambda-1", "pair"):
        documents, chain = wrapped(name)
        for way, before in [
            ("export", b"2026-11-18T09:41:07.%03dZ "),
            ("tail", b"2026-11-18T09:41:07.%03d000+00:00 " + STREAM + b" "),
            ("tail-color", b"\x1b[32m2026-11-18T09:41:07.%03d\x1b[0m \x1b[36ms\x1b[0m "),
        ]:
            shown = [b"START RequestId: 1 Version: $LATEST"]
            for document in documents:
                shown += compact(document, indent=2).split(b"\n")
            numbered = lines(before % place + line for place, line in enumerate(shown))
            yield case(f"prefixed-{way}--{name}", numbered, chain, 0, {"logText": 1})


def table(rows, newline="\r\n"):
    output = io.StringIO()
    csv.writer(output, lineterminator=newline).writerows(rows)
    return output.getvalue().encode()


def flat(prefix, value):
    """The fields of a value as Logs Insights names them."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from flat(f"{prefix}.{key}" if prefix else key, inner)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from flat(f"{prefix}.{index}", inner)
    else:
        yield prefix, {True: "1", False: "0"}[value] if isinstance(value, bool) else str(value)


def tables():
    """What the console of Logs Insights exports; readers of documents alone do not know it."""
    documents, _ = wrapped("lambda-1")
    texts = [compact(document).decode() for document in documents]
    head = ["@timestamp", "@message", "@logStream"]
    stream = STREAM.decode()
    rows = [[TABLE_TIME, text, stream] for text in texts]
    yield "Tables/message.csv", table([head, *rows]), None
    pretty = [[TABLE_TIME, json.dumps(d, indent=2), stream] for d in documents]
    yield "Tables/message-pretty.csv", table([head, *pretty], "\n"), None
    prefixed = [[TABLE_TIME, framings.NODE.decode() + text + "\n", stream] for text in texts]
    yield "Tables/message-prefix.csv", b"\xef\xbb\xbf" + table([head, *prefixed]), None
    literal = [[TABLE_TIME, repr(document)] for document in documents]
    yield "Tables/message-python.csv", table([head[:2], *literal], "\n"), None
    damaged = table([head, rows[0]]) + b'x,"open\r\n' + table([rows[1]]) + b"a,b\r\n" + table(
        [rows[2]]
    )
    yield "Tables/message-damaged.csv", damaged, None
    fields = [dict(flat("", document)) for document in documents]
    names = sorted({name for row in fields for name in row})
    cells = [[TABLE_TIME] + [row.get(name, "") for name in names] for row in fields]
    yield "Tables/columns.csv", table([["@timestamp", *names], *cells]), None


def files():
    yield from python()
    yield from console()
    yield from cuts()
    yield from tails()
    yield from prefixed()
    yield from tables()

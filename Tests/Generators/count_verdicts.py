#!/usr/bin/env python3
"""Count the verdicts of a log with Python's own JSON reader, independently of ses-browser.

    count_verdicts.py FILE...

Prints one JSON object: "events", and for each check how often each status occurs as the event
spells it, "(missing)" where it has none. Reads whole files into memory; of broken input it finds
what lies on lines of its own.
"""

import json
import re
import sys

CHECKS = ("spam", "virus", "spf", "dkim", "dmarc")
DECODER = json.JSONDecoder(strict=False)
START = re.compile(r"[{\[]|\r?\n|\r")
SENDING = ("bounce", "complaint", "delivery", "eventType")


def documents(text):
    """Every JSON object or array in a text; what stands between them is skipped."""
    place = 0
    while match := START.search(text, place):
        place = match.end()
        if match[0] not in "{[":
            continue
        try:
            document, place = DECODER.raw_decode(text, match.start())
            yield document
        except (ValueError, RecursionError):
            # A broken object ends with its line at the latest; "[INFO]" may be followed by one.
            if match[0] == "{":
                end = re.compile(r"[\r\n]|$").search(text, place)
                place = end.end()


def events(document):
    """The `mail` and `receipt` objects in a document, through the envelopes around them."""
    if isinstance(document, list):
        for element in document:
            yield from events(element)
    elif not isinstance(document, dict):
        return
    elif isinstance(document.get("Records"), list):
        yield from events(document["Records"])
    elif isinstance(document.get("ses"), dict):
        yield document["ses"]
    elif isinstance(document.get("Sns"), dict):
        yield from events(document["Sns"])
    elif isinstance(document.get("Message"), str) and "TopicArn" in document:
        for inner in documents(document["Message"]):
            yield from events(inner)
    elif isinstance(document.get("receipt"), dict):
        yield document
    elif isinstance(document.get("mail"), dict) and not any(key in document for key in SENDING):
        yield document


def spelled(verdict):
    """The status as the event spells it; None where it has none."""
    status = verdict.get("status") if isinstance(verdict, dict) else verdict
    if status is None or isinstance(status, str):
        return status
    return json.dumps(status, separators=(",", ":"))


def statuses(event):
    receipt = event.get("receipt") or {}
    return {check: spelled(receipt.get(f"{check}Verdict")) for check in CHECKS}


def main():
    count, totals = 0, {check: {} for check in CHECKS}
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
            text = file.read()
        for document in documents(text):
            for event in events(document):
                count += 1
                for check, status in statuses(event).items():
                    status = "(missing)" if status is None else status
                    totals[check][status] = totals[check].get(status, 0) + 1
    print(json.dumps({"events": count, "verdicts": totals}, sort_keys=True))


if __name__ == "__main__":
    main()

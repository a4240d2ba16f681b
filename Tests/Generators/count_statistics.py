#!/usr/bin/env python3
"""Count what mails have in common with Python's own JSON reader, independently of ses-browser.

    count_statistics.py FILE...

Prints one JSON object: "events", "fail" (a FAIL in any check), and how many events there are for each day,
envelope recipient and client address, with those that have a FAIL: {"days": {"2026-11-20": [7, 2]}, ...}.
"""

import json
import re
import sys

from count_verdicts import documents, events, statuses

CLIENT = re.compile(r"from .*\[([^\]]*)\][^\[\]]* by inbound-smtp\.\S*\.amazonaws\.com", re.DOTALL)


def client(event):
    """The address in the Received header that SES wrote: the first or second of all headers."""
    headers = event.get("mail", {}).get("headers") or []
    for header in headers[:2]:
        if header.get("name", "").lower() == "received":
            match = CLIENT.match(header.get("value") or "")
            return match[1].lower() if match else ""
    return ""


def main():
    total, failing = 0, 0
    counts = {"days": {}, "recipients": {}, "ips": {}}
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
            text = file.read()
        for document in documents(text):
            for event in events(document):
                fails = any(
                    (status or "").upper() == "FAIL" for status in statuses(event).values())
                total += 1
                failing += fails
                recipients = (event.get("receipt") or {}).get("recipients") or [""]
                keys = {
                    "days": [(event.get("mail", {}).get("timestamp") or "")[:10]],
                    "recipients": {recipient.lower() for recipient in recipients},
                    "ips": [client(event)],
                }
                for name, values in keys.items():
                    for value in values:
                        entry = counts[name].setdefault(value, [0, 0])
                        entry[0] += 1
                        entry[1] += fails
    print(json.dumps({"events": total, "fail": failing} | counts, sort_keys=True))


if __name__ == "__main__":
    main()

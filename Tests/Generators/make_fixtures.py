#!/usr/bin/env python3
"""Write the files under Tests/Fixtures, and expected.json, which says what is in each.

    make_fixtures.py [FOLDER]

expected.json maps each file to
    events          in file order: messageId, subject, the five verdicts as spelled (null where
                    missing), envelopes from the outside inwards; where a fixture is about them also
                    from, to, source, recipients, dmarcPolicy, action. The subject is that of
                    commonHeaders, or else the Subject header's. One that is no valid Unicode text
                    stands as "subjectHex": its bytes, lone surrogates as UTF-8 would encode them.
    otherDocuments  how many of each kind; null where that is not prescribed
    brokenRegions   how many; null where that is not prescribed
    note            what is to be said of the file; missing where nothing is
    marks           the names of the marks that every row has; missing where there are none

Tables are not in it: their mails are those of Framings/lines--lambda-1.json.

The bytes are the same on every machine. Folders written here are emptied first.
"""

import json
import shutil
import sys
from pathlib import Path

import envelopes
import fixture_broken
import fixture_content
import fixture_forms
import fixture_gzip
import fixture_hostile
import fixture_others
import fixture_quirks
import fixture_shapes
import fixture_rawmail
import framings
import small
from letter import compact


def cross_product():
    """Each framing with each envelope: three small mails, six where a document holds three."""
    for framing_name, (frame, words) in framings.ALL.items():
        for name, (wrap, chain) in envelopes.ALL.items():
            mails = small.MAILS * (2 if name == "lambda-3" else 1)
            ids = [f"{id}{place}" for place, (id, *_) in enumerate(mails)]
            documents = wrap(
                [
                    small.event(id, subject, statuses=statuses, policy=policy)
                    for id, (_, subject, statuses, policy) in zip(ids, mails)
                ]
            )
            bytes_ = frame(documents, spaced if name == "sns-spaced" else compact_or_indented)
            events = []
            for id, (_, subject, statuses, policy) in zip(ids, mails):
                entry = small.expected(id, subject, chain, statuses)
                if name == "receipt":
                    entry.update(messageId=None, subject=None)
                if name == "mail":
                    entry.update(verdicts=small.missing())
                events.append(entry)
            other = None if words is None else {"logText": words * len(documents)} if words else {}
            yield f"Framings/{framing_name}--{name}.json", bytes_, {
                "events": events,
                "otherDocuments": other,
                "brokenRegions": 0,
            }


def compact_or_indented(document, indent):
    return compact(document, indent=indent)


def spaced(document, indent):
    """The spelling of SNS, which puts a space before the colon."""
    separators = (", ", " : ") if indent is None else (",", " : ")
    return json.dumps(document, ensure_ascii=False, indent=indent, separators=separators).encode()


def guide():
    """The event of the AWS Lambda guide, a file that is not made here."""
    verdicts = {**small.PASSED, "dmarc": None}
    return {
        "events": [small.expected("o3vrnil0e2ic28tr", "Test Subject", verdicts=verdicts)],
        "otherDocuments": {},
        "brokenRegions": 0,
    }


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent / "Fixtures")
    expected = {"aws-lambda-guide.json": guide()}
    rooms = (
        cross_product,
        fixture_quirks.files,
        fixture_hostile.files,
        fixture_others.files,
        fixture_shapes.files,
        fixture_broken.files,
        fixture_gzip.files,
        fixture_forms.files,
        fixture_rawmail.files,
        fixture_content.files,
    )
    files = {path: (bytes_, says) for room in rooms for path, bytes_, says in room()}
    for name in {path.split("/")[0] for path in files}:
        shutil.rmtree(folder / name, ignore_errors=True)
        (folder / name).mkdir(parents=True)
    for path, (bytes_, says) in files.items():
        (folder / path).write_bytes(bytes_)
        if says is not None:
            expected[path] = says
    lines = ",\n".join(
        f"{json.dumps(path)}: {json.dumps(expected[path])}" for path in sorted(expected)
    )
    (folder / "expected.json").write_bytes(b"{\n" + lines.encode() + b"\n}\n")


if __name__ == "__main__":
    main()

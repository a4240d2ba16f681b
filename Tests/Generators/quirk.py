"""One event of an odd shape; the quirk's name is the event's id."""

import envelopes
import small
from letter import compact

GONE = object()


def quirk(id, path="", value=GONE, edits=(), subject="Hello", verdicts=None, **more):
    """A Lambda record whose member at `path` is replaced or removed, and what to expect of it.

    `edits` are pairs of bytes to replace in the finished JSON text. An id or a subject of None is
    what a reader finds in an event that has none.
    """
    event = small.event(id)
    if path:
        *parents, last = path.split(".")
        place = event
        for key in parents:
            place = place[key]
        if value is GONE:
            del place[last]
        else:
            place[last] = value
    line = compact(envelopes.record(event))
    for old, new in edits:
        assert old in line, (id, old)
        line = line.replace(old, new, 1)
    found = more.pop("found", id)
    return line, small.expected(found, subject, verdicts=verdicts, **more)

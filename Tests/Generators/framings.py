"""The ways in which documents follow each other in a file.

Each takes documents and a function `text(document, indent)` to bytes, and gives the file's bytes.
"""

NODE = b"2026-11-18T09:41:07.250Z\t9c1b0007-77aa-4bcd-8e0f-0123456789ab\tINFO\t"
TAIL = b"2026-11-18T09:41:07.250000+00:00 2026/11/18/[$LATEST]ab12cd34ef56 "
TIME = b"2026-11-18T09:41:07.250Z "
PYTHON = b"[INFO]\t2026-11-18T09:41:07.250Z\t9c1b0007-77aa-4bcd-8e0f-0123456789ab\t"


def _lines(before=b"", after=b"\n", indent=None, turn=bytes):
    return lambda documents, text: b"".join(
        before + turn(text(d, indent)) + after for d in documents
    )


def _tail_json(documents, text):
    """`aws logs tail --format json`: the prefix alone, then the message indented by four."""
    return b"".join(TAIL + b"\n" + text(document, 4) + b"\n" for document in documents)


def _array(documents, text):
    return b"[" + b",".join(text(document, None) for document in documents) + b"]\n"


def _pretty_array(documents, text):
    return text(list(documents), 2) + b"\n"


def _no_final_newline(documents, text):
    return b"\n".join(text(document, None) for document in documents)


def _carriage_returns(bytes_):
    return bytes_.replace(b"\n", b"\r")


# name: (framing, lines of plain text that it adds for each document; None: not prescribed)
ALL = {
    "lines": (_lines(), 0),
    "concatenated": (_lines(after=b""), 0),
    "pretty": (_lines(indent=2), 0),
    "array": (_array, 0),
    "pretty-array": (_pretty_array, 0),
    "bom": (lambda documents, text: b"\xef\xbb\xbf" + _lines()(documents, text), 0),
    "crlf": (_lines(after=b"\r\n"), 0),
    "pretty-crlf": (_lines(after=b"\r\n", indent=2, turn=lambda b: b.replace(b"\n", b"\r\n")), 0),
    "cr": (_lines(after=b"\r"), 0),
    "pretty-cr": (_lines(after=b"\r", indent=2, turn=_carriage_returns), 0),
    "blank-lines": (_lines(before=b"\n \t\n", after=b"\n\n\n"), 0),
    "no-final-newline": (_no_final_newline, 0),
    "prefix-node": (_lines(before=NODE), 0),
    "prefix-node-pretty": (_lines(before=NODE, indent=2), 0),
    "prefix-tail": (_lines(before=TAIL), 0),
    "prefix-time": (_lines(before=TIME), 0),
    "prefix-python": (_lines(before=PYTHON), 0),
    "words-then-pretty": (_lines(before=NODE + b"SES Notification:\n", indent=2), 1),
    "tail-json": (_tail_json, 1),
    "trailing-text": (_lines(after=b" and so on, done.\n"), None),
}

"""What `console.log(value)` of Node writes: `util.inspect` with its usual settings.

<https://nodejs.org/api/util.html#utilinspectobject-options>, by the rules of lib/internal/util/inspect.js
for plain objects, lists of up to six elements, texts, numbers and words.
"""

import re

DEPTH = 2
WIDTH = 80
INNERMOST = 3  # so many levels may share a line


def inspect(value, depth=DEPTH):
    return _Inspector(depth).format(value, 0)


def inspect_old(value, depth=DEPTH):
    """As Node did before version 12: the first member beside its brace, the rest below it."""
    return _old(value, depth, 0, 0)


class _Inspector:
    def __init__(self, depth):
        self.depth = depth
        self.indentation = 0
        self.deepest = 0

    def format(self, value, level):
        if not isinstance(value, (dict, list)):
            return _scalar(value, self.indentation)
        is_list = isinstance(value, list)
        if not value:
            return "[]" if is_list else "{}"
        if level > self.depth:
            return "[Array]" if is_list else "[Object]"
        self.deepest = level
        parts = []
        for item in value if is_list else value.items():
            self.indentation += 2
            if is_list:
                parts.append(self.format(item, level + 1))
            else:
                parts.append(f"{_key(item[0])}: {self.format(item[1], level + 1)}")
            self.indentation -= 2
        return self._join(parts, "[]" if is_list else "{}", level)

    def _join(self, parts, braces, level):
        if self.deepest - level < INNERMOST:
            start = len(parts) + self.indentation + 1 + 10
            length = start + len(parts) + sum(len(part) for part in parts)
            if length <= WIDTH and not any("\n" in part for part in parts):
                return f"{braces[0]} {', '.join(parts)} {braces[1]}"
        line = "\n" + " " * self.indentation
        return f"{braces[0]}{line}  {f',{line}  '.join(parts)}{line}{braces[1]}"


def _old(value, depth, level, indentation):
    if not isinstance(value, (dict, list)):
        return _scalar(value, WIDTH)
    is_list = isinstance(value, list)
    if not value:
        return "[]" if is_list else "{}"
    if level > depth:
        return "[Array]" if is_list else "[Object]"
    parts = []
    for item in value if is_list else value.items():
        inner = item if is_list else item[1]
        text = _old(inner, depth, level + 1, indentation + 2 if is_list else indentation + 3)
        if is_list:
            parts.append(text)
        elif "\n" in text:
            parts.append(f"{_key(item[0])}: \n{' ' * (indentation + 3)}{text}")
        else:
            parts.append(f"{_key(item[0])}: {text}")
    braces = "[]" if is_list else "{}"
    if sum(len(part) + 1 for part in parts) + len(parts) > 60 or any("\n" in p for p in parts):
        return f"{braces[0]} {(',' + chr(10) + ' ' * (indentation + 2)).join(parts)} {braces[1]}"
    return f"{braces[0]} {', '.join(parts)} {braces[1]}"


def _key(key):
    return key if re.fullmatch("[a-zA-Z_][a-zA-Z_0-9]*", key) else _quoted(key)


def _scalar(value, indentation):
    if isinstance(value, str):
        if len(value) > 16 and len(value) > WIDTH - indentation - 4 and "\n" in value:
            lines = re.split("(?<=\n)", value)
            return f" +\n{' ' * (indentation + 2)}".join(_quoted(line) for line in lines if line)
        return _quoted(value)
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _quoted(text):
    quote = "'"
    if "'" in text:
        quote = '"' if '"' not in text else "`" if "`" not in text and "${" not in text else "'"
    special = "[\x00-\x1f\\\\\x7f-\x9f\ud800-\udfff" + ("'" if quote == "'" else "") + "]"
    return quote + re.sub(special, _escape, text) + quote


def _escape(match):
    character = match[0]
    short = {"\b": "b", "\t": "t", "\n": "n", "\f": "f", "\r": "r", "\\": "\\", "'": "'"}
    if character in short:
        return "\\" + short[character]
    code = ord(character)
    return f"\\x{code:02X}" if code < 256 else f"\\u{code:04X}"

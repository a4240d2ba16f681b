#!/usr/bin/env python3
"""Writes Sources/SESCore/Text/ScalarClassTable.swift.

    python3 Tests/Generators/make_width_table.py > Sources/SESCore/Text/ScalarClassTable.swift

What a scalar is comes from Python's unicodedata; how many columns it takes comes from the C
library's wcwidth in the locale C.UTF-8, because ncurses asks the same function. Both should be of
one Unicode version; the header of the table names them.
"""

import ctypes
import sys
import unicodedata

# The order of the cases of ScalarClass.
CLASSES = [
    "narrow", "wide", "rightToLeft", "mark", "space", "joiner", "selector", "skinTone", "regional",
    "control", "bidi", "tag", "invisible", "lineBreak", "privateUse", "unassigned", "surrogate",
]

BIDI = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}

# Default_Ignorable_Code_Point of DerivedCoreProperties.txt, which unicodedata does not have.
IGNORABLE = {
    0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810),
    *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x3164,
    *range(0xFE00, 0xFE10), 0xFEFF, 0xFFA0, *range(0xFFF0, 0xFFF9), *range(0x1BCA0, 0x1BCA4),
    *range(0x1D173, 0x1D17B), *range(0xE0000, 0xE1000),
}

libc = ctypes.CDLL("libc.so.6")
libc.wcwidth.argtypes = [ctypes.c_int32]
libc.gnu_get_libc_version.restype = ctypes.c_char_p
if libc.setlocale(0, b"C.UTF-8") == 0:
    sys.exit("the locale C.UTF-8 is missing")


def class_of(value):
    if 0xD800 <= value < 0xE000:
        return "surrogate"
    scalar = chr(value)
    category = unicodedata.category(scalar)
    if category == "Cc":
        return "control"
    if value in BIDI:
        return "bidi"
    if value in (0x200C, 0x200D):
        return "joiner"
    if value in (0xFE0E, 0xFE0F):
        return "selector"
    if value == 0xE0001 or 0xE0020 <= value < 0xE0080:
        return "tag"
    if 0x1F3FB <= value <= 0x1F3FF:
        return "skinTone"
    if 0x1F1E6 <= value <= 0x1F1FF:
        return "regional"
    if category in ("Zl", "Zp"):
        return "lineBreak"
    if value & 0xFFFE == 0xFFFE or 0xFDD0 <= value < 0xFDF0:
        return "unassigned"
    if value in IGNORABLE or category == "Cf":
        return "invisible"
    if category == "Co":
        return "privateUse"
    if category == "Cn":
        return "unassigned"
    if category == "Zs" and value != 0x20:
        return "space"
    width = libc.wcwidth(value)
    if width == 0:
        return "mark"
    if width == 2:
        return "wide"
    if width == 1:
        right = unicodedata.bidirectional(scalar) in ("R", "AL")
        return "rightToLeft" if right else "narrow"
    return "unassigned"


entries = []
last = None
for value in range(0x110000):
    name = class_of(value)
    if name != last:
        entries.append(value << 8 | CLASSES.index(name))
        last = name

print(f"""\
// Made by Tests/Generators/make_width_table.py; do not edit.
//
// Unicode {unicodedata.unidata_version}, widths of glibc {libc.gnu_get_libc_version().decode()} in C.UTF-8.

extension ScalarClass {{
    /// Where a class begins, in order: the first scalar in the upper 24 bits, the class in the
    /// lower 8. It goes on to the next entry.
    static let table: [UInt32] = [""")
ROW = 7
for start in range(0, len(entries), ROW):
    print("        " + " ".join(f"0x{e:08X}," for e in entries[start:start + ROW]))
print("    ]\n}")

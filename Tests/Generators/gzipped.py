"""Gzip data that are the same bytes with every version of zlib: nothing in them is compressed."""

import base64
import struct
import zlib

HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
LARGEST_BLOCK = 0xFFFF


def member(bytes_):
    """One gzip member (RFC 1952) of stored blocks (RFC 1951, 3.2.4)."""
    blocks = [
        bytes_[start : start + LARGEST_BLOCK] for start in range(0, len(bytes_), LARGEST_BLOCK)
    ] or [b""]
    stored = b"".join(
        struct.pack("<BHH", block is blocks[-1], len(block), len(block) ^ 0xFFFF) + block
        for block in blocks
    )
    return HEADER + stored + struct.pack("<II", zlib.crc32(bytes_), len(bytes_))


def text(bytes_):
    """A gzip member in base64, as AWS puts it into JSON."""
    return base64.b64encode(member(bytes_)).decode()

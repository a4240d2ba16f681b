"""Gzip data, whole and damaged. Members hold stored blocks, which are the same on every machine."""

import struct
import zlib

import envelopes
import small
from letter import compact

HEADER = bytes([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255])
BLOCK = 1000


def mail(number):
    event = small.event(f"packed-{number}", f"Packed mail {number}")
    return compact(envelopes.record(event)) + b"\n"


def member(data, broken_block=None, crc=0, length=0):
    """One member; the block of a number can be of the type that does not exist."""
    blocks = [data[at : at + BLOCK] for at in range(0, len(data), BLOCK)] or [b""]
    packed = HEADER
    for number, block in enumerate(blocks):
        kind = 7 if number == broken_block else int(number == len(blocks) - 1)
        packed += struct.pack("<BHH", kind, len(block), len(block) ^ 0xFFFF) + block
    return packed + struct.pack("<II", zlib.crc32(data) ^ crc, (len(data) + length) & 0xFFFFFFFF)


def case(name, bytes_, *numbers, broken=0, other=None):
    events = [small.expected(f"packed-{number}", f"Packed mail {number}") for number in numbers]
    return (
        f"Gzip/{name}",
        bytes_,
        {"events": events, "otherDocuments": other or {}, "brokenRegions": broken},
    )


def files():
    one, two, three = mail(1), mail(2), mail(3)
    all_ = one + two + three
    packed = member(one) + member(two) + member(three)
    yield case("single.json.gz", member(all_), 1, 2, 3)
    yield case("no-suffix", member(all_), 1, 2, 3)
    yield case("members.json.gz", packed, 1, 2, 3)
    yield case("empty-member.json.gz", member(one) + member(b"") + member(two), 1, 2)
    yield case("cut-between-members.json.gz", member(all_[:700]) + member(all_[700:]), 1, 2, 3)
    yield case("twice.json.gz", member(packed), 1, 2, 3)
    yield case("twice-members.json.gz", member(packed[:500]) + member(packed[500:]), 1, 2, 3)
    yield case("four-times.json.gz", member(member(member(packed))), 1, 2, 3)
    yield case("nul-padding.json.gz", packed + bytes(512), 1, 2, 3)
    yield case("text-behind.json.gz", member(one) + two + member(three), 1, 2, 3)
    yield case("garbage-behind.json.gz", packed + bytes(range(256)) * 2, 1, 2, 3, broken=1)
    # The cut mail is one region, the end of the data another.
    yield case("truncated.json.gz", member(all_)[: len(one) + len(two) + 700], 1, 2, broken=2)
    yield case("truncated-header.json.gz", member(one) + HEADER[:6], 1, broken=1)
    yield case(
        "bad-checksum.json.gz", member(one) + member(two, crc=1) + member(three), 1, 2, 3, broken=1
    )
    yield case(
        "bad-length.json.gz", member(one) + member(two, length=1) + member(three), 1, 2, 3, broken=1
    )
    yield case(
        "damaged-member.json.gz",
        member(one) + member(two, broken_block=0) + member(three),
        1,
        3,
        broken=1,
    )
    # Half of the second mail comes out and is a region; the third follows on the same line.
    yield case(
        "damaged-middle.json.gz",
        member(one) + member(two, broken_block=1) + member(three),
        1,
        3,
        broken=2,
    )

"""Which letters the document fonts have: in an archived PDF each must have a shape of its own."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import reduce
from pathlib import Path

# What stands for a letter without a shape.
STAND_IN = "?"
# What Typst's own font has, where there are no others.
_LATIN = range(0x180)
_SEGMENTS, _GROUPS = 4, 12


def without_unknown(text: str, fonts: Path) -> str:
    """Put a question mark in place of each letter that no font of the folder has."""
    known = reduce(set.union, map(_letters, sorted(fonts.glob("*.ttf"))), set[int]())
    known = known or set(_LATIN)
    return "".join(one if ord(one) in known or one.isspace() else STAND_IN for one in text)


def _letters(font: Path) -> set[int]:
    """Read the font's table of letters (OpenType's `cmap`, in its two usual formats)."""
    content = font.read_bytes()
    start = _table(content, b"cmap")
    (count,) = struct.unpack_from(">H", content, start + 2)
    known: set[int] = set()
    for number in range(count):
        (offset,) = struct.unpack_from(">L", content, start + 8 + 8 * number)
        known.update(_listed(content, start + offset))
    return known


def _table(content: bytes, name: bytes) -> int:
    (count,) = struct.unpack_from(">H", content, 4)
    for number in range(count):
        tag, offset = struct.unpack_from(">4s4xL", content, 12 + 16 * number)
        if tag == name:
            return int(offset)
    raise LookupError(name)


def _listed(content: bytes, at: int) -> Iterator[int]:
    (format_number,) = struct.unpack_from(">H", content, at)
    if format_number == _GROUPS:
        (count,) = struct.unpack_from(">L", content, at + 12)
        for first, last, _glyph in struct.iter_unpack(
            ">LLL", content[at + 16 : at + 16 + 12 * count]
        ):
            yield from range(first, last + 1)
    elif format_number == _SEGMENTS:
        (twice,) = struct.unpack_from(">H", content, at + 6)
        ends = struct.unpack_from(f">{twice // 2}H", content, at + 14)
        starts = struct.unpack_from(f">{twice // 2}H", content, at + 16 + twice)
        for first, last in zip(starts, ends, strict=True):
            yield from range(first, last + 1)

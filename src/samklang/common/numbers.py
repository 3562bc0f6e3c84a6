"""Whole numbers as somebody sends them: in an address, or in a field that a page filled in."""

from __future__ import annotations

# Longer than that, it is nothing of ours; the databases take no more, and it takes time to read.
_LONGEST = len("999999999")


def whole(typed: str) -> int | None:
    """Return the number; what is none, or longer than any of ours, is none."""
    is_one = typed.isascii() and typed.isdecimal() and len(typed) <= _LONGEST
    return int(typed) if is_one else None

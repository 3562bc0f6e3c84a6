"""The sides that a contract names beside their organisation number, or above their signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

Named = tuple[str, tuple[int, int]]

_NUMBER = r"\(?(?:[Oo]rg(?:anisations)?\.?[ -]{0,2}n(?:umme)?r\.?:? ?)?(?:\d{6}-\d{4}|\d{10})(?!\d)"
_WORDS = r"(?P<name>[A-ZÅÄÖ](?:(?!(?<!-) och )(?:[^,;:()\n\d]|\b\d{1,2}\b)){2,70}?)"
_BESIDE = re.compile(
    rf"(?:^|: ?|(?<= och )|(?<=mellan )|(?<=^• ))(?=[A-ZÅÄÖ]){_WORDS},?\s*{_NUMBER}", re.MULTILINE
)
# A letterhead's columns: the number stands on the first line, the name below it.
_BELOW = re.compile(rf"{_NUMBER}\s*\n{_WORDS} (?:Tfn|Tel(?:efon)?)\b")
_SIGNED = re.compile(rf"(?:^|(?<=\w) )För {_WORDS}(?=$| För )", re.MULTILINE)
_NO_NAME = re.compile(
    r"\b(?:[Pp]ostadress|[Oo]rg(?:anisationsn\w+)?|[Tt]fn|[Tt]el|[Ff]aktur\w+|[Aa]vtal\w*)\b"
)
_HEAD, _FOOT = 4000, 2500


def numbered_sides(text: str) -> Iterator[Named]:
    """Yield the names that stand with an organisation number on the first pages."""
    for pattern in (_BESIDE, _BELOW):
        for found in pattern.finditer(text, 0, _HEAD):
            if not _NO_NAME.search(found["name"]):
                yield found["name"].strip(), found.span("name")


def signing_sides(text: str) -> Iterator[Named]:
    """Yield the names that the last lines are signed for; 'för kommunen' names nobody."""
    for found in _SIGNED.finditer(text, max(0, len(text) - _FOOT)):
        if " " in found["name"].strip() and not _NO_NAME.search(found["name"]):
            yield found["name"].strip(), found.span("name")

"""Reads which words each comment in a Word document stands at."""

from __future__ import annotations

from samklang.documents.word.markup import Element, W
from samklang.documents.word.spans import local

LONGEST = 300
_CUT = "…"


def commented(root: Element) -> dict[str, str]:
    """Return the words by the comment's id, with one space between them."""
    found: dict[str, str] = {}
    begun: set[str] = set()
    for one in root.iter():
        name, key = local(one), one.get(f"{W}id", "")
        if name == "commentRangeStart":
            begun.add(key)
        elif name == "commentRangeEnd":
            begun.discard(key)
        elif name in ("t", "delText", "p", "tab", "br"):
            _add(one.text or " ", begun, found)
    return {key: _shortened(" ".join(words.split())) for key, words in found.items()}


def _add(words: str, begun: set[str], found: dict[str, str]) -> None:
    """Let the words be a part of what is commented; what is long enough takes no more."""
    for key in list(begun):
        found[key] = found.get(key, "") + words
        if len(found[key]) > LONGEST * 2:
            begun.discard(key)


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + _CUT

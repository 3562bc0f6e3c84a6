"""Reads which words each comment in a Word document stands at."""

from __future__ import annotations

from collections import defaultdict

from samklang.documents.word.markup import Element
from samklang.documents.word.names import W
from samklang.documents.word.spans import local

LONGEST = 300
_CUT = "…"
_WORDS = ("t", "delText", "p", "tab", "br")
_GONE = (f"{W}del", f"{W}moveFrom")


def commented(root: Element) -> dict[str, str]:
    """Return the words by the comment's id, with one space between them.

    They are those that stand; what has been taken out only where nothing else is commented.
    """
    standing: dict[str, str] = defaultdict(str)
    gone: dict[str, str] = defaultdict(str)
    begun: set[str] = set()
    for one in root.iter():
        name, key = local(one), one.get(f"{W}id", "")
        if name == "commentRangeStart":
            begun.add(key)
        elif name == "commentRangeEnd":
            begun.discard(key)
        elif begun and name in _WORDS:
            is_gone = next(one.iterancestors(*_GONE), None) is not None
            _add(one.text or " ", begun, gone if is_gone else standing)
    return {key: _shortened(standing[key]) or _shortened(gone[key]) for key in {*standing, *gone}}


def _add(words: str, begun: set[str], found: dict[str, str]) -> None:
    """Let the words be a part of what is commented; what is long enough takes no more."""
    for key in list(begun):
        found[key] += words
        if len(found[key]) > LONGEST * 2:
            begun.discard(key)


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + _CUT

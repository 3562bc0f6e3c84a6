"""Finds which section a change or a comment belongs to, and who has changed each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from samklang.consultations.returned.placing import Part
from samklang.documents.api import Fate, WordText, plain
from samklang.texts.api import plainly

_GONE = (Fate.DELETED, Fate.MOVED_AWAY)


@dataclass(frozen=True, slots=True)
class Places:
    """The section of each passage as the document reads, and the words of each before."""

    keys: tuple[str, ...]
    texts: tuple[str, ...]
    before: Mapping[str, str]

    @classmethod
    def of(cls, now: Iterable[Part], then: Mapping[str, Part]) -> Places:
        held = [(part.key, one.text) for part in now for one in part.passages]
        before = {key: plainly(plain(part.passages)) for key, part in then.items()}
        return cls(tuple(key for key, _text in held), tuple(text for _key, text in held), before)

    def key(self, at: int) -> str:
        return self.keys[at] if 0 <= at < len(self.keys) else ""


def place_of(at: int, about: str, places: Places) -> str:
    """Return the section of what stands at a passage.

    What is gone with its whole paragraph is told at the one that follows, which may be the next
    section's: the words of before say which of the two it was, or that all of it is gone.
    """
    if at < 0:
        return ""
    here, words = places.key(at), plainly(about)
    is_here = not words or (at < len(places.texts) and words in plainly(places.texts[at]))
    if is_here or words in places.before.get(here, ""):
        return here
    above = places.key(at - 1)
    if words in places.before.get(above, ""):
        return above
    standing = set(places.keys)
    gone = (key for key, text in places.before.items() if key not in standing and words in text)
    return next(gone, here)


def hands(word: WordText, places: Places) -> dict[str, str]:
    """Return who has changed each section, in the order of their changes."""
    found: dict[str, dict[str, None]] = {}
    for one in word.changes:
        about = one.text if one.fate in _GONE else ""
        key = place_of(one.at, about, places)
        if one.author:
            found.setdefault(key, {})[one.author] = None
    return {key: ", ".join(names) for key, names in found.items()}

"""The texts that are held against each other, as they are handed in."""

from __future__ import annotations

from dataclasses import dataclass

from samklang.documents.api import Passage


@dataclass(frozen=True, slots=True)
class Part:
    """A section: its lasting key, its number and heading, and the passages under it."""

    key: str
    heading: str
    passages: tuple[Passage, ...]
    number: str = ""
    level: int = 1


@dataclass(frozen=True, slots=True)
class SisterText:
    """One of the texts. `own` are words that must differ from text to text: its area, its title."""

    code: str
    parts: tuple[Part, ...]
    own: tuple[str, ...] = ()

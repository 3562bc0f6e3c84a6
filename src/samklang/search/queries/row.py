"""What a kind tells of one of its rows, once the wall has let it through."""

from __future__ import annotations

from dataclasses import dataclass

_LONGEST_TITLE = 110


@dataclass(frozen=True, slots=True)
class Row:
    title: str
    url: str
    where: str
    text: str
    edition_id: int = 0
    is_draft: bool = False


def shortened(text: str) -> str:
    """Return the text as a title; one that is too long ends at a word."""
    text = " ".join(text.split())
    if len(text) <= _LONGEST_TITLE:
        return text
    return f"{text[:_LONGEST_TITLE].rsplit(' ', 1)[0]} …"


def titled(text: str) -> tuple[str, str]:
    """Return a text as a title, and all of it where the title has not room for it."""
    whole = " ".join(text.split())
    title = shortened(whole)
    return title, whole if title != whole else ""

"""When two wordings are the same, and whether words stand in a text: spaces apart."""

from __future__ import annotations

from samklang.documents.api import passages, plain


def plainly(text: str) -> str:
    """Return the words with one space between them, as they are compared."""
    return " ".join(text.split())


def words_of(body: str) -> str:
    """Return the words of a section's text, as they are compared."""
    return plainly(plain(passages(body)))


def place_in(words: str, wording: str) -> int | None:
    """Return where among the words of a text a wording stands, or None if it does not."""
    found = words.find(plainly(wording))
    return None if found < 0 else found


def is_same(one: str, other: str) -> bool:
    return plainly(one) == plainly(other)

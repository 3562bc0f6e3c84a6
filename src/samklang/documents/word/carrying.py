"""Carries what was read in a Word document through a page and back, as values of JSON."""

from __future__ import annotations

from typing import Any

from samklang.documents.wire import WrongShape, decoder_of, encode
from samklang.documents.word.remarks import WordText


def carried(word: WordText) -> Any:
    return encode(word)


def brought_back(told: Any) -> WordText | None:
    """Return what was carried; None when it is of another shape, as after a new version."""
    try:
        found: WordText = decoder_of(WordText)(told)
    except (WrongShape, ValueError):
        return None
    return found

"""The law of the packs that we ship, as pages and texts are given it."""

from __future__ import annotations

from functools import cache

from samklang.library.api import LawText, law_text, put_law
from samklang.setup import packs


@cache
def law_of(country: str, language: str = "sv") -> LawText:
    """Put the pack's law in the database and read it again; what is read outlives the test."""
    put_law(country, packs.country(country).law)
    return law_text(country, language)

"""What is said the same way every time: put into each language once."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from django.utils.translation import get_language

Given = ParamSpec("Given")
Said = TypeVar("Said")


def said_once(make: Callable[Given, Said]) -> Callable[Given, Said]:
    """Keep what a function says, for each language and whatever it is given.

    For texts that follow from nothing else. To find out which language is active costs most of
    what a translation does, so that one question answers for all the texts that belong together.
    """

    @lru_cache(maxsize=500)
    def kept(_language: str | None, *given: Hashable, **named: Hashable) -> Said:
        return make(*given, **named)  # type: ignore[arg-type]  # what `said` was given

    @wraps(make)
    def said(*given: Given.args, **named: Given.kwargs) -> Said:
        return kept(get_language(), *given, **named)  # type: ignore[arg-type]  # all can be kept

    return said

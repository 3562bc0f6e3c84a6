"""What an agreement's history says of what contexts above have done with it: each adds its own."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise

_SAID: dict[str, Promise] = {}
_OF_TEXT: set[str] = set()


def tell_also(sayings: Mapping[str, Promise], *, of_text: bool = False) -> None:
    """Let the history say these verbs; those `of_text` tell what a draft says, as the wall allows.

    A saying may name what the entry's details hold.
    """
    _SAID.update(sayings)
    if of_text:
        _OF_TEXT.update(sayings)


def also_said(verb: str) -> Promise | None:
    return _SAID.get(verb)


def is_of_text(verb: str) -> bool:
    return verb in _OF_TEXT

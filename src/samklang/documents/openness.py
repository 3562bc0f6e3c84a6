"""Whether a received file is for everybody by now: contexts above say so of what stands on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from samklang.documents.models import File

Rule = Callable[[File, date], bool]
_RULES: list[Rule] = []


def opens(rule: Rule) -> None:
    """Let the rule say of a file that it is decided, so that nobody notes who reads it."""
    _RULES.append(rule)


def is_open(file: File, *, on: date) -> bool:
    return any(rule(file, on) for rule in _RULES)

"""Whether a commitment needs a local answer, and for how many it is meant, as its words say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from samklang.texts.bones.rules import Rules

LOCAL_TEXT: Final = "local_text"


@dataclass(frozen=True, slots=True)
class LocalAnswer:
    """A proposal: must somebody local say how, by whom and when? None when nothing tells.

    `reason` is a code (local_text, routine, person, when, settled, or empty), `words` its evidence.
    """

    needed: bool | None
    reason: str = ""
    words: str = ""


def local_answer(wording: str, rules: Rules) -> LocalAnswer:
    for rule in rules.answers:
        if found := rule.pattern.search(wording):
            return LocalAnswer(rule.needed, rule.reason, found.group())
    return LocalAnswer(None)


def scope_of(texts: Iterable[str], rules: Rules) -> str:
    """Return "common" or "specific" where the wording or a heading above it says so."""
    for text in texts:
        for scope, pattern in rules.scopes:
            if pattern.search(text):
                return scope
    return ""

"""Limits of age in a sentence: “under 18 år” and “till och med 17 år” are the same."""

from __future__ import annotations

from collections.abc import Iterator

from samklang.texts.harmony.rules import HarmonyRules

Span = tuple[int, int]


def ages_in(text: str, rules: HarmonyRules) -> Iterator[tuple[Span, str]]:
    """Yield where each limit stands, and the years from and to which it goes."""
    for name, pattern in rules.ages:
        for found in pattern.finditer(text):
            numbers = {key: int(value) for key, value in found.groupdict().items() if value}
            yield found.span(), _said(name, numbers["first"], numbers.get("last"))


def _said(name: str, first: int, last: int | None) -> str:
    match name:
        case "between":
            return f"{first}-{last}"
        case "from":
            return f"{first}-"
        case "above":
            return f"{first + 1}-"
        case "to":
            return f"-{first}"
        case "below":
            return f"-{first - 1}"
        case _:
            return str(first)

"""Numbers and times in a sentence: two weeks and 14 days are the same."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from samklang.texts.harmony.rules import HarmonyRules

Span = tuple[int, int]
# So many digits stand together behind the sign that divides thousands.
_TOGETHER = 3


def amounts_in(text: str, rules: HarmonyRules) -> Iterator[tuple[Span, str]]:
    """Yield where each amount stands, and how much it is in the smallest unit of its kind."""
    for found in rules.amount.finditer(text):
        number = _number(found["number"] or found["alone"], rules)
        name, times = _unit(found["unit"] or "", rules)
        yield found.span(), f"{(number * times).normalize():f} {name}".strip()


def _number(said: str, rules: HarmonyRules) -> Decimal:
    word = rules.numbers.get(said.casefold())
    if word is not None:
        return Decimal(word)
    bare = said.replace(" ", "").replace("\u00a0", "").replace(",", ".")
    whole, _point, rest = bare.rpartition(".")
    return Decimal(bare if not whole or len(rest) != _TOGETHER else bare.replace(".", ""))


def _unit(said: str, rules: HarmonyRules) -> tuple[str, int]:
    for one in rules.units:
        if said and one.pattern.fullmatch(said):
            return one.name, one.times
    return "", 1

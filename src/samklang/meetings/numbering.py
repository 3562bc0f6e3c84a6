"""How the items of an agenda are numbered and moved: 1, 2, 2 a), 2 b), a break, 3."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from string import ascii_lowercase
from typing import TypeVar

from samklang.meetings.models import AgendaItem

Block = list[AgendaItem]
T = TypeVar("T")
MOST_UNDER_ONE = len(ascii_lowercase)


def blocks(items: Iterable[AgendaItem]) -> list[Block]:
    """Return each item with a number of its own, together with those under it."""
    found: list[Block] = []
    for item in items:
        if item.letter and found:
            found[-1].append(item)
        else:
            found.append([item])
    return found


def numbered(of: Sequence[Block]) -> Iterator[AgendaItem]:
    """Yield the items in their order, with the places, numbers and letters that follow."""
    position = number = 0
    for first, *under in of:
        number += not first.is_break
        for item, letter in zip((first, *under), ("", *ascii_lowercase), strict=False):
            position += 1
            item.position, item.letter = position, letter
            item.number = None if first.is_break else number
            yield item


def moved(of: list[Block], item: AgendaItem, *, up: bool) -> list[Block]:
    """Let the item change places with its neighbour; those under it follow it."""
    for at, block in enumerate(of):
        if block[0].pk == item.pk:
            return _swapped(of, at, up=up)
        under = [one.pk for one in block[1:]]
        if item.pk in under:
            swapped = _swapped(block[1:], under.index(item.pk), up=up)
            return [*of[:at], [block[0], *swapped], *of[at + 1 :]]
    return of


def _swapped(of: list[T], at: int, *, up: bool) -> list[T]:
    to = at - 1 if up else at + 1
    if not 0 <= to < len(of):
        return of
    changed = list(of)
    changed[at], changed[to] = changed[to], changed[at]
    return changed

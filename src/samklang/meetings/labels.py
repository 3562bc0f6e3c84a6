"""Labels of attachments as people write them: “2”, “2 A-B”, “4 A+B”, and where two collide."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

_DASHES = re.compile(r"[‐‑‒–—−]")
_NUMBERED = re.compile(r"(?P<number>\d{1,3}|[A-Z](?!\w)) ?(?P<letters>[A-Z](?: ?[-+,] ?[A-Z])*)?")


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says: a number, and which of its letters; none when it is the whole number."""

    number: str
    letters: frozenset[str] = frozenset()

    def collides(self, other: Label) -> bool:
        """Tell whether one paper could be taken for the other: “2” may be any of “2 A-B”."""
        if self.number != other.number:
            return False
        return not (self.letters and other.letters) or bool(self.letters & other.letters)


@lru_cache(maxsize=2000)
def parsed(written: str) -> Label:
    """Read a label; one that follows no pattern is its own number."""
    plain = " ".join(_DASHES.sub("-", written).split())
    found = _NUMBERED.fullmatch(plain)
    if found is None:
        return Label(plain.casefold())
    return Label(found["number"], frozenset(_letters(found["letters"] or "")))


def _letters(written: str) -> Iterator[str]:
    last = ""
    for sign in re.findall(r"[A-Z]|[-+,]", written):
        if sign.isalpha() and last.endswith("-"):
            yield from map(chr, range(ord(last[0]), ord(sign) + 1))
        elif sign.isalpha():
            yield sign
        last = sign if sign.isalpha() else f"{last[:1]}{sign}"


def colliding(written: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of every two labels that can be taken for each other."""
    alike: dict[str, list[tuple[int, Label]]] = defaultdict(list)
    for at, label in enumerate(map(parsed, written)):
        alike[label.number].append((at, label))
    yield from sorted(
        (i, j)
        for same in alike.values()
        for (i, one), (j, other) in combinations(same, 2)
        if one.collides(other)
    )


@lru_cache(maxsize=2000)
def is_numbered(written: str) -> bool:
    """Tell whether “attachment” is said before it: 2 A-B, but not the name of a file."""
    return bool(_NUMBERED.fullmatch(" ".join(_DASHES.sub("-", written).split())))

"""How long an item is planned to take, as an agenda says it: “(10 min)”, “10.00–10.15”."""

from __future__ import annotations

import re

from samklang.inventories.reading.facts import Certainty, Fact
from samklang.inventories.reading.running_text import Document

_CLOCK = r"(?:kl\.? ?)?(?P<{0}h>[01]?\d|2[0-3])[.:](?P<{0}m>[0-5]\d)"
_SPAN = rf"{_CLOCK.format('a')} ?[-–] ?{_CLOCK.format('b')}"
_TIME = rf"(?:(?:ca\.? )?(?P<minutes>\d{{1,3}}) ?min(?:uter)?\.?|{_SPAN})"
# Where it stands: last in the heading, in brackets or after a comma or a dash, or on its own line.
_AT_THE_END = re.compile(rf"(?:,| [-–])? ?[(\[]?{_TIME}[)\]]?\Z", re.IGNORECASE)
_FIRST = re.compile(rf"{_SPAN}:? +")
# The same without names, for the rule that finds headings.
FIRST = r"(?:\d{1,2}[.:]\d\d ?[-–] ?\d{1,2}[.:]\d\d:? +)"
_LINE = re.compile(rf"(?:Tid(?:såtgång)?|Beräknad tid): ?{_TIME}", re.IGNORECASE)
_LONGEST, _HOUR = 600, 60


def without_time(title: str) -> tuple[str, re.Match[str] | None]:
    """Part a heading from the time before or after it; one that is nothing else keeps it."""
    if (first := _FIRST.match(title)) and title[first.end() :].strip():
        return title[first.end() :], first
    found = _AT_THE_END.search(title)
    if found is None or not title[: found.start()].strip() or not _is_set_apart(found):
        return title, None
    return title[: found.start()].rstrip(" ,–-"), found


def _is_set_apart(found: re.Match[str]) -> bool:
    """A number of minutes in the words of a heading is part of what it says."""
    return found["minutes"] is None or found.group().lstrip()[:1] in "([,-–"


def said_alone(paragraph: str) -> re.Match[str] | None:
    return _LINE.fullmatch(paragraph)


def minutes(document: Document, found: re.Match[str], start: int) -> Fact[int] | None:
    """Return what was found as a fact; `start` is where the searched words begin."""
    count = _count(found.groupdict())
    if not 0 < count <= _LONGEST:
        return None
    certainty = Certainty.STATED if found.groupdict().get("minutes") else Certainty.DERIVED
    return document.fact(count, (start + found.start(), start + found.end()), certainty, "planned")


def _count(said: dict[str, str | None]) -> int:
    if counted := said.get("minutes"):
        return int(counted)
    start, end = (int(said[f"{one}h"] or 0) * _HOUR + int(said[f"{one}m"] or 0) for one in "ab")
    return end - start

"""The period that a title says, or the line right under it: 'Överenskommelse … 2018–2022'."""

from __future__ import annotations

import re
from dataclasses import replace

from samklang.inventories.reading.clauses import RANGE
from samklang.inventories.reading.dates import Date, find_dates
from samklang.inventories.reading.facts import Certainty, Fact
from samklang.inventories.reading.running_text import Document

Period = tuple[Fact[str] | None, Fact[str] | None]
_YEARS = re.compile(r"(?<![\d/:-])(?P<low>20\d\d) ?[-–—] ?(?P<high>20\d\d)(?![\d:-])")
# 'En ny överenskommelse för 2020-2023 har skrivits under'
_NEW = re.compile(
    r"\b[Nn](?:y|ya|ytt) (?:[a-zåäö]+ )?\w*(?:överenskommelsen?|avtal(?:et)?) (?:för |\()"
    r"(?:åren |perioden |tiden )?(?P<low>20\d\d) ?[-–] ?(?P<high>20\d\d)(?![\d/:-])"
)
_LEAD = re.compile(
    r"\W*(?:(?:gäller|giltig\w*|avser|för|under|perioden?|tiden|åren|år|avtalsperiod\w*|från|den)"
    r"\b\W*){0,4}",
    re.IGNORECASE,
)
# 'Avtal om måltidsprogram 2030–2034': the years are the programme's.
_OF_ANOTHER = re.compile(
    r"(?:program(?:met)?|budget(?:en)?|strategi(?:n)?|(?:handlings|verksamhets|utvecklings)plan(?:en)?"
    r"|läsår(?:et|en)?|projekt(?:et)?)(?: (?:för )?(?:åren|perioden))?[ (]{1,2}\Z",
    re.IGNORECASE,
)
_LONGEST, _PAIR, _NEAR = 60, 2, 2


def title_period(document: Document, title: Fact[str] | None) -> Period:
    """Read a period in the title, or else on one of the lines right under it."""
    if title is None or _are_of_another(title.value):
        return None, None
    of_title = replace(title, certainty=Certainty.DERIVED, reason="title")
    if found := _YEARS.search(title.value):
        return replace(of_title, value=found["low"]), replace(of_title, value=found["high"])
    if dates := _range(title.value):
        return replace(of_title, value=dates[0].iso), replace(of_title, value=dates[1].iso)
    end = document.position(title.place.end - 1)
    below = [entry for entry in document.paragraphs if entry[0] > end]
    for start, line in below[:_NEAR]:
        if line.strip() != title.value:  # a title page says it twice
            return _alone(document, start, line)
    return None, None


def _are_of_another(title: str) -> bool:
    """Tell whether the years of a title are those of a programme or a budget that it names."""
    found = _YEARS.search(title)
    return bool(found and _OF_ANOTHER.search(title, 0, found.start()))


def new_period(document: Document) -> Period:
    """Read the years that news gives a new agreement, where it gives one pair."""
    found = list(_NEW.finditer(document.text))
    if len({(one["low"], one["high"]) for one in found}) != 1:
        return None, None
    span = document.sentence(*found[0].span(), reach=90)
    low, high = (
        document.fact(found[0][end], span, Certainty.DERIVED, "new_one") for end in ("low", "high")
    )
    return low, high


def _range(text: str) -> list[Date]:
    """Return the two dates of a text that names one period, and no other date."""
    dates = find_dates(text)
    is_one = len(dates) == _PAIR and RANGE.fullmatch(text, dates[0].end, dates[1].start)
    return dates if is_one else []


def _alone(document: Document, start: int, line: str) -> Period:
    """Read a line that is a period and nothing else."""
    dates = _range(line) if len(line) <= _LONGEST else []
    if not dates or not _LEAD.fullmatch(line, 0, dates[0].start):
        return None, None
    if line[dates[1].end :].strip(" .)"):
        return None, None
    span = (start, start + len(line))
    low, high = (document.fact(d.iso, span, Certainty.DERIVED, "under_title") for d in dates)
    return low, high

"""Puts a heading together: broken over lines, or run together with the page below it."""

from __future__ import annotations

import re

from samklang.inventories.reading.facts import Certainty, Fact
from samklang.inventories.reading.first_lines import LONGEST_LINE, LONGEST_TITLE
from samklang.inventories.reading.running_text import Document, unbroken

_HAS_CONTENTS = re.compile(r"\bINNEHÅLL|\bInnehållsförteckning")
_FLAT_TITLE = re.compile(
    r"\b(?:(?:Granskning|Utvärdering|Uppföljning|Revidering) av|Kallelse till"
    r"|(?:\w*[Öö]verenskommelse|\w*[Aa]vtal) (?:om|mellan|för|avseende|gällande|kring))\b"
)
DANGLING = re.compile(
    r"(?:\b(?:och|eller|om|för|med|mellan|kring|i|av|till|vid|avseende|rörande|samt|på|en|ett|den"
    r"|mellom|mellem)|[,–-])\Z"
)
_JOINS = re.compile(r"(?:OCH|SAMT|OM|FÖR|AV|I|MELLAN|AVSEENDE|GÄLLANDE)\b")
_PREFIX = re.compile(r"[A-ZÅÄÖ][a-zåäö]+ ")


def heading_from(document: Document, lines: list[tuple[int, str]]) -> Fact[str]:
    """Put a heading together that is broken over several lines."""
    start, title = lines[0]
    if len(title) > LONGEST_LINE or _HAS_CONTENTS.search(title):
        opens = _opening(title)
        start, title = start + opens, title[opens:]
        title = title[: _cut(title)]
    end = start + len(title)
    for next_start, line in lines[1:]:
        if line == title:  # a host repeats it
            continue
        if not _goes_on(title, line):
            break
        title, end = f"{title} {line}", next_start + len(line)
    return document.fact(tidy(title), (start, end), Certainty.DERIVED, "first_heading")


def _opening(line: str) -> int:
    """Find where the title begins in a page that was flattened to one line."""
    found = _FLAT_TITLE.search(line, 0, LONGEST_TITLE)
    if found is None or _PREFIX.fullmatch(line, 0, found.start()):
        return 0
    return found.start()


def _goes_on(title: str, line: str) -> bool:
    if len(title) + len(line) > LONGEST_TITLE or title[-1] in ".:":
        return False
    # In capitals a line goes on as it would in small letters.
    if title.isupper() and line.isupper():
        return bool(DANGLING.search(title.lower()) or _JOINS.match(line))
    return bool(DANGLING.search(title)) or line[:1].islower()


def _cut(line: str) -> int:
    """Cut a flattened first line where its title seems to end."""
    ends = re.search(
        r"(?<=[a-zåäö)\d])\.? (?:INNEHÅLL|Dokumenttyp|Innehåll|Datum|Plats|Sida|\d\. )"
        r"|(?<=[A-ZÅÄÖ]) (?=1\.? [A-ZÅÄÖ]{4})|(?=[.!?:] )",
        line,
    )
    return max(1, ends.start()) if ends else LONGEST_LINE


def tidy(title: str) -> str:
    tidy = unbroken(" ".join(title.split())).strip(" .:|*")
    return tidy.lstrip("#").strip()

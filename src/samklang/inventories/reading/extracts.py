"""What an extract from minutes is called: by its one paragraph's heading, not its page's head."""

from __future__ import annotations

import re

# The head of a page: whose minutes they are, and of which day or page.
_PAGE_HEAD = re.compile(
    r"(?:[^\n.:]{2,40} )?(?P<name>(?:sammanträdes)?protokoll(?:sutdrag)?)"
    r"(?: (?:sammanträdesda(?:tum|g)\b|sid(?:a|an)?\b|blad\b|\d)[^\n]{0,60})?",
    re.IGNORECASE,
)
# A page of a whole meeting's minutes: its heading is one of many.
_OF_MANY = re.compile(r"\((?:[5-9]|\d\d+)\)\Z")
_PARAGRAPH = re.compile(r"^§ ?(?P<number>\d{1,3})\b\.?(?P<rest>[^\n]*)", re.MULTILINE)
_NUMBER = re.compile(
    r"\s*(?:(?:Dnr|Diarie(?:nr|nummer)|Ärende(?:nr|nummer))\b.*)?\Z", re.IGNORECASE
)
_HEADING = re.compile(r"[A-ZÅÄÖ][^\n]{3,258}[^\s.:]")


def name_in_page_head(title: str) -> tuple[int, int] | None:
    """Say where minutes' own name stands in what may be the head of their page."""
    found = _PAGE_HEAD.fullmatch(title)
    return found.span("name") if found and not _OF_MANY.search(title) else None


def matter_of_extract(text: str) -> tuple[int, int] | None:
    """Find the heading of the one paragraph that an extract has, beside its sign or below it."""
    found = list(_PARAGRAPH.finditer(text))
    if len({one["number"] for one in found}) != 1:
        return None
    start, stop = found[0].span("rest")
    if _NUMBER.fullmatch(text, start, stop):
        start = min(len(text), stop + 1)
        below = text.find("\n", start)
        stop = below if below >= 0 else len(text)
    heading = _HEADING.search(text, start, stop)
    return heading.span() if heading else None

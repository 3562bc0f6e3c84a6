"""The table of contents of minutes: each matter by its paragraph, with the page it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from samklang.inventories.reading.facts import Certainty, Fact, MinutesItem
from samklang.inventories.reading.running_text import Document

_SIGN = re.compile(r"[ \t]*§+ ?(?P<n>\d{1,3})\b[.:]?(?P<rest>[^\n]*)")
# What a matter is registered under stands beside its number.
_REGISTERED = re.compile(r"(?:Dnr|Diarienr|Diarienummer)\b:? ?(?:[A-ZÅÄÖ]{1,5} )?[\w./-]+")
_MOST_WORDS, _LEAST_MATTERS, _LEAST_DOTS, _LONGEST_PAGE, _NEAR = 40, 3, 3, 4, 5
# What stands at the foot of every page: below a number it is no title.
FURNITURE = re.compile(
    r"(?:Justera(?:re|nde|ndes? sign\w*|t)\b|Utdragsbestyrkande|Expedierat\b|Transaktions\w+"
    r"|(?:Det här )?[Dd]okumentet (?:är|har) |Undertecknat\b|Signatur\b|\d{1,3} ?\(\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Contents:
    """The matters by number, and where in the running text what they name begins."""

    titles: dict[int, Fact[str]]
    end: int

    def completed(self, found: Iterable[MinutesItem]) -> tuple[MinutesItem, ...]:
        """Let each matter have what its own paragraph says of it; a page may hide one's title."""
        listed = {
            (number, ""): MinutesItem(number, None, title) for number, title in self.titles.items()
        }
        for item in found:
            if item.number is not None:
                title = item.title if item.letter else self.titles.get(item.number, item.title)
                listed[item.number, item.letter or ""] = replace(item, title=title)
        return tuple(listed[place] for place in sorted(listed))


def contents_of_minutes(document: Document) -> Contents | None:
    """Return the table of contents when it lists matters by rising paragraph numbers."""
    titles, end, last = dict[int, Fact[str]](), 0, 0
    for number, words, span in _entries(document.original):
        if number > last:
            titles[number] = document.original_fact(words, span, Certainty.STATED, "item")
            last, end = number, span[1]
    return Contents(titles, document.position(end)) if len(titles) >= _LEAST_MATTERS else None


def _entries(text: str) -> Iterator[tuple[int, str, tuple[int, int]]]:
    """Yield number, title and place: from a paragraph sign to the page number after the title."""
    number, page, words, low, start = 0, 0, list[str](), 0, 0
    for line in text.splitlines(keepends=True):
        begins, said = start, line
        start += len(line)
        if sign := _SIGN.match(line):
            number, words, low = int(sign["n"]), [], begins
            rest = sign["rest"].lstrip()
            said = rest[found.end() :] if (found := _REGISTERED.match(rest)) else rest
        before, leads_to = _before_page(said, page)
        words += before.split()
        if number and words and leads_to:
            yield number, " ".join(words), (low, begins + len(line.rstrip()))
            page = leads_to
        if leads_to or FURNITURE.match(line) or len(words) > _MOST_WORDS:
            number = 0


def _before_page(line: str, page: int) -> tuple[str, int]:
    """Return what stands before the page number at the line's end, and that number.

    Dots lead to it; where the title leaves them no room, it comes soon after the page before.
    """
    dotted = line.rstrip().rstrip("0123456789")
    number = line.rstrip()[len(dotted) :]
    words = dotted.rstrip(" .\t")
    if not number or len(number) > _LONGEST_PAGE:
        return line, 0
    is_led_to = dotted[len(words) :].count(".") >= _LEAST_DOTS
    is_near = dotted.endswith(" ") and 0 <= int(number) - page <= _NEAR and page > 0
    return (words, int(number)) if is_led_to or is_near else (line, 0)

"""Finds the headers and footers that a PDF repeats on its pages, and keeps each of them once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise

from samklang.documents.extraction.pdf_lines import Line

_EDGE = 4  # lines from the top or the bottom that may belong to a margin
_CLEAR = 1.35  # a margin stands clear of the text by more than this many lines' distance
_DIGITS = re.compile(r"\d+")
_FEWEST_PAGES = 2
_SAME_HEIGHT = 4.0  # points
Key = tuple[str, int]


def without_repeated_margins(pages: list[list[Line]]) -> list[Line]:
    """Return the document's lines; repeated ones stand once, where they do not cut a paragraph.

    What stands at the top of the first page stays there; other margins come after the last page.
    """
    repeated = _repeated(pages)
    if not repeated:
        return [line for lines in pages for line in lines]
    gap = _usual_distance(pages) * _CLEAR
    body: list[Line] = []
    rest: dict[Key, Line] = {}
    top: dict[Key, Line] = {}
    for lines in pages:
        first, last = _body_of(lines, repeated, gap)
        body += lines[first:last]
        above = top if not top and lines and lines[0].page == 1 else rest
        for line in lines[:first]:
            above.setdefault(_key(line), line)
        for line in lines[last:]:
            rest.setdefault(_key(line), line)
    below = [line for key, line in rest.items() if key not in top]
    return [*top.values(), *body, *below]


def _body_of(lines: list[Line], repeated: set[Key], gap: float) -> tuple[int, int]:
    """Return where the page's own lines begin and end.

    Margins are peeled from the outside in, as far as to a gap wider than between lines: text that
    happens to repeat within the body has no such gap.
    """
    first, last, index = 0, len(lines), 0
    while index < min(_EDGE, last - 1) and _key(lines[index]) in repeated:
        index += 1
        first = index if lines[index - 1].bottom - lines[index].bottom > gap else first
    index = last
    while index > max(first + 1, len(lines) - _EDGE) and _key(lines[index - 1]) in repeated:
        index -= 1
        last = index if lines[index - 1].bottom - lines[index].bottom > gap else last
    return first, last


def _usual_distance(pages: list[list[Line]]) -> float:
    distances = Counter(
        round(above.bottom - below.bottom)
        for lines in pages
        for above, below in pairwise(lines)
        if above.bottom > below.bottom
    )
    return distances.most_common(1)[0][0] if distances else 0.0


def _edge_of(lines: list[Line]) -> list[Line]:
    return lines if len(lines) <= 2 * _EDGE else lines[:_EDGE] + lines[-_EDGE:]


def _key(line: Line) -> Key:
    return _DIGITS.sub("#", line.text), round(line.bottom / _SAME_HEIGHT)


def _repeated(pages: list[list[Line]]) -> set[Key]:
    if len(pages) < _FEWEST_PAGES:
        return set()
    seen: defaultdict[Key, dict[int, Line]] = defaultdict(dict)
    for lines in pages:
        for line in _edge_of(lines):
            seen[_key(line)].setdefault(line.page, line)
    enough = max(_FEWEST_PAGES, len(pages) / 2)
    return {
        key for key, by_page in seen.items() if len(by_page) >= enough and _counts_pages(by_page)
    }


def _counts_pages(by_page: dict[int, Line]) -> bool:
    """Say whether each number stands still or follows the pages; others are content."""
    rows = [
        [(int(digits[:9]), page) for digits in _DIGITS.findall(line.text)]
        for page, line in by_page.items()
    ]
    return all(
        len({number for number, _ in column}) == 1
        or len({number - page for number, page in column}) == 1
        for column in zip(*rows, strict=True)
    )

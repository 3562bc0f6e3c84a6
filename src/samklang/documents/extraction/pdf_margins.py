"""Finds the headers and footers that a PDF repeats on its pages, and keeps each of them once."""

from __future__ import annotations

import re
from collections import defaultdict

from samklang.documents.extraction.pdf_lines import Line

_EDGE = 4  # lines from the top or the bottom that may belong to a margin
_DIGITS = re.compile(r"\d+")
_FEWEST_PAGES = 2
_SAME_HEIGHT = 4.0  # points
Key = tuple[str, int]


def without_repeated_margins(pages: list[list[Line]]) -> list[Line]:
    """Return the document's lines; repeated ones stand once, where they do not cut a paragraph.

    What stands at the top of the first page stays there; other margins come after the last page.
    """
    repeated = _repeated(pages)
    body: list[Line] = []
    margins: dict[Key, Line] = {}
    for lines in pages:
        edge = _edge_of(lines) if repeated else set()
        for index, line in enumerate(lines):
            if index not in edge or (key := _key(line)) not in repeated:
                body.append(line)
            elif key not in margins:
                margins[key] = line
                _keep_at_the_top(line, index, body)
    placed = {id(line) for line in body}
    return body + [line for line in margins.values() if id(line) not in placed]


def _keep_at_the_top(line: Line, index: int, body: list[Line]) -> None:
    if line.page == 1 and index < _EDGE:
        body.append(line)


def _edge_of(lines: list[Line]) -> set[int]:
    return {*range(_EDGE), *range(len(lines) - _EDGE, len(lines))}


def _key(line: Line) -> Key:
    return _DIGITS.sub("#", line.text), round(line.bottom / _SAME_HEIGHT)


def _repeated(pages: list[list[Line]]) -> set[Key]:
    if len(pages) < _FEWEST_PAGES:
        return set()
    seen: defaultdict[Key, dict[int, Line]] = defaultdict(dict)
    for lines in pages:
        edge = _edge_of(lines)
        for index, line in enumerate(lines):
            if index in edge:
                seen[_key(line)].setdefault(line.page, line)
    enough = max(_FEWEST_PAGES, (len(pages) - 1) / 2)
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

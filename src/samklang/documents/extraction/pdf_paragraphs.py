"""Joins the lines of a PDF into paragraphs, and guesses which of them are headings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from samklang.documents.extraction.composing import Composer
from samklang.documents.extraction.headings import heading_level, is_list_item
from samklang.documents.extraction.pdf_lines import Line
from samklang.documents.extraction.text import Block, BlockKind

_BOLD = 600
_LARGER = 1.12
_LONGEST_HEADING = 150
_LONG_LINE = 25
_INDENT = 45.0
_LOOSE = 1.35  # more air than this between two lines divides paragraphs
_SLACK = 0.97  # widths of words are estimated from the line's mean letter
_ENDS_SENTENCE = re.compile(r"[.!?:;]$")
_SHARED_ENDING = re.compile(r"(?:och|eller|samt|respektive|resp|till|som)\b")
_DIVIDED_WORD = re.compile(r"[a-zåäöé]-$")


@dataclass(slots=True)
class _Page:
    """How the text is set: its usual height and weight, its right edge, its distance of lines."""

    height: float
    weight: int
    right: dict[int, float]
    pitch: float


def compose(composer: Composer, lines: list[Line]) -> None:
    setting = _setting_of(lines)
    paragraphs = _paragraphs(lines, setting)
    heights = _heading_heights(paragraphs, setting)
    for paragraph in paragraphs:
        source = "\n".join(line.text for line in paragraph)
        text = _joined(paragraph)
        kind, level = _kind_of(paragraph, text, setting, heights)
        composer.add_joined(source, Block(kind, text, 0, paragraph[0].page, level))


def _setting_of(lines: list[Line]) -> _Page:
    heights: Counter[float] = Counter()
    weights: Counter[int] = Counter()
    rights: defaultdict[int, list[float]] = defaultdict(list)
    for line in lines:
        heights[line.height] += len(line.text)
        weights[line.weight] += len(line.text)
        if len(line.text) >= _LONG_LINE:
            rights[line.page].append(line.right)
    distances = [
        round(above.bottom - below.bottom, 1)
        for above, below in zip(lines, lines[1:], strict=False)
        if above.page == below.page and above.bottom > below.bottom
    ]
    return _Page(
        height=heights.most_common(1)[0][0],
        weight=weights.most_common(1)[0][0],
        right=_right_edges(rights),
        pitch=Counter(distances).most_common(1)[0][0] if distances else 0.0,
    )


def _right_edges(rights: dict[int, list[float]]) -> dict[int, float]:
    """Return each page's right edge: its own when that is like the others', else its widest line."""
    widest = {page: max(edges) for page, edges in rights.items()}
    if not widest:
        return {}
    usual = median(widest.values())
    return {page: usual if abs(edge - usual) < _INDENT else edge for page, edge in widest.items()}


def _paragraphs(lines: Iterable[Line], setting: _Page) -> list[list[Line]]:
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and _continues(paragraphs[-1], line, setting):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _continues(paragraph: list[Line], line: Line, setting: _Page) -> bool:
    above = paragraph[-1]
    return (
        (above.height, above.weight >= _BOLD) == (line.height, line.weight >= _BOLD)
        and _is_full(above, line, setting)
        and _stands_below(above, line, setting)
        and -_INDENT < line.left - paragraph[0].left < _INDENT
        and not is_list_item(line.text)
    )


def _is_full(above: Line, line: Line, setting: _Page) -> bool:
    """Say whether the line was broken because the next word had no room, not because it ended."""
    edge = setting.right.get(above.page)
    if edge is None:
        return False
    mean = (above.right - above.left) / max(len(above.text), 1)
    first_word = len(line.text.split(maxsplit=1)[0])
    gap = 0 if above.divided else 1
    return above.right + mean * (first_word + gap) > edge * _SLACK


def _stands_below(above: Line, line: Line, setting: _Page) -> bool:
    if above.page != line.page:
        return line.page == above.page + 1 and not _ENDS_SENTENCE.search(above.text)
    scale = max(above.height / setting.height, 1.0) if setting.height else 1.0
    return 0 < above.bottom - line.bottom <= setting.pitch * scale * _LOOSE


def _joined(paragraph: list[Line]) -> str:
    text = paragraph[0].text
    for above, line in zip(paragraph, paragraph[1:], strict=False):
        text = _with_next(text, line.text) if above.divided else f"{text} {line.text}"
    return text


def _with_next(text: str, following: str) -> str:
    """Join at a hyphen: a divided word becomes whole, a hyphen of its own stays."""
    if _SHARED_ENDING.match(following):
        return f"{text} {following}"
    if _DIVIDED_WORD.search(text) and following[:1].islower():
        return text[:-1] + following
    return text + following


def _heading_heights(paragraphs: list[list[Line]], setting: _Page) -> list[float]:
    """Return the heights that stand out, the largest first."""
    large = {
        paragraph[0].height
        for paragraph in paragraphs
        if paragraph[0].height > setting.height * _LARGER
    }
    return sorted(large, reverse=True)


def _kind_of(
    paragraph: list[Line], text: str, setting: _Page, heights: list[float]
) -> tuple[BlockKind, int]:
    first = paragraph[0]
    if is_list_item(text):
        return BlockKind.LIST_ITEM, 0
    if len(text) <= _LONGEST_HEADING and any(map(str.isalpha, text)):
        if first.height in heights:
            return BlockKind.HEADING, min(heights.index(first.height) + 1, 6)
        if _is_bold_heading(paragraph, text, setting):
            return BlockKind.HEADING, min(len(heights) + 1, 6)
    return BlockKind.PARAGRAPH, 0


def _is_bold_heading(paragraph: list[Line], text: str, setting: _Page) -> bool:
    stands_out = paragraph[0].weight >= _BOLD > setting.weight
    return stands_out and (not _ENDS_SENTENCE.search(text) or bool(heading_level(text)))

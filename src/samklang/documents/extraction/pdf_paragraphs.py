"""Joins the lines of a PDF into paragraphs, and guesses which of them are headings."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
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
_SLACK = 1.15  # a word's width is estimated from the line's mean letter
_SAME_EDGE = 2.0
_WIDEST_MEAN = 0.67  # of the size; a line with more has gaps in it, as a table's row has
_ENDS_SENTENCE = re.compile(r"[.!?:;]$")
_SHARED_ENDING = re.compile(r"(?:och|eller|samt|respektive|resp|till|som)\b")
_LEADERS = ("....", "____")  # dots and rules to fill in run over the edge too
_DIVIDED_WORD = re.compile(r"[a-zåäöé]-$")


@dataclass(slots=True)
class _Setting:
    """How the text is set: its usual size and weight, and its distance between lines."""

    size: float
    weight: int
    pitch: float


def compose(composer: Composer, lines: list[Line]) -> None:
    right = _right_edges(lines)
    full = [_is_full(above, line, right) for above, line in pairwise(lines)]
    setting = _setting_of(lines, full)
    paragraphs = _paragraphs(lines, full, setting)
    sizes = _heading_sizes(paragraphs, setting)
    for paragraph in paragraphs:
        text = _joined(paragraph)
        kind, level = _kind_of(paragraph, text, setting, sizes)
        source = "\n".join([line.text for line in paragraph])
        composer.add_joined(source, Block(kind, text, 0, paragraph[0].page, level))


def _setting_of(lines: list[Line], full: list[bool]) -> _Setting:
    sizes: Counter[float] = Counter()
    weights: Counter[int] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
        weights[line.weight] += len(line.text)
    return _Setting(
        size=sizes.most_common(1)[0][0],
        weight=weights.most_common(1)[0][0],
        pitch=_pitch_of(lines, full),
    )


def _pitch_of(lines: list[Line], full: list[bool]) -> float:
    """Return the usual distance within a paragraph, which is where a line was full."""
    distances = Counter(
        round(above.bottom - below.bottom)
        for (above, below), was_full in zip(pairwise(lines), full, strict=True)
        if was_full and above.bottom > below.bottom
    )
    most = max(distances.values(), default=0)
    return min((distance for distance, count in distances.items() if count * 2 > most), default=0)


def _right_edges(lines: list[Line]) -> dict[int, float]:
    """Return each page's right edge: the usual one, unless its own widest line is far from it."""
    widest: dict[int, float] = {}
    for line in lines:
        if len(line.text) >= _LONG_LINE:
            widest[line.page] = max(line.right, widest.get(line.page, 0.0))
    if not widest:
        return {}
    usual = median(widest.values())
    return {page: usual if abs(edge - usual) < _INDENT else edge for page, edge in widest.items()}


def _is_full(above: Line, line: Line, right: dict[int, float]) -> bool:
    """Say whether the line was broken because the next word had no room, not because it ended."""
    edge = right.get(above.page)
    if edge is None:
        return False
    mean = min((above.right - above.left) / len(above.text), above.size * _WIDEST_MEAN)
    first_word = line.text.find(" ")
    room = len(line.text) if first_word < 0 else first_word
    return above.right + mean * (room * _SLACK + (not above.divided)) > edge


def _paragraphs(lines: list[Line], full: list[bool], setting: _Setting) -> list[list[Line]]:
    paragraphs = [lines[:1]]
    for line, above_was_full in zip(lines[1:], full, strict=True):
        if above_was_full and _continues(paragraphs[-1], line, setting):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _continues(paragraph: list[Line], line: Line, setting: _Setting) -> bool:
    above = paragraph[-1]
    return (
        above.size == line.size
        and (above.weight >= _BOLD) == (line.weight >= _BOLD)
        and _stands_below(above, line, setting)
        and _is_aligned(paragraph, line)
        and not is_list_item(line.text)
    )


def _is_aligned(paragraph: list[Line], line: Line) -> bool:
    """Say whether the line begins where the paragraph's next line would.

    A line with gaps is a row of a table: what goes on is its last cell, further to the right.
    """
    first, above = paragraph[0], paragraph[-1]
    if _has_gaps(first):
        same_cell = above is first or abs(line.left - above.left) < _SAME_EDGE
        return line.left > first.left + _INDENT and same_cell
    return abs(line.left - first.left) < _INDENT


def _has_gaps(line: Line) -> bool:
    mean = (line.right - line.left) / len(line.text)
    return mean > line.size * _WIDEST_MEAN and not line.text.isupper()


def _stands_below(above: Line, line: Line, setting: _Setting) -> bool:
    if above.page != line.page:
        return line.page == above.page + 1 and not _ENDS_SENTENCE.search(above.text)
    scale = max(above.size / setting.size, 1.0) if setting.size else 1.0
    return 0 < above.bottom - line.bottom <= setting.pitch * scale * _LOOSE


def _joined(paragraph: list[Line]) -> str:
    text = paragraph[0].text
    for above, line in pairwise(paragraph):
        if above.divided:
            text = _with_next(text, line.text)
        else:
            text += line.text if above.text.endswith(_LEADERS) else f" {line.text}"
    return text


def _with_next(text: str, following: str) -> str:
    """Join at a hyphen: a divided word becomes whole, a hyphen of its own stays."""
    if _SHARED_ENDING.match(following):
        return f"{text} {following}"
    if _DIVIDED_WORD.search(text) and following[:1].islower():
        return text[:-1] + following
    return text + following


def _heading_sizes(paragraphs: list[list[Line]], setting: _Setting) -> list[float]:
    """Return the sizes that stand out, the largest first."""
    large = {
        paragraph[0].size for paragraph in paragraphs if paragraph[0].size > setting.size * _LARGER
    }
    return sorted(large, reverse=True)


def _kind_of(
    paragraph: list[Line], text: str, setting: _Setting, sizes: list[float]
) -> tuple[BlockKind, int]:
    first = paragraph[0]
    if is_list_item(text):
        return BlockKind.LIST_ITEM, 0
    if len(text) <= _LONGEST_HEADING and any(map(str.isalpha, text)):
        if first.size in sizes:
            return BlockKind.HEADING, min(sizes.index(first.size) + 1, 6)
        if _is_bold_heading(paragraph, text, setting):
            return BlockKind.HEADING, min(len(sizes) + 1, 6)
    return BlockKind.PARAGRAPH, 0


def _is_bold_heading(paragraph: list[Line], text: str, setting: _Setting) -> bool:
    stands_out = paragraph[0].weight >= _BOLD > setting.weight
    return stands_out and (not _ENDS_SENTENCE.search(text) or bool(heading_level(text)))

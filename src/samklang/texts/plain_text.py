"""A section's text as plain lines, for whoever writes without scripts, and back again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from samklang.documents.api import Kind, Passage, Run, clean_markup, html, passages

_MARKED = re.compile(
    r"\*\*(?P<strong>.+?)\*\*|\*(?P<emphasis>.+?)\*|\[(?P<link>.+?)\]\((?P<to>\S+?)\)"
)
_LINE = re.compile(r"(?P<indent> *)(?P<sign>[-*•]|\d+[.)]|#{2,3}) +(?P<text>.+)")
DEEP = 4
_IN_A_ROW = {Kind.BULLET, Kind.NUMBERED, Kind.ROW}


def to_plain(markup: str) -> str:
    """Write the text as lines: “- ” before a list's items, “## ” before a heading."""
    found = passages(markup)
    lines = [_line(one) for one in found]
    between = [
        "\n" if one.kind in _IN_A_ROW and two.kind == one.kind and not two.is_first else "\n\n"
        for one, two in pairwise(found)
    ]
    return "".join(part for pair in zip(lines, [*between, ""], strict=False) for part in pair)


def _line(passage: Passage) -> str:
    text = _marked(passage.runs)
    match passage.kind:
        case Kind.HEADING:
            return f"{'###' if passage.level >= DEEP else '##'} {text}"
        case Kind.BULLET:
            return f"{'  ' * passage.level}- {text}"
        case Kind.NUMBERED:
            return f"{'  ' * passage.level}1. {text}"
        case Kind.ROW:
            return " | ".join(["", *(_marked(cell) for cell in passage.cells), ""]).strip()
        case _:
            return text


def _marked(runs: Iterable[Run]) -> str:
    return "".join(_run(one) for one in runs)


def _run(run: Run) -> str:
    if run.address:
        return f"[{run.text}]({run.address})"
    sign = "**" * run.strong + "*" * run.emphasis
    return f"{sign}{run.text}{sign[::-1]}"


def from_plain(text: str) -> str:
    """Return the HTML of what was written as lines."""
    return clean_markup(html(tuple(_passages(text.replace("\r\n", "\n")))))


def _passages(text: str) -> Iterator[Passage]:
    for block in re.split(r"\n\s*\n", text.strip("\n")):
        before: Kind | None = None
        paragraph: list[str] = []
        for line in block.split("\n"):
            made = _of_line(line, is_first=True)
            if made is None:
                paragraph.append(line.strip())
                continue
            if made.kind in _IN_A_ROW and made.kind == before:
                made = _of_line(line, is_first=False) or made
            before = made.kind
            yield made
        if any(paragraph):
            yield Passage(Kind.PARAGRAPH, _runs(" ".join(paragraph)))


def _of_line(line: str, *, is_first: bool) -> Passage | None:
    if line.strip().startswith("|") and line.strip().endswith("|") and len(line.strip()) > 1:
        cells = tuple(_runs(cell.strip()) for cell in line.strip()[1:-1].split("|"))
        return Passage(Kind.ROW, (), cells=cells, is_first=is_first)
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    runs, sign = _runs(found["text"].strip()), found["sign"]
    if sign.startswith("#"):
        return Passage(Kind.HEADING, runs, level=len(sign) + 1)
    kind = Kind.NUMBERED if sign[0].isdigit() else Kind.BULLET
    return Passage(kind, runs, level=len(found["indent"]) // 2, is_first=is_first)


def _runs(text: str) -> tuple[Run, ...]:
    made, at = [], 0
    for found in _MARKED.finditer(text):
        made += [Run(text[at : found.start()])] if found.start() > at else []
        made.append(
            Run(
                found["strong"] or found["emphasis"] or found["link"],
                strong=bool(found["strong"]),
                emphasis=bool(found["emphasis"]),
                address=found["to"] or "",
            )
        )
        at = found.end()
    return (*made, Run(text[at:])) if at < len(text) else tuple(made)

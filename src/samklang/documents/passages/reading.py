"""Reads HTML that somebody wrote, pasted or sent, and keeps of it what a section may hold.

Nothing of the markup is passed on: `writing` writes its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from samklang.documents.passages import pasted
from samklang.documents.passages.passage import Kind, Passage, Run, settled
from samklang.documents.passages.tables import Table, rows_of
from samklang.documents.passages.tree import BLOCKS, CELLS, HEADINGS, LISTS, Node, names, tree
from samklang.documents.passages.wording import ordered, safe_address

_STRONG, _EMPHASIS = names("b strong"), names("i em cite")
_BREAK = Run("\n")


def passages(markup: str) -> tuple[Passage, ...]:
    """Return what the markup says, without what acts, hides or only decorates."""
    walk = _Walk()
    walk.read(tree(markup), _PLAIN, None)
    walk.flush(None)
    return tuple(settled(walk.passages))


class _Look(NamedTuple):
    strong: bool = False
    emphasis: bool = False
    address: str = ""

    def inside(self, node: Node) -> _Look:
        return _Look(
            pasted.weight(node.style, self.strong or node.tag in _STRONG),
            pasted.slant(node.style, self.emphasis or node.tag in _EMPHASIS),
            safe_address(node.told.get("href", "")) or self.address,
        )


_PLAIN = _Look()


@dataclass(slots=True)
class _List:
    """A list that is open: how deep, whether its next item is its first, whether one is open."""

    kind: Kind
    level: int
    begins: bool
    in_item: bool = False


class _Walk:
    """The walk through the tree; words gather until a passage ends."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self._runs: list[Run] = []
        self._turns: dict[int, str] = {}

    def read(self, node: Node, look: _Look, inside: _List | None) -> None:
        for child in node.children:
            if isinstance(child, str):
                self._runs.append(Run(child, *look))
            elif not pasted.is_passed_over(child.style):
                self._read_element(child, look.inside(child), inside)

    def _read_element(self, node: Node, look: _Look, inside: _List | None) -> None:
        if node.tag == "br":
            self._break_line(inside)
        elif node.tag in LISTS:
            self._read_list(node, look, inside)
        elif node.tag == "table":
            self.flush(inside)
            self.passages.extend(_rows(node, look))
        elif node.tag in HEADINGS or pasted.listed(node.style):
            self.flush(inside)
            self._put_alone(node, look)
        elif node.tag == "li" and inside:
            self._read_item(node, look, inside)
        else:
            self._read_block(node, look, inside)

    def _read_block(self, node: Node, look: _Look, inside: _List | None) -> None:
        is_block = node.tag in BLOCKS or node.tag in CELLS
        if is_block:
            self._turn(inside)
        self.read(node, look, inside)
        if is_block:
            self._turn(inside)

    def _turn(self, inside: _List | None) -> None:
        """Begin or end a block: inside an item it is a line, elsewhere a passage."""
        if inside and inside.in_item:
            self._runs.append(_BREAK)
        else:
            self.flush(inside)

    def _break_line(self, inside: _List | None) -> None:
        """Begin a new line; two in a row are how some begin a new paragraph."""
        if not inside and self._runs and self._runs[-1] == _BREAK:
            self.flush(inside)
        else:
            self._runs.append(_BREAK)

    def _read_list(self, node: Node, look: _Look, inside: _List | None) -> None:
        self.flush(inside)
        kind = Kind.NUMBERED if node.tag == "ol" else Kind.BULLET
        begins = node.number("start") == 1
        opened = _List(kind, inside.level + 1 if inside else 0, begins)
        self.read(node, look, opened)
        self.flush(opened)

    def _read_item(self, node: Node, look: _Look, inside: _List) -> None:
        self.flush(inside)
        inside.in_item = True
        self.read(node, look, inside)
        self.flush(inside)
        inside.in_item = False

    def _put_alone(self, node: Node, look: _Look) -> None:
        """Take a heading, or a paragraph that Word shows as an item of a list."""
        runs = ordered(_lines(node, look))
        if not runs:
            return
        marker = pasted.marker(node)
        if node.tag in HEADINGS:
            self.passages.append(_heading(node, marker, runs))
        elif said := pasted.listed(node.style):
            kind = Kind.NUMBERED if pasted.is_number(marker) else Kind.BULLET
            begins = self._turns.get(said.level) != said.turn
            self._turns[said.level] = said.turn
            self.passages.append(Passage(kind, runs, level=said.level, is_first=begins))

    def flush(self, inside: _List | None) -> None:
        """End the passage that is being gathered."""
        runs = ordered(self._runs)
        self._runs.clear()
        if not runs:
            return
        if inside:
            passage = Passage(inside.kind, runs, level=inside.level, is_first=inside.begins)
            inside.begins = False
        else:
            passage = Passage(Kind.PARAGRAPH, runs)
        self.passages.append(passage)


def _heading(node: Node, marker: str, runs: tuple[Run, ...]) -> Passage:
    """Return a heading: one line, with the number that Word shows before it."""
    words = (Run(f"{marker} "), *runs) if marker else runs
    on_a_line = ordered(replace(run, text=run.text.replace("\n", " ")) for run in words)
    return Passage(Kind.HEADING, on_a_line, level=HEADINGS[node.tag])


def _rows(node: Node, look: _Look) -> Iterator[Passage]:
    table = Table()
    for cells, in_head in rows_of(node):
        read = [(cell, ordered(_lines(cell, look.inside(cell)))) for cell in cells]
        yield from table.row(read, in_head=in_head)


def _lines(node: Node, look: _Look) -> Iterator[Run]:
    """Return all the words inside, each block on a line of its own."""
    for child in node.children:
        if isinstance(child, str):
            yield Run(child, *look)
        elif child.tag == "br":
            yield _BREAK
        elif not pasted.is_passed_over(child.style):
            is_line = child.tag not in _WITHIN_LINES
            yield from (_BREAK,) if is_line else ()
            yield from _lines(child, look.inside(child))
            yield from (_BREAK,) if is_line else ()


_WITHIN_LINES = _STRONG | _EMPHASIS | {"a", "span"}

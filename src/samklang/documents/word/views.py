"""Builds a text from what a document holds, as if all its changes were accepted, or rejected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from samklang.common.residents import without_personal_numbers
from samklang.documents.comparing import Fate
from samklang.documents.passages import Kind, Passage, Run, ordered, text_of
from samklang.documents.word.spans import UNCHANGED, Change, Span
from samklang.documents.word.styles import Place


@dataclass(slots=True)
class Line:
    """A paragraph of the document: what it is, what it was, and what became of its end."""

    place: Place
    before: Place
    spans: list[Span]
    end: Change = UNCHANGED
    key: str = ""
    remarks: list[str] = field(default_factory=list)
    counted: str = ""


@dataclass(slots=True)
class CellOfLines:
    lines: list[Line]
    change: Change = UNCHANGED
    wide: int = 1


@dataclass(slots=True)
class Row:
    cells: list[CellOfLines]
    change: Change
    is_head: bool
    is_first: bool


@dataclass(slots=True)
class View:
    """One of the two texts, growing; a paragraph whose end is gone runs into the next."""

    gone: Sequence[Fate]
    # A section that has lost its heading goes on being one in the new text, but not in the old.
    keeps_keys: bool
    look: Callable[[Span], Run]
    place: Callable[[Line], Place]
    passages: list[Passage] = field(default_factory=list)
    _carried: list[Run] = field(default_factory=list)
    _open: dict[int, Place] = field(default_factory=dict)
    _key: str = ""

    def add_line(self, line: Line) -> None:
        self._note_key([line])
        self._carried += self._runs(line)
        if line.end.fate in self.gone:
            return
        runs = hidden(ordered(self._carried))
        self._carried = []
        if runs:
            self._put(self.place(line), line.counted, runs)

    def add_row(self, row: Row) -> None:
        self._note_key(line for cell in row.cells for line in cell.lines)
        if row.change.fate in self.gone:
            return
        cells: list[tuple[Run, ...]] = []
        for cell in row.cells:
            if cell.change.fate not in self.gone:
                runs = self._cell(cell)
                cells += [_undressed(runs) if row.is_head else runs, *((),) * (cell.wide - 1)]
        if any(cells):
            found = Passage(Kind.ROW, cells=tuple(cells), is_head=row.is_head, key=self._key)
            self.passages.append(replace(found, is_first=row.is_first))
            self._open.clear()

    def _note_key(self, lines: Iterable[Line]) -> None:
        found = (one.key for one in lines if one.key and (self.keeps_keys or self._runs(one)))
        self._key = next(found, self._key)

    def _cell(self, cell: CellOfLines) -> tuple[Run, ...]:
        found: list[Run] = []
        for line in cell.lines:
            found += [*self._runs(line), *([] if line.end.fate in self.gone else [Run("\n")])]
        return hidden(ordered(found))

    def _runs(self, line: Line) -> list[Run]:
        return [self.look(one) for one in line.spans if one.change.fate not in self.gone]

    def _put(self, place: Place, counted: str, runs: tuple[Run, ...]) -> None:
        is_first = False
        if place.kind is Kind.HEADING:
            runs = _on_a_line(counted, runs)
        if place.kind in (Kind.BULLET, Kind.NUMBERED):
            is_first = not place.goes_on(self._open.get(place.level))
            self._open = {level: one for level, one in self._open.items() if level < place.level}
            self._open[place.level] = place
        else:
            self._open.clear()
        self.passages.append(
            Passage(place.kind, runs, level=place.level, is_first=is_first, key=self._key)
        )


def _on_a_line(counted: str, runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return a heading's words with the number that Word shows before them."""
    number = [Run(f"{counted} ")] if counted else []
    return ordered(replace(one, text=one.text.replace("\n", " ")) for one in [*number, *runs])


def _undressed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Take the weight from the head of a column, where it is only how tables look."""
    if not all(one.strong or one.text.isspace() for one in runs):
        return runs
    return ordered(replace(one, strong=False) for one in runs)


def hidden(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the runs with dots for personal numbers, also where looks divide the digits."""
    text = text_of(runs)
    shown = without_personal_numbers(text)
    if shown == text:
        return runs
    found, start = [], 0
    for run in runs:
        end = start + len(run.text)
        found.append(replace(run, text=shown[start:end]))
        start = end
    return tuple(found)

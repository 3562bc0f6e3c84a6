"""Writes the words of a passage as Word's runs, inside the change that they are a part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count, groupby

from samklang.documents.comparing import Fate, Piece, Step
from samklang.documents.passages import Run
from samklang.documents.word.elements import Element, element, letters, linked

_WRAPPERS = {
    Fate.INSERTED: "ins",
    Fate.DELETED: "del",
    Fate.MOVED_AWAY: "moveFrom",
    Fate.MOVED_HERE: "moveTo",
}
_BREAK, _STRONG, _EMPHASIS = element("br"), element("b"), element("i")
_LINKED = element("rStyle", val="Hyperlink")


@dataclass(frozen=True, slots=True)
class Hand:
    """Who has made changes, and when."""

    author: str
    made_at: datetime


@dataclass(slots=True)
class Pen:
    """What writes one document: whose hand it is in, the numbers of its changes, its links."""

    hand: Hand
    links: dict[str, str] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def number(self) -> int:
        return next(self._numbers)

    def change(self, tag: str, *children: Element, **told: str | int) -> Element:
        """Return an element that says who made a change, and when."""
        who = {"author": self.hand.author, "date": moment(self.hand.made_at)}
        return element(tag, *children, **{"id": self.number(), **who, **told})

    def mark(self, fate: Fate) -> list[Element]:
        """Return what makes a whole paragraph or row a change, if it is one."""
        return [self.change(_WRAPPERS[fate])] if fate in _WRAPPERS else []

    def words(self, step: Step, pieces: Iterable[Piece]) -> Iterator[Element]:
        for piece in pieces:
            for fate, runs in _parts(step.fate, piece):
                yield from self._runs(fate, runs, piece.old if fate is Fate.CHANGED else ())

    def _runs(self, fate: Fate, runs: Iterable[Run], old: tuple[Run, ...]) -> Iterator[Element]:
        for address, group in groupby(runs, key=lambda run: run.address):
            written = [self._run(fate, run, old) for run in group]
            if fate in _WRAPPERS:
                written = [self.change(_WRAPPERS[fate], *written)]
            yield from [self._link(address, written)] if address else written

    def _link(self, address: str, children: Iterable[Element]) -> Element:
        return linked(self.links.setdefault(address, f"rLink{len(self.links) + 1}"), children)

    def _run(self, fate: Fate, run: Run, old: tuple[Run, ...]) -> Element:
        looks = _looks(run)
        if old:
            looks.append(self.change("rPrChange", element("rPr", *_looks(old[0]))))
        made = [element("rPr", *looks)] if looks else []
        name = "delText" if fate is Fate.DELETED else "t"
        for number, line in enumerate(run.text.split("\n")):
            made += [_BREAK] if number else []
            made += [letters(name, line)] if line else []
        return element("r", *made)


def _looks(run: Run) -> list[Element]:
    found = [_LINKED] if run.address else []
    found += [_STRONG] if run.strong else []
    found += [_EMPHASIS] if run.emphasis else []
    return found


def _parts(fate: Fate, piece: Piece) -> Iterator[tuple[Fate, tuple[Run, ...]]]:
    """Say how each part of a piece is written where the passage has this fate."""
    if fate is Fate.MOVED_HERE:  # what was deleted on the way stands where it came from
        yield (Fate.MOVED_HERE if piece.old else Fate.INSERTED), piece.new
    elif piece.fate is not Fate.CHANGED:
        yield (Fate.MOVED_AWAY if fate is Fate.MOVED_AWAY else piece.fate), piece.old or piece.new
    elif _addresses(piece.old) == _addresses(piece.new):
        yield Fate.CHANGED, piece.new
    else:
        yield from ((Fate.DELETED, piece.old), (Fate.INSERTED, piece.new))


def _addresses(runs: Iterable[Run]) -> set[str]:
    return {run.address for run in runs}


def moment(time: datetime) -> str:
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

"""Compares the words of one passage: whole words and signs, never parts of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from samklang.documents.comparing.anchors import in_order, unique_pairs
from samklang.documents.comparing.comparison import Piece, Pieces
from samklang.documents.passages import Run, text_of

_TOKEN = re.compile(r"\w+|\s|[^\w\s]")
# What two changes have between them is a part of them when it is so little that it only disturbs.
_LETTERS_THAT_JOIN = 3
# difflib takes a time that grows with the product; larger texts are divided at words they share.
_AT_ONCE = 1_000_000


class _Stretch(NamedTuple):
    """Tokens that both have (`is_same`), or what the old has in place of what the new has."""

    is_same: bool
    old: tuple[int, int]
    new: tuple[int, int]


class Compared(NamedTuple):
    """The words that are the same, deleted and inserted, in the order of reading.

    It is not `whole` when a part was too long, and is told as deleted and inserted all of it.
    """

    pieces: Pieces
    is_whole: bool = True


def compared(old: tuple[Run, ...], new: tuple[Run, ...]) -> Compared:
    if old == new:
        return Compared((Piece(old, new),) if old else ())
    ours, theirs = _Words(old), _Words(new)
    stretches = list(_stretches(ours.tokens, theirs.tokens))
    is_whole = not any(map(_is_too_long, stretches))
    return Compared(tuple(_pieces(ours, theirs, _joined(stretches, ours))), is_whole)


def _pieces(ours: _Words, theirs: _Words, stretches: Iterable[_Stretch]) -> Iterator[Piece]:
    for is_same, here, there in stretches:
        before, after = ours.runs(*here), theirs.runs(*there)
        if is_same:
            yield from _looked_through(before, after)
        else:
            yield from (Piece(old=before),) if before else ()
            yield from (Piece(new=after),) if after else ()


class _Words:
    """The tokens of a text, and the runs that any of them came from."""

    def __init__(self, runs: tuple[Run, ...]) -> None:
        self._runs = runs
        text = text_of(runs)
        self.tokens = _TOKEN.findall(text)
        self._starts = [0]
        for token in self.tokens:
            self._starts.append(self._starts[-1] + len(token))

    def runs(self, begin: int, end: int) -> tuple[Run, ...]:
        return _cut(self._runs, self._starts[begin], self._starts[end])


def _cut(runs: Iterable[Run], start: int, end: int) -> tuple[Run, ...]:
    found, position = [], 0
    for run in runs:
        text = run.text[max(start - position, 0) : max(end - position, 0)]
        if text:
            found.append(Run(text, run.strong, run.emphasis, run.address))
        position += len(run.text)
    return tuple(found)


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[_Stretch]:
    """Compare at once what is short enough, and in parts what is not."""
    here = there = 0
    for left, right in [*_divisions(old, new), (len(old), len(new))]:
        whole = _Stretch(False, (here, left), (there, right))
        if _is_too_long(whole):
            yield whole
        else:
            matcher = SequenceMatcher(None, old[here:left], new[there:right], autojunk=False)
            for tag, a, b, c, d in matcher.get_opcodes():
                yield _Stretch(tag == "equal", (here + a, here + b), (there + c, there + d))
        here, there = left, right


def _is_too_long(stretch: _Stretch) -> bool:
    _same, (here, left), (there, right) = stretch
    return not stretch.is_same and (left - here) * (right - there) > _AT_ONCE


def _divisions(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    if len(old) * len(new) <= _AT_ONCE:
        return []
    return in_order(unique_pairs(old, new))


def _joined(stretches: Iterable[_Stretch], ours: _Words) -> Iterator[_Stretch]:
    """Join changes that have next to nothing between them."""
    waiting: list[_Stretch] = []
    for stretch in stretches:
        if stretch.is_same and _holds(ours.tokens, stretch):
            yield from _closed(waiting)
            waiting = []
            yield stretch
        else:
            waiting.append(stretch)
    yield from _closed(waiting)


def _holds(tokens: Sequence[str], stretch: _Stretch) -> bool:
    words = "".join(tokens[slice(*stretch.old)])
    return sum(letter.isalnum() for letter in words) > _LETTERS_THAT_JOIN


def _closed(waiting: list[_Stretch]) -> Iterator[_Stretch]:
    """Return the little that is the same at the ends as such, and one change between."""
    while waiting and waiting[0].is_same:
        yield waiting.pop(0)
    ends: list[_Stretch] = []
    while waiting and waiting[-1].is_same:
        ends.insert(0, waiting.pop())
    if waiting:
        first, last = waiting[0], waiting[-1]
        yield _Stretch(False, (first.old[0], last.old[1]), (first.new[0], last.new[1]))
    yield from ends


def _looked_through(old: tuple[Run, ...], new: tuple[Run, ...]) -> list[Piece]:
    """Return the same words in pieces that look the same, and pieces that do not."""
    if old == new:
        return [Piece(old, new)]
    ends = sorted(set(_ends(old)) | set(_ends(new)))
    found, start = [], 0
    for end in ends:
        found.append(Piece(_cut(old, start, end), _cut(new, start, end)))
        start = end
    return found


def _ends(runs: Iterable[Run]) -> Iterator[int]:
    position = 0
    for run in runs:
        position += len(run.text)
        yield position

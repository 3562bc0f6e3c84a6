"""Writes passages as HTML in one form only: the same passages are always the same letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import groupby

from samklang.documents.passages.passage import Kind, Passage, Run, settled

_LISTS = {Kind.BULLET: "ul", Kind.NUMBERED: "ol"}


def marked(runs: Iterable[Run]) -> str:
    """Return the runs with strong, em, br and a."""
    return "".join(
        _linked(address, "".join(_weighted(run) for run in group))
        for address, group in groupby(runs, key=lambda run: run.address)
    )


def html(passages: Iterable[Passage], *, words: Callable[[tuple[Run, ...]], str] = marked) -> str:
    """Return the passages as p, h1-h6, nested lists and tables, with nothing between them.

    `words` writes the words of one passage or cell, and escapes them.
    """
    return "".join(_Paper(words).written(settled(passages)))


def _linked(address: str, inner: str) -> str:
    return f'<a href="{escape(address)}">{inner}</a>' if address else inner


def _weighted(run: Run) -> str:
    written = escape(run.text, quote=False).replace("\n", "<br>")
    if run.emphasis:
        written = f"<em>{written}</em>"
    return f"<strong>{written}</strong>" if run.strong else written


class _Paper:
    """What is open while passages are written: lists inside each other, or a part of a table."""

    def __init__(self, words: Callable[[tuple[Run, ...]], str]) -> None:
        self._words = words
        self._lists: list[str] = []
        self._part = ""

    def written(self, passages: Iterable[Passage]) -> Iterator[str]:
        writers: dict[Kind, Callable[[Passage], Iterator[str]]] = {
            Kind.BULLET: self._item,
            Kind.NUMBERED: self._item,
            Kind.ROW: self._row,
            Kind.HEADING: self._alone,
            Kind.PARAGRAPH: self._alone,
        }
        for passage in passages:
            if not passage.is_item:
                yield from self._lists_closed(0)
            if passage.kind is not Kind.ROW or passage.is_first:
                yield from self._table_closed()
            yield from writers[passage.kind](passage)
        yield from self._lists_closed(0)
        yield from self._table_closed()

    def _alone(self, passage: Passage) -> Iterator[str]:
        tag = f"h{passage.level}" if passage.kind is Kind.HEADING else "p"
        yield f"<{tag}>{self._words(passage.runs)}</{tag}>"

    def _item(self, passage: Passage) -> Iterator[str]:
        yield from self._lists_closed(passage.level + 1)
        tag, depth = _LISTS[passage.kind], passage.level + 1
        if len(self._lists) == depth:
            yield "</li>"
            if passage.is_first or self._lists[-1] != tag:
                yield f"</{self._lists.pop()}>"
        if len(self._lists) < depth:
            self._lists.append(tag)
            yield f"<{tag}>"
        yield f"<li>{self._words(passage.runs)}"

    def _lists_closed(self, depth: int) -> Iterator[str]:
        while len(self._lists) > depth:
            yield f"</li></{self._lists.pop()}>"

    def _row(self, passage: Passage) -> Iterator[str]:
        part, cell = ("thead", "th") if passage.is_head else ("tbody", "td")
        if not self._part:
            yield "<table>"
        if self._part != part:
            yield f"</{self._part}><{part}>" if self._part else f"<{part}>"
        self._part = part
        yield "<tr>"
        yield from (f"<{cell}>{self._words(runs)}</{cell}>" for runs in passage.cells)
        yield "</tr>"

    def _table_closed(self) -> Iterator[str]:
        if self._part:
            yield f"</{self._part}></table>"
        self._part = ""

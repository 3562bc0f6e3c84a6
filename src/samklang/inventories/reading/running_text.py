"""Folds a document's lines into running text, and knows where each word stood in the original."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from samklang.documents.extraction.text import ExtractedText
from samklang.inventories.reading.facts import Certainty, Fact, Place, T
from samklang.inventories.reading.lines import SAME_LENGTH, Line, keep

_NOTHING = re.compile(r"(?!)")
_UNSEEN = "*\u00ad\u200b\ufeff"
_PIECE = re.compile(r"\*{2,}|[\u00ad\u200b\ufeff]+|[^\s*\u00ad\u200b\ufeff]+|\*")
_BULLET = re.compile(
    r"[-–—•●▪◦·*\uf0b7\uf0a7o]\s|[a-zåäö]\)\s|\d{1,2}[.)]\s|\d{1,2}(?:\.\d{1,2})+\.?\s|\||§ ?\d"
)
_KEEPS_HYPHEN = re.compile(r"(?:och|eller|samt|respektive|resp|till|alternativt|&)(?!\w)")
_BROKEN_WORD = re.compile(
    r"(?<=[a-zåäö])- (?!och\b|eller\b|samt\b|resp|till\b|alternativt\b|/)(?=[a-zåäö]{3})"
)
_ABBREVIATION = r"(?<!\bfr)(?<!\bo)(?<!\bt)(?<!\bm)(?<!\bd)(?<!\bv)(?<!\bs)(?<!\bk)(?<!\bbl)"
_SENTENCE_END = re.compile(_ABBREVIATION + r"(?<!\bkap)(?<!\bca)[.!?](?= +[A-ZÅÄÖ•”\"(-]|\n|\Z)|\n")
_DANGLING = re.compile(
    r"\b(?:och|eller|om|för|med|mellan|kring|i|av|till|vid|avseende|rörande|samt|på|en|ett|den|det"
    r"|att|[Rr]egion)\Z|[,–]\Z"
)
_OPENS = re.compile(
    r"(?:Mellan|Parter|Bakgrund|Inledning|Sammanfattning|Syfte|Målgrupp|Datum|Giltig\w*|Reviderad"
    r"|Antagen"
    r"|Fastställd|Innehåll|Detta|Denna|Den|Det|Vid|Enligt|Föredragande|Beslut|Tjänste\w+)\b"
)
_SHORTEST_FULL_LINE, _FULL_SHARE = 45, 0.8
_HEAD = 2500


def unbroken(text: str) -> str:
    """Mend words that a saved page has broken inside the line: 'samverkans- överenskommelse'."""
    return _BROKEN_WORD.sub("", text)


class _Folding:
    """Running text while it is being put together, piece by piece."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.starts: list[int] = []
        self.origins: list[int] = []
        self.length = 0

    def add(self, piece: str, origin: int) -> None:
        self.pieces.append(piece)
        self.starts.append(self.length)
        self.origins.append(origin)
        self.length += len(piece)

    def add_line(self, raw: str, origin: int) -> None:
        previous_end = -1
        for word in _PIECE.finditer(raw):
            if word.group() != "*" and word.group()[0] in _UNSEEN:
                continue
            if previous_end >= 0 and raw[previous_end : word.start()].strip(_UNSEEN):
                self.add(" ", origin + previous_end)
            self.add(word.group().translate(SAME_LENGTH), origin + word.start())
            previous_end = word.end()

    def drop_hyphen(self) -> None:
        if self.pieces[-1].endswith("-"):
            self.pieces[-1] = self.pieces[-1][:-1]
            self.length -= 1


class Document:
    """A document as the rules see it: running text, lines, and the way back to the original."""

    def __init__(
        self,
        extracted: ExtractedText,
        name: str = "",
        short_names: Mapping[str, re.Pattern[str]] = MappingProxyType({}),
    ) -> None:
        # What people here call an agreement of each level: pack words, "regional" and "local".
        self.regional_name = short_names.get("regional", _NOTHING)
        self.local_name = short_names.get("local", _NOTHING)
        self.original = extracted.text
        self.name = name
        self.format = extracted.format
        self.language_is_other = "language" in extracted.warnings
        self._pages = [(block.start, block.page) for block in extracted.blocks if block.page]
        kept = keep(self.original)
        self.lines, self.contents, self.address = kept.lines, kept.contents, kept.address
        self._folding = self._fold()
        self.text = "".join(self._folding.pieces)

    def _fold(self) -> _Folding:
        folding = _Folding()
        lengths = sorted(len(line.text) for line in self.lines)
        width = lengths[len(lengths) * 3 // 4] if lengths else 0
        for above, line in zip((None, *self.lines), self.lines, strict=False):
            if above is not None:
                self._add_joint(folding, above, line, width)
            folding.add_line(self.original[line.start : line.end], line.start)
        return folding

    def _add_joint(self, folding: _Folding, above: Line, below: Line, width: int) -> None:
        """Put between two lines nothing (a broken word), a space or the end of a paragraph."""
        if _is_broken(above.text) and below.text[0].islower():
            if _KEEPS_HYPHEN.match(below.text):
                folding.add(" ", above.end)
            else:
                folding.drop_hyphen()
            return
        folding.add(" " if self._runs_on(above, below, width) else "\n", above.end)

    def _runs_on(self, above: Line, below: Line, width: int) -> bool:
        if above.text[-1] in ".:;!?" or _BULLET.match(below.text):
            return False
        if below.text[0].islower() or _OPENS.match(below.text):
            return below.text[0].islower()
        is_next = self.original.count("\n", above.end, below.start) <= 1
        if _DANGLING.search(above.text):
            return is_next or below.text[0].isdigit()
        is_full = len(above.text) >= max(_SHORTEST_FULL_LINE, _FULL_SHARE * width)
        return is_full and is_next and not _is_heading(below.text)

    def at(self, position: int) -> int:
        """Return the offset in the original of a position in the running text."""
        i = bisect_right(self._folding.starts, position) - 1
        if i < 0:
            return 0
        within = min(position - self._folding.starts[i], max(0, len(self._folding.pieces[i]) - 1))
        return self._folding.origins[i] + within

    def place(self, start: int, end: int) -> Place:
        """Return where a stretch of the running text stands in the original."""
        part = self.text[start:end]
        start += len(part) - len(part.lstrip())
        end = max(start + 1, end - (len(part) - len(part.rstrip())))
        return self._place_of(self.at(start), self.at(end - 1) + 1)

    def _place_of(self, start: int, end: int) -> Place:
        i = bisect_right(self._pages, start, key=lambda entry: entry[0]) - 1
        return Place(start, max(start, end), self._pages[i][1] if i >= 0 else None)

    def quote(self, place: Place) -> str:
        return self.original[place.start : place.end]

    def fact(self, value: T, span: tuple[int, int], certainty: Certainty, reason: str) -> Fact[T]:
        """Make a fact whose quote is the original's words for a stretch of the running text."""
        place = self.place(*span)
        return Fact(value, self.quote(place), place, certainty, reason)

    def sentence(self, start: int, end: int, *, reach: int = 240) -> tuple[int, int]:
        """Widen a span to the sentence around it, at most `reach` characters to each side."""
        low, high = max(0, start - reach), min(len(self.text), end + reach)
        ends = (found.end() for found in _SENTENCE_END.finditer(self.text, low, start + 1))
        before = [position for position in ends if position <= start]
        after = _SENTENCE_END.search(self.text, end, high)
        first = before[-1] if before else self._after_space(low)
        return first, (after.start() + 1 if after else self._before_space(high))

    def _after_space(self, position: int) -> int:
        return position and self.text.find(" ", position) + 1

    def _before_space(self, position: int) -> int:
        if position >= len(self.text):
            return len(self.text)
        found = self.text.rfind(" ", 0, position)
        return found if found > 0 else position

    @cached_property
    def head(self) -> str:
        """The first page or so, where a document says what it is."""
        return self.text[:_HEAD]

    @cached_property
    def flat(self) -> str:
        """The running text with paragraphs on one line; positions are the same."""
        return self.text.replace("\n", " ")

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, str], ...]:
        """Every paragraph with its position in the running text."""
        return tuple(self._paragraphs())

    def _paragraphs(self) -> Iterator[tuple[int, str]]:
        start = 0
        for paragraph in self.text.split("\n"):
            yield start, paragraph
            start += len(paragraph) + 1


def _is_heading(line: str) -> bool:
    """Tell whether a line after a full line is too short, and too unfinished, to be its end."""
    return len(line) < _SHORTEST_FULL_LINE and line[0].isupper() and line[-1] not in ".,;:?!)-"


def _is_broken(line: str) -> bool:
    return len(line) > 1 and line.endswith("-") and line[-2].isalpha()

"""Folds a document's lines into running text, and knows where each word stood in the original."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from samklang.documents.extraction.folding import fold
from samklang.documents.extraction.lines import keep
from samklang.documents.extraction.text import ExtractedText
from samklang.inventories.reading.facts import Certainty, Fact, Place, T

_NOTHING = re.compile(r"(?!)")
_BROKEN_WORD = re.compile(
    r"(?<=[a-zåäö])- (?!och\b|eller\b|samt\b|resp|till\b|alternativt\b|/)(?=[a-zåäö]{3})"
)
_ABBREVIATION = r"(?<!\bfr)(?<!\bo)(?<!\bt)(?<!\bm)(?<!\bd)(?<!\bv)(?<!\bs)(?<!\bk)(?<!\bbl)"
_SENTENCE_END = re.compile(_ABBREVIATION + r"(?<!\bkap)(?<!\bca)[.!?](?= +[A-ZÅÄÖ•”\"(-]|\n|\Z)|\n")
_HEAD = 2500


def unbroken(text: str) -> str:
    """Mend words that a saved page has broken inside the line: 'samverkans- överenskommelse'."""
    return _BROKEN_WORD.sub("", text)


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
        self.hidden = extracted.hidden
        self._pages = [(block.start, block.page) for block in extracted.blocks if block.page]
        kept = keep(self.original)
        self.lines, self.contents, self.address = kept.lines, kept.contents, kept.address
        self.is_to_sign = kept.is_to_sign
        # What others call it: whoever saved it, or the program that it was written in.
        self.named = kept.named or dict(extracted.properties).get("title", "")
        # A PDF's paragraphs are set apart by air, which its text does not show.
        is_set = extracted.format == "pdf"
        set_apart = frozenset(block.start for block in extracted.blocks) if is_set else frozenset()
        self._folding = fold(self.lines, self.original, set_apart)
        self.text = "".join(self._folding.pieces)

    def at(self, position: int) -> int:
        """Return the offset in the original of a position in the running text."""
        i = bisect_right(self._folding.starts, position) - 1
        if i < 0:
            return 0
        within = min(position - self._folding.starts[i], max(0, len(self._folding.pieces[i]) - 1))
        return self._folding.origins[i] + within

    def position(self, offset: int) -> int:
        """Return the position in the running text of an offset in the original."""
        i = max(0, bisect_right(self._folding.origins, offset) - 1)
        within = offset - self._folding.origins[i]
        return self._folding.starts[i] + min(within, max(0, len(self._folding.pieces[i]) - 1))

    def place(self, start: int, end: int) -> Place:
        """Return where a stretch of the running text stands in the original."""
        part = self.text[start:end]
        start += len(part) - len(part.lstrip())
        end = max(start + 1, end - (len(part) - len(part.rstrip())))
        return self.original_place(self.at(start), self.at(end - 1) + 1)

    def original_place(self, start: int, end: int) -> Place:
        """Return a stretch of the original as a place, with its page."""
        i = bisect_right(self._pages, start, key=lambda entry: entry[0]) - 1
        return Place(start, max(start, end), self._pages[i][1] if i >= 0 else None)

    def quote(self, place: Place) -> str:
        return self.original[place.start : place.end]

    def fact(self, value: T, span: tuple[int, int], certainty: Certainty, reason: str) -> Fact[T]:
        """Make a fact whose quote is the original's words for a stretch of the running text."""
        place = self.place(*span)
        return Fact(value, self.quote(place), place, certainty, reason)

    def original_fact(
        self, value: T, span: tuple[int, int], certainty: Certainty, reason: str
    ) -> Fact[T]:
        """Make a fact from a stretch of the original that the running text leaves out."""
        place = self.original_place(*span)
        return Fact(value, self.quote(place), place, certainty, reason)

    def sentence(self, start: int, end: int, *, reach: int = 240) -> tuple[int, int]:
        """Widen a span to the sentence around it, at most `reach` characters to each side."""
        low, high = max(0, start - reach), min(len(self.text), end + reach)
        ends = (found.end() for found in _SENTENCE_END.finditer(self.text, low, start + 1))
        before = [position for position in ends if position <= start]
        after = _SENTENCE_END.search(self.text, end, high)
        first = before[-1] if before else _after_space(self.text, low)
        return first, (after.start() + 1 if after else _before_space(self.text, high))

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
        return tuple(_paragraphs(self.text))


def _after_space(text: str, position: int) -> int:
    return position and text.find(" ", position) + 1


def _before_space(text: str, position: int) -> int:
    if position >= len(text):
        return len(text)
    found = text.rfind(" ", 0, position)
    return found if found > 0 else position


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for paragraph in text.split("\n"):
        yield start, paragraph
        start += len(paragraph) + 1

"""Which pieces of a document are headings, with their numbers and their levels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from samklang.documents.extraction.text import BlockKind
from samklang.texts.bones.pieces import Piece
from samklang.texts.bones.rules import Rules

_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?P<title>[^\W\d_].*)")
_MARKDOWN = re.compile(r"#{1,6}\s+")
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_UNFINISHED = re.compile(r"[.,;:?!…\-–_]\Z")
_MOST_LINES, _LONGEST, _LONGEST_TOPIC, _MOST_WORDS = 4, 200, 80, 9
_OVER_WORDS = 24
_LOOSE = 99  # below every number there is
_HARD_END = '.:;?!)”"'

Number = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, and how many pieces it takes up."""

    number: str
    title: str
    level: int
    count: int = 1


@dataclass
class HeadingFinder:
    """Walks through the pieces; knows the table of contents and the number that was last."""

    pieces: Sequence[Piece]
    rules: Rules
    contents: frozenset[str]
    last: Number = ()
    anchor: Number = field(default=())  # the last number that the contents have
    depth: int = 0
    is_silent: bool = False  # among definitions and sources every line is short

    def at(self, i: int) -> Heading | None:
        """Return the heading that begins here, and remember its number."""
        piece = self.pieces[i]
        if piece.kind is BlockKind.HEADING:
            return _marked(piece)
        if piece.whole or (piece.mark and not _NUMBER.match(_line(self.pieces[i]))):
            return None
        found = self._in_contents(i) or self._numbered(i)
        if found:
            self.is_silent = bool(self.rules.silent_below.fullmatch(found.title))
        return found or self._topic(i)

    def _in_contents(self, i: int) -> Heading | None:
        joined = ""
        for count in range(1, min(_MOST_LINES, len(self.pieces) - i) + 1):
            joined = f"{joined} {_line(self.pieces[i + count - 1])}".strip()
            if letters(joined) in self.contents:
                return self._numbered_as(joined, count, is_in_contents=True)
        return None

    def _numbered(self, i: int) -> Heading | None:
        """Take a numbered line, with the lines that it runs on over, for a heading if it fits."""
        if not _NUMBER.match(_line(self.pieces[i])):
            return None
        joined, count = _line(self.pieces[i]), 1
        while self._runs_on(i + count) and count < _MOST_LINES:
            joined = f"{joined} {_line(self.pieces[i + count])}"
            count += 1
        number = _number_in(joined)
        if _is_prose(joined) or not self._follows(number):
            return None
        if len(number) == 1 and self._is_listed(i + count, number):
            return None
        return self._numbered_as(joined, count)

    def _runs_on(self, i: int) -> bool:
        if i >= len(self.pieces):
            return False
        piece = self.pieces[i]
        return not piece.mark and not piece.parted and piece.text[0].islower()

    def _follows(self, number: Number) -> bool:
        """Tell whether a number comes next; below the contents' own numbers if there are any."""
        if self.contents and self.anchor:
            return number[: len(self.anchor)] == self.anchor and len(number) > len(self.anchor)
        if not self.last or number == (1,):
            return True  # an excerpt begins where it begins
        is_child = number[:-1] == self.last and number[-1] <= 1
        above = self.last[: len(number) - 1]
        is_next = number[:-1] == above and number[-1] == (*self.last, 0)[len(number) - 1] + 1
        return is_child or (is_next and len(number) <= len(self.last))

    def _is_listed(self, i: int, number: Number) -> bool:
        """Tell a list of numbered lines from headings, which have something between them."""
        after = _number_in(_line(self.pieces[i])) if i < len(self.pieces) else ()
        return len(after) == len(number) and after[-1:] == (number[-1] + 1,)

    def _numbered_as(self, joined: str, count: int, *, is_in_contents: bool = False) -> Heading:
        joined = _MARKDOWN.sub("", joined)
        numbered = _NUMBER.match(joined)
        if not numbered:
            self.depth = 1
            return Heading("", joined.rstrip(" :"), 1, count)
        number = _number_in(joined)
        self.last, self.depth = number, len(number)
        if is_in_contents:
            self.anchor = number
        return Heading(numbered["number"], numbered["title"].rstrip(" :"), len(number), count)

    def _topic(self, i: int) -> Heading | None:
        """Take a short line that stands by itself for a heading below the last numbered one."""
        piece = self.pieces[i]
        text = _MARKDOWN.sub("", piece.text)
        if piece.mark or self.is_silent or not _looks_like_topic(text) or self._is_no_topic(text):
            return None
        if not (self._is_free_above(i) and self._is_free_below(i)):
            return None
        if text.isupper() and not self.last:
            self.depth = 1
            return Heading("", text, 1)
        return Heading("", text, min(self.depth + 1, _LOOSE))

    def _is_no_topic(self, text: str) -> bool:
        """Tell a pointer, a sentence and the front page from a heading."""
        if self.contents and not self.depth:
            return True
        if self.rules.cross_reference.fullmatch(text) or self.rules.lead_end.search(text):
            return True
        return bool(self.rules.duty.search(text) or self.rules.describes.search(text))

    def _is_free_above(self, i: int) -> bool:
        if i == 0 or self.pieces[i].parted:
            return True
        above = self.pieces[i - 1]
        return above.text[-1] in _HARD_END or len(above.text) < _LONGEST_TOPIC // 2

    def _is_free_below(self, i: int) -> bool:
        if i + 1 >= len(self.pieces):
            return False
        below = self.pieces[i + 1]
        return bool(below.mark) or below.parted or below.text[0].isupper() or _is_number(below.text)


def _is_number(text: str) -> bool:
    return bool(_NUMBER.match(text))


def _line(piece: Piece) -> str:
    """Return a line as it was: '3. Plan' may have been taken for a bullet."""
    return piece.lines[0].text


def _marked(piece: Piece) -> Heading:
    """Read a heading that the file itself marks as one."""
    text = _MARKDOWN.sub("", piece.text)
    numbered = _NUMBER.match(text)
    level = max(piece.level, 1)
    if not numbered:
        return Heading("", text.rstrip(" :"), level)
    return Heading(numbered["number"], numbered["title"].rstrip(" :"), level)


def _is_prose(joined: str) -> bool:
    bare = joined.rstrip(": ")
    is_long = len(joined) > _LONGEST or len(joined.split()) > _OVER_WORDS
    return is_long or bool(_UNFINISHED.search(bare))


def _looks_like_topic(text: str) -> bool:
    return (
        len(text) <= _LONGEST_TOPIC
        and len(text.split()) <= _MOST_WORDS
        and text[0].isupper()
        and not _UNFINISHED.search(text)
        and text.count("(") == text.count(")")
        and len(letters(text)) * 2 > len(text)
    )


def _number_in(line: str) -> Number:
    found = _NUMBER.match(line)
    return tuple(map(int, found["number"].split("."))) if found else ()


def letters(title: str) -> str:
    """Return what two writings of the same title share."""
    number = re.match(r"\d{1,2}(?:\.\d{1,2})*", title)
    bare = _NOT_LETTERS.sub("", title.casefold())
    return (number.group() + " " if number else "") + bare

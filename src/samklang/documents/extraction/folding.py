"""Folds lines into running text: words mended, sentences joined, every piece's origin kept."""

from __future__ import annotations

import re
from collections.abc import Sequence

from samklang.documents.extraction.lines import SAME_LENGTH, Line

_UNSEEN = "*\u00ad\u200b\ufeff"
_PIECE = re.compile(r"\*{2,}|[\u00ad\u200b\ufeff]+|[^\s*\u00ad\u200b\ufeff]+|\*")
_BULLET = re.compile(
    r"[-–—•●▪◦·*\uf0b7\uf0a7o]\s|[a-zåäö]\)\s|\d{1,2}[.)]\s|\d{1,2}(?:\.\d{1,2})+\.?\s|\||§ ?\d"
)
_KEEPS_HYPHEN = re.compile(r"(?:och|eller|samt|respektive|resp|till|alternativt|&)(?!\w)")
_DANGLING = re.compile(
    r"\b(?:och|eller|om|för|med|mellan|kring|i|av|till|vid|avseende|rörande|samt|på|en|ett|den|det"
    r"|att|[Rr]egion)\Z|[,–]\Z"
)
_OPENS = re.compile(
    r"(?:Mellan|Parter|Bakgrund|Inledning|Sammanfattning|Syfte|Målgrupp|Datum|Giltig\w*|Reviderad"
    r"|Antagen"
    r"|Fastställd|Innehåll|Detta|Denna|Den|Det|Vid|Enligt|Föredragande|Beslut|Tjänste\w+)\b"
)
# 'förlängs t.o.m.' above the day.
_UP_TO = re.compile(r"\b(?:t\. ?o|fr\. ?o|f\. ?o)\. ?m\.\Z")
# Each att-clause of a decision is a line of its own.
_DECIDES = re.compile(r"\A(?:Beslut|att .*)\Z|\bbeslut(?:ar|ade|a)(?: enhälligt)?\Z")
# A typewriter's emphasis, 'A V T A L': one space between letters, several between words.
_SPACED = re.compile(
    r"(?<!\S)[^\W\d_](?: [^\W\d_]){4,24}(?: {2,4}[^\W\d_](?: [^\W\d_]){2,24}){0,4}(?!\S)"
)
# A line across the page, or to sign on.
_DRAWN = re.compile(r"[_=~*–-]{10,}")
_SHORTEST_FULL_LINE, _FULL_SHARE, _LETTERS = 45, 0.8, 3


class Folding:
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
        inside = _within_spaced(raw)
        for word in _PIECE.finditer(raw):
            if word.group() != "*" and word.group()[0] in _UNSEEN:
                continue
            is_apart = previous_end >= 0 and raw[previous_end : word.start()].strip(_UNSEEN)
            if is_apart and previous_end not in inside:
                self.add(" ", origin + previous_end)
            self.add(word.group().translate(SAME_LENGTH), origin + word.start())
            previous_end = word.end()

    def drop_hyphen(self) -> None:
        if self.pieces[-1].endswith("-"):
            self.pieces[-1] = self.pieces[-1][:-1]
            self.length -= 1


def fold(lines: Sequence[Line], original: str, set_apart: frozenset[int] = frozenset()) -> Folding:
    """Put the lines together; `set_apart` are where the page itself begins a paragraph."""
    folding = Folding()
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[len(lengths) * 3 // 4] if lengths else 0
    for above, line in zip((None, *lines), lines, strict=False):
        if above is not None:
            width_here = 0 if line.start in set_apart else width
            _add_joint(folding, (above, line), original, width_here)
        folding.add_line(original[line.start : line.end], line.start)
    return folding


def _within_spaced(line: str) -> set[int]:
    """Say where the single spaces stand that only set a word's own letters apart."""
    return {
        at
        for found in _SPACED.finditer(line)
        if _is_word(found.group().casefold())
        for at in range(*found.span())
        if line[at] == " " and line[at - 1] != " " != line[at + 1]
    }


def _is_word(letters: str) -> bool:
    """Tell a word from the marks of a row, and from the letters that head columns in order."""
    in_a_row = "".join(letters.split()) in "abcdefghijklmnopqrstuvwxyzåäö"
    return len(set(letters)) > _LETTERS and not in_a_row


def close_word(folding: Folding, above: Line, below: Line) -> bool:
    """Put together a word that the end of a line has broken, and say whether there was one."""
    if not (_is_broken(above.text) and below.text[0].islower()):
        return False
    if _KEEPS_HYPHEN.match(below.text):
        folding.add(" ", above.end)
    else:
        folding.drop_hyphen()
    return True


def _add_joint(folding: Folding, pair: tuple[Line, Line], original: str, width: int) -> None:
    """Put between two lines nothing (a broken word), a space or the end of a paragraph."""
    above, below = pair
    if close_word(folding, above, below):
        return
    is_next = original.count("\n", above.end, below.start) <= 1
    goes_on = _runs_on(above.text, below.text, width, is_next=is_next)
    folding.add(" " if goes_on else "\n", above.end)


def _runs_on(above: str, below: str, width: int, *, is_next: bool) -> bool:
    if is_next and _UP_TO.search(above) and below[0].isdigit():
        return True
    is_drawn = _DRAWN.fullmatch(above) or _DRAWN.fullmatch(below)
    if above[-1] in ".:;!?" or _BULLET.match(below) or is_drawn:
        return False
    if below.startswith("att ") and _DECIDES.search(above):
        return False
    if below[0].islower() or _OPENS.match(below):
        return below[0].islower()
    if _DANGLING.search(above):
        return is_next or below[0].isdigit()
    is_full = width and len(above) >= max(_SHORTEST_FULL_LINE, _FULL_SHARE * width)
    return bool(is_full) and is_next and not _is_heading(below)


def _is_heading(line: str) -> bool:
    """Tell whether a line after a full line is too short, and too unfinished, to be its end."""
    return len(line) < _SHORTEST_FULL_LINE and line[0].isupper() and line[-1] not in ".,;:?!)-"


def _is_broken(line: str) -> bool:
    return len(line) > 1 and line.endswith("-") and line[-2].isalpha()

"""Which lines of a document are its own words, and which are page marks, headers and contents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

SAME_LENGTH = str.maketrans(
    {"\u2011": "-", "\u2010": "-", "\u00a0": " ", "\u2019": "'", "\u2212": "-", "\u2018": "'"}
)
_LINE = re.compile(r"[^\n\f\v\r\u2028]+")
_PAGE_MARK = re.compile(
    r"\(?\d{1,3}\)?|\d{1,3} ?(?:\(\d{1,3}\)|/ ?\d{1,3})|- ?\d{1,3} ?-"
    r"|(?:sida|sidan|sid\.?|page) ?\d{1,3}(?: ?(?:\(\d{1,3}\)|av \d{1,3}|of \d{1,3}|/ ?\d{1,3}))?"
    r"|advertisement",  # what a host sets between two lines
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:\.{4,}|…{2,}|…\.+|(?:\. ){4,}\.?) ?\d{0,3}\Z")
# Where somebody is to sign: no entry of a table of contents, nor what stands between two of them.
_DOTS = re.compile(r"[.… ]*[.…]{4,}[.… ]*")
_NUMBERED_CONTENTS = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.? \D[^\n]*\S \d{1,3}")
# Where a text was saved from; a converted file may have broken this first line over several.
_SAVED_FROM = re.compile(
    r"\s*(?:SOURCE|URL|KÄLLA|Källa):\s*(?P<address>https?:(?:[^|]{1,900}?(?=\s*\|)|\S+))"
    r"(?:\s*\|\s*TITLE:(?P<named>[^|]{1,300})(?=\|))?"
    r"(?:[^\0]{0,900}?\|\s*EXTENT:\s*(?:full\s+text|beginning\s+only|whole\s+page|[^\n]*)|[^\n]*)"
)
_CONTENTS = re.compile(r"innehåll(?:sförteckning)?:?", re.IGNORECASE)
_ENDS_IN_PAGE = re.compile(r"\S (?P<page>\d{1,3})\Z")
# A chapter's number has a full stop; a page's number in a header has none.
_CHAPTER = re.compile(r"\d{1,2}\.(?:\d{1,2}\.?){0,4} [^\W\d_]")
# A page's head, 'NORD-4-118  Sida 2(6)'
_ENDS_IN_MARK = re.compile(
    r"[^\n]{3,80} (?:sida?n?\.?:? )?\d{1,3} ?(?:\(\d{1,3}\)|av \d{1,3})", re.IGNORECASE
)
# What a page's head may tell of its document.
_STATES = re.compile(
    r"\b(?:version|utgåva|giltigt?|gäller|dnr|diarie\w+)\b|\d{4}-\d\d-\d\d", re.IGNORECASE
)
_FIRST_LINES = 12
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_DIGITS = re.compile(r"\d+")
_OTHERS = re.compile(
    r"(?:liknande|relevanta|relaterade) (?:dokument|nyheter|artiklar|sidor|länkar)"
    r"|(?:fler|andra|senaste) (?:nyheter|artiklar)|läs (?:också|även):?|mer (?:att läsa|nyheter)",
    re.IGNORECASE,
)
_REST_SHARE = 0.4
_TITLE_TWICE, _LONGEST_ENTRY = 25, 300
_REPEATS, _NEAR_SHARE, _SHORTEST_HEADER, _CONTENTS_RUN = 3, 0.6, 4, 4


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands in the original, with its spaces tidied."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Kept:
    """The document's own lines; the titles in its table of contents; where it was saved from.

    `named` is what whoever saved it called it; `is_to_sign` tells of dots to write a name on.
    """

    lines: tuple[Line, ...]
    contents: tuple[str, ...]
    address: str
    named: str
    is_to_sign: bool


def lines_of(text: str) -> list[Line]:
    """Cut a text into its lines, without the empty ones."""
    return [
        Line(" ".join(found.group().translate(SAME_LENGTH).split()), found.start(), found.end())
        for found in _LINE.finditer(text)
        if not found.group().isspace()
    ]


def _repeated(lines: list[Line]) -> set[str]:
    """Name the lines that come back at most page breaks: headers, footers, signing marks."""
    marks = [i for i, line in enumerate(lines) if _PAGE_MARK.fullmatch(line.text)]
    if len(marks) < _REPEATS:
        return set()
    near = {i + step for i in marks for step in (-3, -2, -1, 1, 2, 3)}
    everywhere, close = Counter[str](), Counter[str]()
    for i, line in enumerate(lines):
        bare = _DIGITS.sub("0", line.text)
        everywhere[bare] += 1
        close[bare] += i in near
    return {
        bare
        for bare, count in everywhere.items()
        if count >= _REPEATS
        and not _CHAPTER.match(bare)
        and close[bare] >= _NEAR_SHARE * count
        and len(bare) >= _SHORTEST_HEADER
        and any(character.isalpha() for character in bare)
    }


def _stated_first(lines: list[Line], repeated: set[str]) -> set[int]:
    """Say where a head that every page repeats first tells a version, a number or a validity."""
    return {
        line.start
        for line in lines[:_FIRST_LINES]
        if _STATES.search(line.text) and _DIGITS.sub("0", line.text) in repeated
    }


def _page_heads(lines: list[Line]) -> set[int]:
    """Say where a line comes back that ends in the page's number; the first may be the title."""
    ended: dict[str, list[int]] = {}
    for line in lines:
        if _ENDS_IN_MARK.fullmatch(line.text):
            ended.setdefault(_DIGITS.sub("0", line.text), []).append(line.start)
    return {start for starts in ended.values() if len(starts) >= _REPEATS for start in starts[1:]}


def _contents_runs(lines: list[Line]) -> set[int]:
    """Tell which lines are a table of contents that has page numbers but no dot leaders."""
    found = _below_contents_heading(lines)
    run: list[int] = []
    for i, line in enumerate([*lines, Line("", 0, 0)]):
        # A whole page on one line begins and ends with its number too.
        if len(line.text) <= _LONGEST_ENTRY and _NUMBERED_CONTENTS.fullmatch(line.text):
            run.append(i)
            continue
        if len(run) >= _CONTENTS_RUN:
            found.update(run)
        run = []
    return found


def _below_contents_heading(lines: list[Line]) -> set[int]:
    """Follow the lines below the word 'Innehåll' for as long as their page numbers rise."""
    heading = next((i for i, line in enumerate(lines) if _CONTENTS.fullmatch(line.text)), None)
    if heading is None:
        return set()
    found: list[int] = []
    page = 0
    for i, line in enumerate(lines[heading + 1 :], heading + 1):
        number = _ENDS_IN_PAGE.search(line.text)
        if not number or int(number["page"]) < page:
            break
        page = int(number["page"])
        found.append(i)
    return set(found) if len(found) >= _CONTENTS_RUN else set()


def _is_entry(line: str) -> bool:
    """Tell a line of a table of contents from a whole page that was flattened to one line."""
    return len(line) <= _LONGEST_ENTRY and bool(_LEADERS.search(line))


def keep(text: str) -> Kept:
    """Leave out what is not the document's own words, and say what was left out that matters."""
    lines, address, named = lines_of(text), "", ""
    if saved := _SAVED_FROM.match(text):
        address = "".join(saved["address"].split())
        named = " ".join((saved["named"] or "").split())
        lines = [line for line in lines if line.start >= saved.end()]
    repeated, heads = _repeated(lines), _page_heads(lines)
    own = _stated_first(lines, repeated)
    lines = [
        line
        for line in lines
        if line.start in own or not (line.start in heads or _is_margin(line.text, repeated))
    ]
    cut = {at.start for above, at, below in _threes(lines) if _cuts_a_sentence(above, at, below)}
    dots = {line.start for line in lines if _DOTS.fullmatch(line.text)}
    lines = [line for line in lines if line.start not in cut | dots]
    lines = _without_others(lines) if address else lines
    entries = _contents(lines)
    kept: list[Line] = []
    for i, line in enumerate(lines):
        is_twice = kept and line.text == kept[-1].text and len(line.text) >= _TITLE_TWICE
        if i not in entries and not is_twice:
            kept.append(line)
    return Kept(tuple(kept), tuple(_titles(lines, entries)), address, named, bool(dots))


def _without_others(lines: list[Line]) -> list[Line]:
    """Leave out what a page lists of other papers and other news, at its end."""
    below = next((i for i, line in enumerate(lines) if _OTHERS.fullmatch(line.text)), len(lines))
    length, rest = (sum(len(line.text) for line in some) for some in (lines, lines[below:]))
    return lines[: below + 1] if rest <= _REST_SHARE * length else lines


def _threes(lines: list[Line]) -> Iterator[tuple[Line, Line, Line]]:
    return zip(lines, lines[1:], lines[2:], strict=False)


def _cuts_a_sentence(above: Line, line: Line, below: Line) -> bool:
    """Tell whether a line is a page's date, with a sentence going on around it."""
    is_date = _DATE.fullmatch(line.text) is not None
    return is_date and above.text[-1] not in ".:!?" and below.text[0].islower()


def _is_margin(line: str, repeated: set[str]) -> bool:
    return bool(_PAGE_MARK.fullmatch(line)) or _DIGITS.sub("0", line) in repeated


def _contents(lines: list[Line]) -> set[int]:
    """Tell which lines are the table of contents, the first lines of long entries among them."""
    ends = _contents_runs(lines) | {i for i, line in enumerate(lines) if _is_entry(line.text)}
    begins = {i for i in range(1, len(lines)) if i not in ends and {i - 1, i + 1} <= ends}
    return ends | begins


def _titles(lines: list[Line], entries: set[int]) -> Iterator[str]:
    """Yield the titles in a table of contents; one that runs over two lines is joined."""
    begun = ""
    for i in sorted(entries):
        title = lines[i].text.rstrip(".…_ 0123456789")
        if {i - 1, i + 1} <= entries and not _ends_entry(lines[i].text):
            begun = f"{title} "
            continue
        yield begun + title
        begun = ""


def _ends_entry(line: str) -> bool:
    return _is_entry(line) or bool(_ENDS_IN_PAGE.search(line))

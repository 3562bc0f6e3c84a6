"""Items of minutes that have lost their line breaks, or that a portal lists without numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from samklang.inventories.reading.facts import Certainty, Fact, MinutesItem
from samklang.inventories.reading.running_text import Document

_FLATTENED, _SHORTEST_PAGE = 400, 120
# A host gives each page its number; then the page's own and the item's may follow.
_PAGE = re.compile(r"\d{1,3} (?=\S)")
_ON_PAGE = re.compile(r"\d{1,3} \d{1,3} (?P<n>\d{1,3}) (?=[A-ZÅÄÖ])")
# Beside an item's number stand those of the bodies that had it before, and its diary number.
_BESIDE = r"(?:(?:[A-ZÅÄÖ][A-Za-zåäö]{1,3} \d{1,3}|[Dd]nr \S+) )*"
# '15 Dagordning', '§ 15 Dagordning'; 'Sn 50 Au 84 Dnr 2016/14 Budget'.
_NUMBERED = (
    r"(?:(?<=[A-Za-zåäö.!?)\d] )(?:§ ?)?(?P<n>\d{1,3}) "
    rf"|\b(?:[A-ZÅÄÖ][a-zåäö]|[A-ZÅÄÖ]{{2,5}}) (?P<m>\d{{1,3}}) {_BESIDE})"
)
# A host's heading of an extract, whose paragraph sign was lost: 'Nämnden. 41 Dnr 2031/28. Torg'.
_IN_HEADING = re.compile(
    r"(?<=[.a-zåäö] )(?:§ ?)?(?P<n>\d{1,3}) (?:[Dd]nr|[Dd]iarienr) \d\S*? (?=[A-ZÅÄÖ][a-zåäö]{2})"
)
_BARE = re.compile(rf"{_NUMBERED}(?=[A-ZÅÄÖ][a-zåäö]{{2}})")
_DOTTED = re.compile(r"(?<=\S )(?P<n>(?P<m>\d{1,2}))\. (?=[A-ZÅÄÖ][a-zåäö]{2})")
_MATTERS = re.compile(r"\b(?:Ärenden|Dagordning|Föredragningslista|Ärendelista)\b")
_NOT_A_NUMBER = re.compile(r"(?:\b(?:[Bb]ilaga|[Ss]id(?:a|an|or)?|kl|[Nn]r|av) |\.{2,} ?)\Z")
_NAME = r"[A-ZÅÄÖ][\wéü-]+(?: [A-ZÅÄÖ][\wéü-]+)+(?: \([^)\n]{3,60}\)|, [a-zåäö][^,.\n]{2,60})?"
_PRESENTS = re.compile(
    rf"(?:\A|\n)(?:[•●] ?)?(?P<who>{_NAME}(?: och {_NAME})?),? "
    r"(?:föredrar|föredrog|går igenom|gick igenom|informera|redogör|redogjorde|presentera|berätta)"
)
# Where the title ends and the text begins: a capital after a word in small letters.
_TEXT_BEGINS = re.compile(
    r"(?<=[a-zåäö)\d]) (?=[A-ZÅÄÖ][a-zåäö]{2,} |[A-D]\. [A-ZÅÄÖ])|[.:] (?=[A-ZÅÄÖ])"
)
_LETTERED = re.compile(r" (?P<letter>[A-D])\. (?=[A-ZÅÄÖ])")
_LONGEST_TITLE, _SHORTEST_TITLE, _NAMED = 170, 5, 30
_LEAST_CHAIN = 2
_BULLET = re.compile(r"(?:\A|\n)[•●] ?")
_SIGN = re.compile(r"§ ?(?P<n>\d{1,3})(?: (?P<title>\S[^\n]*))?")
Span = tuple[int, int]


def is_paged(document: Document) -> bool:
    """Tell whether numbers that open paragraphs are the pages of a host's flattened text."""
    long = [words for _, words in document.paragraphs if len(words) >= _FLATTENED]
    return any(_PAGE.match(words) for words in long)


def flat_items(document: Document, title: Fact[str] | None) -> tuple[MinutesItem, ...]:
    """Return the items of running minutes: numbers in a row, or one before the title's words."""
    found = (
        _numbered_page(document)
        or _chain(document, _BARE)
        or _agenda(document)
        or _before_title(document, title)
        or _in_heading(document)
    )
    stops = [*(start for _, (start, _) in found[1:]), len(document.text)]
    return tuple(
        item
        for (number, span), stop in zip(found, stops, strict=False)
        for item in _numbered(document, number, span[1], stop)
    )


def _numbered(document: Document, number: int, start: int, stop: int) -> Iterator[MinutesItem]:
    """Yield an item, and the lettered one that opens right after its title."""
    end = _title_end(document.text, start, min(stop, start + _LONGEST_TITLE))
    yield MinutesItem(number, None, _title(document, start, end))
    if lettered := _LETTERED.match(document.text, end):
        low = lettered.end()
        end = _title_end(document.text, low, min(stop, low + _LONGEST_TITLE))
        yield MinutesItem(number, lettered["letter"], _title(document, low, end))


def _title(document: Document, start: int, end: int) -> Fact[str]:
    words = document.text[start:end].strip(" .:")
    return document.fact(words, (start, end), Certainty.DERIVED, "item")


def _title_end(text: str, start: int, stop: int) -> int:
    line = text.find("\n", start, stop)
    stop = line if line >= 0 else stop
    ends = _TEXT_BEGINS.search(text, start + _SHORTEST_TITLE, stop)
    return ends.start() if ends else stop


def _agenda(document: Document) -> list[tuple[int, Span]]:
    """Find the numbered points that follow the word for a list of matters."""
    begins = _MATTERS.search(document.text)
    found = _chain(document, _DOTTED) if begins else []
    return [one for one in found if begins and one[1][0] >= begins.start()]


def _chain(document: Document, form: re.Pattern[str]) -> list[tuple[int, Span]]:
    """Find the longest row of numbers that rise by one, each before a word that opens a title."""
    chains: list[list[tuple[int, Span]]] = []
    for number, span in _candidates(document, form):
        for chain in chains:
            if chain[-1][0] + 1 == number:
                chain.append((number, span))
        chains.append([(number, span)])
    longest = max(chains, key=len, default=[])
    return longest if len(longest) >= _LEAST_CHAIN else []


def _candidates(document: Document, form: re.Pattern[str]) -> Iterator[tuple[int, Span]]:
    if not any(len(words) >= _FLATTENED for _, words in document.paragraphs):
        return
    for start, words in document.paragraphs:
        if len(words) < _SHORTEST_PAGE:
            continue
        for found in form.finditer(document.text, start, start + len(words)):
            if not _NOT_A_NUMBER.search(document.text, max(0, found.start() - 8), found.start()):
                yield int(found["n"] or found["m"]), found.span()


def _numbered_page(document: Document) -> list[tuple[int, Span]]:
    """Find the paragraphs whose page number is followed by the item's own."""
    found = [
        (int(one["n"]), (start, start + one.end()))
        for start, words in document.paragraphs
        if len(words) >= _FLATTENED and (one := _ON_PAGE.match(words))
    ]
    return [one for i, one in enumerate(found) if not i or one[0] > found[i - 1][0]]


def _before_title(document: Document, title: Fact[str] | None) -> list[tuple[int, Span]]:
    """Find the number of the one item that an extract is named after."""
    if title is None or len(title.value) < _NAMED:
        return []
    words = re.escape(title.value[:_NAMED])
    found = re.search(rf"{_NUMBERED}(?={words})", document.text)
    return [(int(found["n"] or found["m"]), found.span())] if found else []


def _in_heading(document: Document) -> list[tuple[int, Span]]:
    """Find the number of the one item that a host's heading names after the body that met."""
    start, heading = document.paragraphs[0] if document.paragraphs else (0, "")
    found = _IN_HEADING.search(heading) if len(heading) < _FLATTENED else None
    if found is None:
        return []
    return [(int(found["n"]), (start + found.start(), start + found.end()))]


def listed_items(document: Document) -> tuple[MinutesItem, ...]:
    """Return the points of a portal's page: each is an item, though few have a number."""
    found = tuple(_points(document))
    return found if any(item.number is not None for item in found) else ()


def _unnumbered(document: Document, start: int) -> MinutesItem:
    _, end = document.sentence(start, start + 1, reach=_LONGEST_TITLE)
    words = document.fact(document.text[start:end], (start, end), Certainty.STATED, "point")
    return MinutesItem(number=None, letter=None, title=None, text=words)


def _points(document: Document) -> Iterator[MinutesItem]:
    text = document.text
    starts = [found.end() for found in _BULLET.finditer(text)]
    for start, stop in zip(starts, [*starts[1:], len(text)], strict=False):
        lines = [line for line in text[start:stop].split("\n") if line.strip(" •●")]
        sign = _SIGN.fullmatch(lines[0].strip()) if lines else None
        item = _signed(document, start, sign, lines) if sign else _unnumbered(document, start)
        presents = _PRESENTS.search("\n" + text[start:stop])
        yield replace(item, presenters=(presents["who"],) if presents else ())


def _signed(document: Document, start: int, sign: re.Match[str], lines: list[str]) -> MinutesItem:
    """Read '§ 2' and the heading on the same line or the next."""
    name = (sign["title"] or (lines[1] if lines[1:] else lines[0])).strip()
    low = document.text.index(name, start)
    title = document.fact(name, (low, low + len(name)), Certainty.STATED, "item")
    return MinutesItem(number=int(sign["n"]), letter=None, title=title)

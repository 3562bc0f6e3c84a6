"""What a document calls itself: its title, and the lines that are candidates for it."""

from __future__ import annotations

import re

from samklang.inventories.reading.addresses import host, is_slug_of, span_of_slug
from samklang.inventories.reading.facts import Certainty, Fact
from samklang.inventories.reading.firm import NAMES_ITSELF, NAMES_OF, is_firm
from samklang.inventories.reading.first_lines import (
    LONGEST_LINE,
    LONGEST_TITLE,
    NOT_A_TITLE,
    SHORT_LINE,
    is_letterhead,
    is_sentence,
    title_lines,
)
from samklang.inventories.reading.labels import Labelled
from samklang.inventories.reading.memos import matter_of
from samklang.inventories.reading.openings import own_opening
from samklang.inventories.reading.running_text import Document, unbroken
from samklang.inventories.reading.vocabulary import Vocabulary

_NAMED_WITHIN, _OPENING, _FEW_ABOVE = 6, 60, 3
_LIST_ITEM = re.compile(r"\d{1,2}[.)] ")
_FIRST_ITEM = re.compile(r"\d{1,3} [A-ZÅÄÖ][a-zåäö]")
# 'Överenskommelse mellan A och B' without a topic stands under the title that has it, and so does
# the kind of document alone.
_ONLY_PARTIES = re.compile(
    r"(?:Överenskommelse|Avtal|Samverkansavtal) mellan "
    r"(?:(?! om | avseende| kring| rörande| gällande| angående).)*"
)
_CAPITALS = re.compile(r"(?:\d{1,2} )?(?:[A-ZÅÄÖ]{4,}|Protokoll|Minnesanteckningar) ")
# 'AVTAL   Sid 1 av 4' heads every page; the title that says of what stands below it.
_PAGE_HEAD = re.compile(r"\w+ (?:sid(?:a|an)?\.? )?\d+ ?(?:\(\d+\)|av \d+|/ ?\d+)", re.IGNORECASE)
# A report's own title, whose subtitle says that it is a study.
_SUBTITLED = re.compile(r"[A-ZÅÄÖ][^\n]*? [a-zåäö]\S* [^\n]{20,}")
_HAS_CONTENTS = re.compile(r"\bINNEHÅLL|\bInnehållsförteckning")
_FLAT_TITLE = re.compile(
    r"\b(?:(?:Granskning|Utvärdering|Uppföljning|Revidering) av|Kallelse till"
    r"|(?:\w*[Öö]verenskommelse|\w*[Aa]vtal) (?:om|mellan|för|avseende|gällande|kring))\b"
)
_CHAPTER_ONE = re.compile(r"(?:1|I)\.? (?=[A-ZÅÄÖ])")
_DANGLING = re.compile(
    r"(?:\b(?:och|eller|om|för|med|mellan|kring|i|av|till|vid|avseende|rörande|samt|på|en|ett|den"
    r"|mellom|mellem)|[,–-])\Z"
)
# The place or department that stands in capitals above a piece of news.
_PLACE_ABOVE = re.compile(r"[A-ZÅÄÖ]{4,}")
_PREFIX = re.compile(r"[A-ZÅÄÖ][a-zåäö]+ ")
_OF_MEETING = re.compile(
    r"protokoll|anteckningar|kallelse|föredragningslista|dagordning|sammanträde|\bmöte",
    re.IGNORECASE,
)
# A host's heading that tells, in sentences, what somebody has done.
_TOLD = re.compile(
    r"\b(?:har|ska|skall)\b[^\n]*?\. [A-ZÅÄÖ]|\. [A-ZÅÄÖ][^.\n]*\b(?:har|ska|skall)\b"
)
_MEETINGS = frozenset({"minutes", "agenda"})


def find_title(
    document: Document, vocabulary: Vocabulary, labels: tuple[Labelled, ...], kind: str
) -> Fact[str] | None:
    """Return the title: a labelled one first, then what the first lines say."""
    if kind == "not_a_document":
        return None
    if told := _told_by_form(document, vocabulary, kind):
        return told
    above = _named_above(document, vocabulary, labels, kind)
    for entry in () if above else labels:
        first_line = entry.value.split("\n")[0]
        if entry.kind != "title" or not first_line or vocabulary.site_line.fullmatch(first_line):
            continue
        if _is_filled_in(document, entry, kind):
            span = (entry.value_start, entry.value_start + len(first_line))
            return document.fact(_tidy(first_line), span, Certainty.STATED, "labelled")
    return _first_heading(document, vocabulary, kind)


def _named_above(
    document: Document, vocabulary: Vocabulary, labels: tuple[Labelled, ...], kind: str
) -> bool:
    """Tell whether a heading that names the document stands above its first label."""
    first = min((entry.start for entry in labels), default=0)
    lines = title_lines(document, vocabulary)
    return any(start + len(line) < first and _is_named(line, kind) for start, line in lines)


def _is_filled_in(document: Document, entry: Labelled, kind: str) -> bool:
    """Tell whether a label is a front page's; on a web page 'Titel' may head a table."""
    has_colon = document.text[entry.start : entry.end].endswith(":")
    return not entry.in_history and (has_colon or kind != "web_page")


def _told_by_form(document: Document, vocabulary: Vocabulary, kind: str) -> Fact[str] | None:
    """Return what a memo is about, or the name that a meeting's paper opens with."""
    if kind in _MEETINGS:
        return _own_name(document, vocabulary, kind)
    span = matter_of(document.text, NOT_A_TITLE) if kind == "board_memo" else None
    title = _tidy(document.text[slice(*span)]) if span else ""
    return document.fact(title, span, Certainty.STATED, "matter") if span and title else None


def _own_name(document: Document, vocabulary: Vocabulary, kind: str) -> Fact[str] | None:
    """Return the name in capitals below a host's heading that names no meeting."""
    lines = list(title_lines(document, vocabulary))
    opening = own_opening(lines, vocabulary)
    if opening is None or opening.line == 0 or opening.kind != kind:
        return None
    above = lines[0][1]
    if _OF_MEETING.search(above) and not (_is_item(above) or is_sentence(above)):
        return None
    name = document.text[slice(*opening.span)]
    return document.fact(name, opening.span, Certainty.DERIVED, "opening")


def _first_heading(document: Document, vocabulary: Vocabulary, kind: str) -> Fact[str] | None:
    lines = [
        (start, line)
        for start, line in title_lines(document, vocabulary)
        if len(line) > LONGEST_LINE or not is_letterhead(line, vocabulary)
    ]
    if not lines or (_CHAPTER_ONE.match(lines[0][1]) and not document.address):
        return None
    words = [line for _, line in lines]
    chosen = _in_address(words, document.address)
    hosts = vocabulary.kind_settings["document_hosts"]
    is_host = re.search(hosts, host(document.address), re.IGNORECASE)
    span = span_of_slug(document.text, document.address) if is_host and chosen is None else None
    if span and _can_be_title(document.text[slice(*span)]):
        named = document.text[slice(*span)]
        return document.fact(_tidy(named), span, Certainty.DERIVED, "address")
    if chosen is None:
        near = words[:_NAMED_WITHIN]
        chosen = _first_short(near, vocabulary) if kind == "web_page" else _choose(near, kind)
        heading = _heading_from(document, lines[chosen:])
        told = is_sentence(words[chosen])
        is_prose = told and kind == "web_page" and len(heading.value) > SHORT_LINE
        is_prose = is_prose or bool(told and _TOLD.search(heading.value))
        is_title = not is_prose and is_firm(heading.value, document.text, told=told)
        return heading if is_title else None
    return _heading_from(document, lines[chosen:])


def _in_address(lines: list[str], address: str) -> int | None:
    """Find the line that the page's own address repeats."""
    for i, line in enumerate(lines):
        if is_slug_of(line, address) and not is_sentence(line):
            return i
    return None


def _first_short(lines: list[str], vocabulary: Vocabulary) -> int:
    """Choose the first heading of a page; the name of a place stands above a piece of news."""
    headings = [i for i, line in enumerate(lines) if not is_sentence(line)]
    places = (_PLACE_ABOVE, vocabulary.place_pattern)
    below = [i for i in headings if not any(place.fullmatch(lines[i]) for place in places)]
    return next(iter(below or headings), 0)


def _can_be_title(words: str) -> bool:
    return not (NOT_A_TITLE.fullmatch(words) or _TOLD.search(words))


def _choose(lines: list[str], kind: str) -> int:
    """Prefer a line that names a kind of document; a sentence is a title only for want of one."""
    named = next((i for i, line in enumerate(lines) if _is_named(line, kind)), None)
    if named is None:
        return _unnamed(lines, kind)
    if _PAGE_HEAD.fullmatch(lines[named]):
        below = [i for i in range(named + 1, len(lines)) if _is_named(lines[i], kind)]
        return below[0] if below else named
    is_subtitle = named and (
        _ONLY_PARTIES.fullmatch(lines[named])
        or " " not in lines[named]
        or (kind == "report" and named < _FEW_ABOVE and _SUBTITLED.fullmatch(lines[named - 1]))
    )
    return named - 1 if is_subtitle and not is_sentence(lines[named - 1]) else named


def _unnamed(lines: list[str], kind: str) -> int:
    """Choose where no short line names a kind: a host may have named minutes after a sentence."""
    opening = (i for i, line in enumerate(lines) if _opens(line))
    if kind == "minutes":
        return next(opening, 0)
    headings = (i for i, line in enumerate(lines) if not is_sentence(line) or _opens(line))
    return next(headings, 0) if is_sentence(lines[0]) else 0


def _opens(line: str) -> bool:
    """Tell whether a flattened page opens with a title in capitals."""
    return bool(_CAPITALS.match(line) and NAMES_ITSELF.search(line[:_OPENING]))


def _is_named(line: str, kind: str) -> bool:
    names = NAMES_OF.get(kind, NAMES_ITSELF)
    is_heading = not is_sentence(line) and line[-1] != "." and not _LIST_ITEM.match(line)
    if kind in _MEETINGS and _is_item(line):
        return False
    return is_heading and bool(names.search(line))


def _is_item(line: str) -> bool:
    """Tell a numbered item of a meeting from a page's number before the document's name."""
    found = _FIRST_ITEM.match(line)
    return found is not None and not NAMES_ITSELF.match(line, found.end() - 2)


def _heading_from(document: Document, lines: list[tuple[int, str]]) -> Fact[str]:
    """Put a heading together that is broken over several lines."""
    start, title = lines[0]
    if len(title) > LONGEST_LINE or _HAS_CONTENTS.search(title):
        opens = _opening(title)
        start, title = start + opens, title[opens:]
        title = title[: _cut(title)]
    end = start + len(title)
    for next_start, line in lines[1:]:
        if line == title:  # a host repeats it
            continue
        if not _goes_on(title, line):
            break
        title, end = f"{title} {line}", next_start + len(line)
    return document.fact(_tidy(title), (start, end), Certainty.DERIVED, "first_heading")


def _opening(line: str) -> int:
    """Find where the title begins in a page that was flattened to one line."""
    found = _FLAT_TITLE.search(line, 0, LONGEST_TITLE)
    if found is None or _PREFIX.fullmatch(line, 0, found.start()):
        return 0
    return found.start()


def _goes_on(title: str, line: str) -> bool:
    if len(title) + len(line) > LONGEST_TITLE or title[-1] in ".:":
        return False
    return bool(_DANGLING.search(title)) or line[:1].islower()


def _cut(line: str) -> int:
    """Cut a flattened first line where its title seems to end."""
    ends = re.search(
        r"(?<=[a-zåäö)\d])\.? (?:INNEHÅLL|Dokumenttyp|Innehåll|Datum|Plats|Sida|\d\. )"
        r"|(?<=[A-ZÅÄÖ]) (?=1\.? [A-ZÅÄÖ]{4})|(?=[.!?:] )",
        line,
    )
    return max(1, ends.start()) if ends else LONGEST_LINE


def _tidy(title: str) -> str:
    tidy = unbroken(" ".join(title.split())).strip(" .:|*")
    return tidy.lstrip("#").strip()

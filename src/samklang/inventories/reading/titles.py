"""What a document calls itself: its title, and the lines that are candidates for it."""

from __future__ import annotations

import re
from dataclasses import replace

from samklang.inventories.reading.addresses import host, is_slug_of, span_of_slug
from samklang.inventories.reading.extracts import matter_of_extract, name_in_page_head
from samklang.inventories.reading.facts import Certainty, Fact
from samklang.inventories.reading.first_lines import (
    LONGEST_LINE,
    NOT_A_TITLE,
    SHORT_LINE,
    is_letterhead,
    is_sentence,
    title_lines,
)
from samklang.inventories.reading.headings import (
    above_sides,
    begins_midway,
    body_at,
    heading_from,
    tidy,
    wants_more,
)
from samklang.inventories.reading.labels import Labelled
from samklang.inventories.reading.letterheads import is_place_above
from samklang.inventories.reading.memos import matter_of
from samklang.inventories.reading.openings import own_opening
from samklang.inventories.reading.page_heads import is_page_head, says_only_kind
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.side_by_side import is_on_one_agreement
from samklang.inventories.reading.title_choice import (
    LIST_ITEM,
    choose,
    is_item,
    is_named,
    says_to_whom,
    says_which_meeting,
)
from samklang.inventories.reading.vocabulary import Vocabulary
from samklang.inventories.reading.witnesses import (
    ENOUGH,
    has_labels,
    is_faulty,
    is_filled_in,
    opens_with_kind,
    witnesses,
    words_of,
)

_NAMED_WITHIN, _FEW_ABOVE = 6, 3
# The kind of steering document, above the name of the one.
_KIND_ALONE = re.compile(r"(?:# )?(?:RUTIN|RIKTLINJE(?:R)?|VÄGLEDNING|INSTRUKTION)")
_CHAPTER_ONE = re.compile(r"(?:1|I)\.? (?=[A-ZÅÄÖ])")
# 'Samverkan vid utskrivning', and 'Överenskommelse mellan A och B' right below it.
_KIND_BELOW = re.compile(r"\s*(?:\w*överenskommelse|\w*avtal) mellan ", re.IGNORECASE)
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
    """Return the title when enough speaks for it; else the best guess, as a guess."""
    found = None if kind == "not_a_document" else _read(document, vocabulary, labels, kind)
    if found is None:
        return None
    is_line_of_who = is_faulty(found.value, kind, vocabulary)
    if not is_line_of_who and _witnesses(found, document, vocabulary, kind) >= ENOUGH:
        return found
    # More has to speak for another line than for the one that the rules chose.
    needed = ENOUGH if is_line_of_who else ENOUGH + 1
    for name in _first_headings(document, vocabulary):
        is_name = not is_faulty(name.value, kind, vocabulary)
        if is_name and _witnesses(name, document, vocabulary, kind) >= needed:
            return name
    return None if is_line_of_who else replace(found, certainty=Certainty.GUESSED)


def _witnesses(title: Fact[str], document: Document, vocabulary: Vocabulary, kind: str) -> int:
    is_first = _stands_first(title, document, vocabulary)
    is_first |= bool(_KIND_BELOW.match(document.text, document.position(title.place.end)))
    is_first |= kind in _MEETINGS and says_which_meeting(title.value)
    is_first |= kind == "assignment" and says_to_whom(title.value)
    return witnesses(title, document, kind, is_first=is_first)


def _first_headings(document: Document, vocabulary: Vocabulary) -> list[Fact[str]]:
    lines = _headings(document, vocabulary)
    return [
        heading_from(document, lines[i:])
        for i, (_, line) in enumerate(lines[:_FEW_ABOVE])
        if not (is_sentence(line) or is_page_head(line))
    ]


def _stands_first(title: Fact[str], document: Document, vocabulary: Vocabulary) -> bool:
    """Tell whether no other heading stands above: a page may open with a sentence or a place."""
    at = document.position(title.place.start)
    for start, line in _headings(document, vocabulary):
        told = is_sentence(line)
        if at <= start + len(line):
            opens = line[:1].isupper() or line[:1].isdigit()
            return opens_with_kind(title.value) or (opens and not told)
        is_above = told or is_page_head(line) or is_place_above(line, vocabulary)
        if not is_above and words_of(line):
            return False
    return False


def _read(
    document: Document, vocabulary: Vocabulary, labels: tuple[Labelled, ...], kind: str
) -> Fact[str] | None:
    """Read what a form says first, then a label, then the first lines."""
    if told := _told_by_form(document, vocabulary, kind):
        return told
    above = _named_above(document, vocabulary, labels, kind)
    for entry in () if above else labels:
        first_line = entry.value.split("\n")[0]
        if entry.kind != "title" or not first_line or vocabulary.site_line.fullmatch(first_line):
            continue
        if _is_filled_in(document, entry, kind):
            span = (entry.value_start, entry.value_start + len(first_line))
            return document.fact(tidy(first_line), span, Certainty.STATED, "labelled")
    heading = _first_heading(document, vocabulary, kind)
    return _below_page_head(document, heading) if heading and kind == "minutes" else heading


def _below_page_head(document: Document, heading: Fact[str]) -> Fact[str]:
    """Return an extract's one matter where its title is no more than the head of its page."""
    if not (own := name_in_page_head(heading.value)):
        return heading
    if matter := matter_of_extract(document.text):
        name = tidy(document.text[slice(*matter)])
        return document.fact(name, matter, Certainty.STATED, "matter")
    return replace(heading, value=heading.value[slice(*own)]) if own[0] else heading


def _named_above(
    document: Document, vocabulary: Vocabulary, labels: tuple[Labelled, ...], kind: str
) -> bool:
    """Tell whether a heading that names the document stands above its first label."""
    first = min((entry.start for entry in labels), default=0)
    lines = title_lines(document, vocabulary)
    return any(
        start + len(line) < first and is_named(line, kind) and not says_only_kind(line)
        for start, line in lines
    )


def _is_filled_in(document: Document, entry: Labelled, kind: str) -> bool:
    """Tell whether a label is a front page's; on a web page 'Titel' may head a table."""
    has_colon = document.text[entry.start : entry.end].endswith(":")
    return not entry.in_history and (has_colon or kind != "web_page")


def _told_by_form(document: Document, vocabulary: Vocabulary, kind: str) -> Fact[str] | None:
    """Return what a memo is about, or the name that a meeting's paper opens with."""
    if kind in _MEETINGS:
        return _own_name(document, vocabulary, kind)
    span = matter_of(document.text, NOT_A_TITLE) if kind == "board_memo" else None
    if span and (body := body_at(document.flat[slice(*span)])):
        span = span[0], span[0] + body
    title = tidy(document.text[slice(*span)]) if span else ""
    return document.fact(title, span, Certainty.STATED, "matter") if span and title else None


def _own_name(document: Document, vocabulary: Vocabulary, kind: str) -> Fact[str] | None:
    """Return the name in capitals below a host's heading that names no meeting."""
    lines = list(title_lines(document, vocabulary))
    opening = own_opening(lines, vocabulary)
    if opening is None or opening.line == 0 or opening.kind != kind:
        return None
    above = lines[0][1]
    if is_on_one_agreement(document, kind) and document.text.count(above) > 1:
        return None
    if _OF_MEETING.search(above) and not (is_item(above) or is_sentence(above)):
        return None
    name = document.text[slice(*opening.span)]
    if any(says_which_meeting(line) for _, line in lines[opening.line :][:_FEW_ABOVE]):
        return None
    return document.fact(name, opening.span, Certainty.DERIVED, "opening")


def _headings(document: Document, vocabulary: Vocabulary) -> list[tuple[int, str]]:
    """Return the first lines that are no letterhead's."""
    lines: list[tuple[int, str]] = []
    dangles = False
    for start, whole in title_lines(document, vocabulary):
        line = above_sides(whole)
        is_name = len(line) > LONGEST_LINE or not is_letterhead(line, vocabulary)
        if dangles or (is_name and not has_labels(line)):
            lines.append((start, line))
            dangles = wants_more(line, begun=dangles)
    if len(lines) < _FEW_ABOVE:
        return lines
    (_, first), (_, second) = lines[:2]
    is_kind = _KIND_ALONE.fullmatch(first) and not (is_sentence(second) or is_filled_in(second))
    return lines[1:] if is_kind or begins_midway(first) else lines


def _first_heading(document: Document, vocabulary: Vocabulary, kind: str) -> Fact[str] | None:
    lines = _headings(document, vocabulary)
    if not lines or (_CHAPTER_ONE.match(lines[0][1]) and not document.address):
        return None
    words = [line for _, line in lines]
    chosen = _in_address(words, document.address)
    hosts = vocabulary.kind_settings["document_hosts"]
    is_host = re.search(hosts, host(document.address), re.IGNORECASE)
    span = span_of_slug(document.text, document.address) if is_host and chosen is None else None
    if span and _can_be_title(document.text[slice(*span)]):
        named = document.text[slice(*span)]
        return document.fact(tidy(named), span, Certainty.DERIVED, "address")
    if chosen is None:
        near = words[:_NAMED_WITHIN]
        chosen = _first_short(near, vocabulary) if kind == "web_page" else choose(near, kind)
        heading = heading_from(document, lines[chosen:])
        told = is_sentence(words[chosen])
        is_prose = told and kind == "web_page" and len(heading.value) > SHORT_LINE
        is_prose = is_prose or bool(told and _TOLD.search(heading.value))
        return None if is_prose else heading
    return heading_from(document, lines[chosen:])


def _in_address(lines: list[str], address: str) -> int | None:
    """Find the line that the page's own address repeats."""
    for i, line in enumerate(lines):
        if is_slug_of(line, address) and not (is_sentence(line) or says_only_kind(line)):
            return i
    return None


def _first_short(lines: list[str], vocabulary: Vocabulary) -> int:
    """Choose the first heading of a page; the name of a place stands above a piece of news."""
    headings = [
        i for i, line in enumerate(lines) if not (is_sentence(line) or LIST_ITEM.match(line))
    ]
    below = [i for i in headings if not is_place_above(lines[i], vocabulary)]
    return next(iter(below or headings), 0)


def _can_be_title(words: str) -> bool:
    return not (NOT_A_TITLE.fullmatch(words) or _TOLD.search(words) or begins_midway(words))

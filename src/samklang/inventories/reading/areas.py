"""Which areas of collaboration a document is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samklang.inventories.reading.facts import Certainty, Fact
from samklang.inventories.reading.kinds import AGREEMENTS
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.vocabulary import Vocabulary

_NONE = frozenset({"not_a_document", "law_text"})
_SECTION = 1200
_MATTERS = 0.4
_HEADING, _LIST_ITEM = 120, 250
_LIST_LENGTH, _BREATH, _SEVERAL, _DENSE = 8, 160, 3, 0.2
_MENTIONS, _ONE_MENTION = 2, 12
_TITLE_LENGTH, _OPENING = 400, 300
_KIND_ALONE = re.compile(r"\w+(?: (?:sida\w*|av|nr|[\d()./:-]+))*", re.IGNORECASE)
_NUMBER = re.compile(r"\A(?:\d{1,2}(?:\.\d{1,2})*\.?|[-•*]) *")
_NOT = re.compile(r"\b(?:inte|ej|icke)\b")
_EXCLUDED = re.compile(r"\b[Ee]j i uppdraget|\b(?:omfattas?|ingår) (?:dock )?(?:inte|ej|icke)\b")
Hit = tuple[str, int, int]


def find_areas(
    document: Document, vocabulary: Vocabulary, kind: str, title: Fact[str] | None
) -> tuple[Fact[str], ...]:
    """Return the areas the title names; else the target group's; else what the text dwells on."""
    if kind in _NONE:
        return ()
    for hits, certainty, reason in (
        (_in_title(vocabulary, title, document), _as_sure_as(title), "title"),
        (_in_target_group(document, vocabulary), Certainty.STATED, "target_group"),
        (_in_body(document, vocabulary, kind), Certainty.GUESSED, "body"),
        (_in_opening(document, vocabulary, kind), Certainty.GUESSED, "opening"),
        (_in_path(document, vocabulary, kind), Certainty.GUESSED, "address"),
    ):
        if hits:
            return tuple(
                document.fact(code, document.sentence(start, end, reach=80), certainty, reason)
                for code, start, end in hits
            )
    if _touches(document, vocabulary, kind):
        return ()
    return (document.fact("other", (0, min(80, len(document.text))), Certainty.GUESSED, "none"),)


def _as_sure_as(title: Fact[str] | None) -> Certainty:
    is_guess = title is not None and title.certainty is Certainty.GUESSED
    return Certainty.GUESSED if is_guess else Certainty.STATED


def _touches(document: Document, vocabulary: Vocabulary, kind: str) -> bool:
    """Tell whether an area is named in passing: the document may be on it, or on another.

    An agreement may name its area anywhere, other documents where they open.
    """
    reach = len(document.text) if kind in AGREEMENTS else _OPENING
    areas = _everywhere(vocabulary) if kind in AGREEMENTS else vocabulary.areas
    return any(pattern.search(document.text, 0, reach) for _, pattern in areas)


def _in_opening(document: Document, vocabulary: Vocabulary, kind: str) -> list[Hit]:
    """Return what the first sentences name; an agreement's may name those it is not on."""
    return [] if kind in AGREEMENTS else list(_hits(document, vocabulary, (0, _OPENING), 1))


def _in_path(document: Document, vocabulary: Vocabulary, kind: str) -> list[Hit]:
    """Return the area whose part of a site a page stands in: /barn-och-unga/."""
    path = document.address.rpartition("/")[0].replace("-", " ").replace("/", "\n")
    named = [code for code, form in _everywhere(vocabulary) if form.search(path)]
    opening = min(_TITLE_LENGTH, len(document.text))
    return [(code, 0, opening) for code in named] if kind == "web_page" else []


def _in_title(vocabulary: Vocabulary, title: Fact[str] | None, document: Document) -> list[Hit]:
    if title is None:
        return []
    is_bare = _KIND_ALONE.fullmatch(title.value)  # what it is about stands below
    words = document.text[:_TITLE_LENGTH] if is_bare else title.value
    codes = [code for code, pattern in vocabulary.areas if pattern.search(words)]
    return [hit for code in codes if (hit := _first(document, vocabulary, code))]


def _first(document: Document, vocabulary: Vocabulary, code: str) -> Hit | None:
    pattern = dict(vocabulary.areas)[code]
    found = pattern.search(document.text)
    return (code, *found.span()) if found else None


def _in_target_group(document: Document, vocabulary: Vocabulary) -> list[Hit]:
    """Read the section called target group, when there is one."""
    for start, paragraph in document.paragraphs:
        heading = _NUMBER.sub("", paragraph).strip(" :")
        if vocabulary.headings["target_group"].fullmatch(heading):
            after = start + len(paragraph)
            hits = _hits(document, vocabulary, (after, after + _SECTION), 1)
            return [hit for hit in hits if not _is_left_out(document, hit)]
    return []


def _is_left_out(document: Document, hit: Hit) -> bool:
    """Tell whether the sentence says whom it is not for: 'Personer med … omfattas inte'."""
    return bool(_NOT.search(document.text, *document.sentence(hit[1], hit[2])))


def _hits(
    document: Document, vocabulary: Vocabulary, span: tuple[int, int], least: int
) -> Iterator[Hit]:
    for code, pattern in _everywhere(vocabulary):
        every = pattern.finditer(document.text, span[0], min(span[1], len(document.text)))
        found = [hit for hit in every if not _is_excluded(document, hit)]
        if len(found) >= least:
            yield (code, *found[0].span())


def _is_excluded(document: Document, hit: re.Match[str]) -> bool:
    """Tell whether a sentence names what the document is not about."""
    return bool(_EXCLUDED.search(document.text, *document.sentence(*hit.span())))


def _everywhere(vocabulary: Vocabulary) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield the areas whose words count outside the title too."""
    for code, pattern in vocabulary.areas:
        if code not in vocabulary.title_only_areas:
            yield code, pattern


def _in_body(document: Document, vocabulary: Vocabulary, kind: str) -> list[Hit]:
    """Return what the text dwells on: often, or in headings and list items."""
    found = {
        code: [hit for hit in _mentions(pattern, document.text) if not _is_excluded(document, hit)]
        for code, pattern in _everywhere(vocabulary)
    }
    top = max((len(hits) for hits in found.values()), default=0)
    least = max(_MENTIONS, _MATTERS * top)
    listed = _listed_together(found)
    chosen = {
        code
        for code, hits in found.items()
        if hits and _dwells(document, kind, hits, (least, listed))
    }
    if kind not in AGREEMENTS:
        chosen |= _beside(document, found, chosen)
    return [(code, *hits[0].span()) for code, hits in found.items() if code in chosen]


def _mentions(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield each mention once: 'barn och unga' is one."""
    last = -_ONE_MENTION
    for hit in pattern.finditer(text):
        if hit.start() - last >= _ONE_MENTION:
            yield hit
        last = hit.end()


def _beside(
    document: Document, found: dict[str, list[re.Match[str]]], chosen: set[str]
) -> set[str]:
    """Name the areas that a heading or list item names together with one that fills it."""
    lines = {
        document.text.rfind("\n", 0, hit.start())
        for code in chosen
        for hit in found[code]
        if _stands_out(document, hit) and _fills(document, hit)
    }
    return {
        code
        for code, hits in found.items()
        if any(document.text.rfind("\n", 0, hit.start()) in lines for hit in hits)
    }


def _dwells(
    document: Document, kind: str, hits: list[re.Match[str]], measure: tuple[float, set[int]]
) -> bool:
    least, listed = measure
    if kind in AGREEMENTS:  # what one paragraph tells of may be one side's other work
        lines = {document.text.rfind("\n", 0, hit.start()) for hit in hits}
        return len(hits) >= least and len(lines) > 1
    if len(hits) > _MENTIONS or any(hit.start() in listed for hit in hits):
        return True
    lines = {document.text.rfind("\n", 0, hit.start()) for hit in hits}
    stands_out = any(_stands_out(document, hit) for hit in hits)
    return stands_out and (len(lines) > 1 or any(_fills(document, hit) for hit in hits))


def _listed_together(found: dict[str, list[re.Match[str]]]) -> set[int]:
    """Find where at least three areas are named in one breath: a list of what it is about."""
    places = sorted((hit.start(), code) for code, hits in found.items() for hit in hits)
    together: set[int] = set()
    text = next((hit.string for hits in found.values() for hit in hits), "")
    for i, (start, _) in enumerate(places):
        near = [place for place in places[i : i + _LIST_LENGTH] if place[0] - start < _BREATH]
        marks = sum(text.count(mark, start, near[-1][0]) for mark in ",\n")
        if len({code for _, code in near}) >= _SEVERAL and marks > 1:
            together.update(place for place, _ in near)
    return together


def _line(document: Document, hit: re.Match[str]) -> str:
    start = document.text.rfind("\n", 0, hit.start()) + 1
    end = document.text.find("\n", hit.start())
    return document.text[start : len(document.text) if end < 0 else end]


def _stands_out(document: Document, hit: re.Match[str]) -> bool:
    """Tell whether a word stands in a heading or a list item."""
    line = _line(document, hit)
    if _NUMBER.match(line):
        return len(line) <= _LIST_ITEM
    return len(line) <= _HEADING and line[-1:] not in {".", ","}


def _fills(document: Document, hit: re.Match[str]) -> bool:
    return len(hit.group()) >= _DENSE * len(_line(document, hit))

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
_MENTIONS = 2
_NUMBER = re.compile(r"\A(?:\d{1,2}(?:\.\d{1,2})*\.?|[-•*]) *")
Hit = tuple[str, int, int]


def find_areas(
    document: Document, vocabulary: Vocabulary, kind: str, title: Fact[str] | None
) -> tuple[Fact[str], ...]:
    """Return the areas the title names; else the target group's; else what the text dwells on."""
    if kind in _NONE:
        return ()
    for hits, certainty, reason in (
        (_in_title(vocabulary, title, document), Certainty.STATED, "title"),
        (_in_target_group(document, vocabulary), Certainty.STATED, "target_group"),
        (_in_body(document, vocabulary, kind), Certainty.GUESSED, "body"),
    ):
        if hits:
            return tuple(
                document.fact(code, document.sentence(start, end, reach=80), certainty, reason)
                for code, start, end in hits
            )
    return (document.fact("other", (0, min(80, len(document.text))), Certainty.GUESSED, "none"),)


def _in_title(vocabulary: Vocabulary, title: Fact[str] | None, document: Document) -> list[Hit]:
    if title is None:
        return []
    codes = [code for code, pattern in vocabulary.areas if pattern.search(title.value)]
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
            return list(_hits(document, vocabulary, (after, after + _SECTION), 1))
    return []


def _hits(
    document: Document, vocabulary: Vocabulary, span: tuple[int, int], least: int
) -> Iterator[Hit]:
    for code, pattern in _everywhere(vocabulary):
        found = list(pattern.finditer(document.text, span[0], min(span[1], len(document.text))))
        if len(found) >= least:
            yield (code, *found[0].span())


def _everywhere(vocabulary: Vocabulary) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield the areas whose words count outside the title too."""
    for code, pattern in vocabulary.areas:
        if code not in vocabulary.title_only_areas:
            yield code, pattern


def _in_body(document: Document, vocabulary: Vocabulary, kind: str) -> list[Hit]:
    counts = {
        code: list(pattern.finditer(document.text)) for code, pattern in _everywhere(vocabulary)
    }
    top = max((len(found) for found in counts.values()), default=0)
    if kind in AGREEMENTS:
        least = max(_MENTIONS, _MATTERS * top)
        return [(c, *f[0].span()) for c, f in counts.items() if len(f) >= least]
    return [
        (code, *found[0].span())
        for code, found in counts.items()
        if len(found) > _MENTIONS or any(_stands_out(document, hit.start()) for hit in found)
    ]


def _stands_out(document: Document, position: int) -> bool:
    """Tell whether a word stands in a heading or a list item."""
    start = document.text.rfind("\n", 0, position) + 1
    end = document.text.find("\n", position)
    line = document.text[start : len(document.text) if end < 0 else end]
    if _NUMBER.match(line):
        return len(line) <= _LIST_ITEM
    return len(line) <= _HEADING and line[-1:] not in {".", ","}

"""What a part of a document says as the wording of a section, and what of one Word can carry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from samklang.consultations.refusals import Wording
from samklang.consultations.returned.placing import Part, alike
from samklang.documents.api import Kind, Passage, clean_markup, html, passages, plain
from samklang.texts.api import Section, Shown

_NUMBER = re.compile(r"\d+(?:\.\d+)*[.)]?\s+")
_FIRST, _DEEPER = 3, 4


def in_word(section: Section) -> Wording:
    """Return a section's wording as it comes back when nobody has touched it."""
    return " ".join(section.heading.split()), _kept(passages(section.body))


def wording(part: Part, shown: Shown) -> Wording:
    """Return what a part says; the heading is "" when the part does not begin with one."""
    first, *rest = part.passages
    if first.kind is not Kind.HEADING:
        return "", _body(part.passages, shown.section)
    return _heading(first, shown), _body(rest, shown.section)


def words(wording: Wording) -> str:
    heading, body = wording
    return " ".join(f"{heading} {plain(passages(body))}".split())


def _heading(first: Passage, shown: Shown) -> str:
    """Return the heading without the number that Samklang writes before it."""
    text = " ".join(first.text.split())
    if text == shown.section.heading or not shown.number:
        return text
    own = f"{shown.number} "
    return text.removeprefix(own) if text.startswith(own) else _NUMBER.sub("", text, count=1)


def _body(found: Iterable[Passage], section: Section) -> str:
    """A heading inside a section has its level of before; its level in Word is the section's."""
    levels = {
        alike(one.text): one.level for one in passages(section.body) if one.kind is Kind.HEADING
    }
    return _kept(
        replace(one, level=levels.get(alike(one.text), _level(one, section)))
        if one.kind is Kind.HEADING
        else one
        for one in found
    )


def _level(heading: Passage, section: Section) -> int:
    return _FIRST if heading.level <= section.level + 1 else _DEEPER


def _kept(found: Iterable[Passage]) -> str:
    """Write it as it may be kept; the head of a column is heavy in any table."""
    return clean_markup(html([_plain_head(replace(one, key="")) for one in found]))


def _plain_head(passage: Passage) -> Passage:
    if not passage.is_head:
        return passage
    cells = (tuple(replace(run, strong=False) for run in cell) for cell in passage.cells)
    return replace(passage, cells=tuple(cells))

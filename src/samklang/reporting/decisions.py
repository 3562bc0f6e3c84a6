"""Chosen decisions as an extract of the minutes, in DOCX and PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.text import slugify
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from samklang.decisions.api import Extracted
from samklang.documents.api import Cell, Heading, Node, Paper, Paragraph, Table
from samklang.meetings.api import Minuted
from samklang.reporting.meeting_words import day_words

_SITTING, _DECISION = 2, 3


@dataclass(frozen=True, slots=True)
class DecisionExtract:
    """The decisions with where each is minuted; `site` is where their addresses lead."""

    decisions: Sequence[Extracted]
    minuted: Mapping[int, Minuted]
    county: str
    taken_by: str
    taken_on: date
    site: str

    @property
    def bodies(self) -> str:
        return ", ".join(dict.fromkeys(one.body for one in self.decisions))


def paper(it: DecisionExtract) -> Paper:
    return Paper(
        title=_("Extract: %(bodies)s %(day)s") % {"bodies": it.bodies[:200], "day": _days(it)},
        author=it.county,
        language=(get_language() or "sv").split("-")[0],
        made_on=it.taken_on,
        footer=_foot(it),
        page_text=_("Page {} of {}"),
        nodes=tuple(_nodes(it)),
    )


def file_name(it: DecisionExtract, ending: str) -> str:
    said = (pgettext("paper", "Extract"), it.bodies[:60], it.decisions[-1].on.isoformat())
    return f"{slugify(' '.join(said))}.{ending}"


def _days(it: DecisionExtract) -> str:
    first, last = it.decisions[0].on, it.decisions[-1].on
    return first.isoformat() if first == last else f"{first.isoformat()}–{last.isoformat()}"


def _foot(it: DecisionExtract) -> str:
    taken = _("taken out %(day)s") % {"day": it.taken_on.isoformat()}
    return " · ".join((pgettext("paper", "Extract"), it.bodies[:90], _days(it), taken))


def _nodes(it: DecisionExtract) -> Iterator[Node]:
    yield Paragraph(" · ".join((pgettext("paper", "Extract"), it.county)), "kicker")
    yield Heading(it.bodies)
    yield Paragraph(
        _("Taken out by %(name)s on %(day)s. Each decision has an address that never changes.")
        % {"name": it.taken_by, "day": it.taken_on.isoformat()},
        "lead",
    )
    for (body, on), some in groupby(it.decisions, key=lambda one: (one.body, one.on)):
        yield Heading(f"{body} {day_words(on)}", _SITTING)
        for one in some:
            yield from _decision(it, one)


def _decision(it: DecisionExtract, one: Extracted) -> Iterator[Node]:
    number = _("Decision %(number)s") % {"number": one.pk}
    yield Heading(", ".join(filter(None, (number, one.paragraph))), _DECISION)
    yield Paragraph(_("%(body)s decided") % {"body": one.body}, "decides")
    yield Paragraph(one.wording, "clause")
    yield from (Paragraph(note, "note") for note in one.notes)
    yield Table(
        caption="",
        head=(Cell(_("What")), Cell(_("Value"))),
        rows=tuple((Cell(what), Cell(said)) for what, said in _facts(it, one) if said),
        shares=(3, 10),
    )


def _facts(it: DecisionExtract, one: Extracted) -> Iterator[tuple[str, str]]:
    at = it.minuted.get(one.pk)
    yield _("Decided by"), one.body
    yield _("Day"), one.on.isoformat()
    yield _("Item"), at.item if at else one.paragraph
    yield _("Mandate"), one.mandate
    yield _("Registered"), one.registered
    yield _("Source"), at.meeting if at else one.source
    yield _("The minutes"), _locked(at) if at else ""
    yield _("Address"), f"{it.site}{one.url}"


def _locked(at: Minuted) -> str:
    if not at.sha256:
        return _("Not locked in Samklang.")
    if not at.is_whole:
        return _("NOT WHAT WAS LOCKED with SHA-256 %(hash)s") % {"hash": at.sha256}
    return _("Locked, SHA-256 %(hash)s") % {"hash": at.sha256}

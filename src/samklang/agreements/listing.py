"""What the register’s list says: its rows and its questions in words."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samklang.agreements.forms import SearchForm
from samklang.agreements.models import Level
from samklang.agreements.page import Chip, chip
from samklang.agreements.queries import Register, Row, Terms
from samklang.agreements.validity import HAS, Status
from samklang.agreements.wording import STATUS_WORDS, day_in_words
from samklang.common.words import Words

MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row of the list."""

    url: str
    title: str
    level: str
    area: str
    parties: str
    chip: Chip
    note: str


def shown(row: Row, words: Words) -> ShownRow:
    agreement = row.agreement
    return ShownRow(
        url=reverse("agreements:detail", args=[agreement.pk]),
        title=agreement.title,
        level=words.regional if agreement.level == Level.REGIONAL else words.local,
        area=row.area,
        parties=_parties(row),
        chip=chip(row, words),
        note=_note(row),
    )


def _parties(row: Row) -> str:
    count = len(row.parties)
    if count <= MOST_NAMED:
        return ", ".join(row.parties)
    return ngettext("%(count)d party", "%(count)d parties", count) % {"count": count}


def _note(row: Row) -> str:
    """What is a line beside the status and never a status of its own."""
    standing = row.standing
    if standing is None:
        return ""
    notes = []
    if standing.review_overdue and standing.validity.review_due is not None:
        day = day_in_words(standing.validity.review_due)
        notes.append(_("should have been revised by %(day)s") % {"day": day})
    if standing.start_unknown and standing.status in HAS:
        notes.append(_("start not known"))
    return ", ".join(notes)


def search_form(terms: Terms, found: Register, words: Words) -> SearchForm:
    """Return the form as it was understood, with what the county can be asked about."""
    form = SearchForm(initial=asdict(terms))
    form.offer(
        "level", [(Level.REGIONAL, words.regional_plural), (Level.LOCAL, words.local_plural)]
    )
    form.offer("area", found.areas)
    form.offer("municipality", found.municipalities)
    longer = _("Holds longer than the %(regional)s") % {"regional": words.regional}
    form.offer("status", [*STATUS_WORDS.items(), (Status.OUTLIVES, longer)])
    municipality = words.municipality or _("municipality")
    form.fields["municipality"].label = municipality[:1].upper() + municipality[1:]
    return form

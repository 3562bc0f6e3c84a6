"""One municipality in one area: what is known, and the one next step."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from samklang.agreements.api import Status
from samklang.common.jinja import part
from samklang.common.words import Words, words
from samklang.organizations.api import WRITERS, Acting
from samklang.portal import matrix as matrices
from samklang.portal.addresses import Addresses, addresses
from samklang.portal.forms import Terms
from samklang.portal.matrix import Cell
from samklang.portal.queries import Area, County, Municipality
from samklang.portal.wording import levels, long_date, remarks, status_words


@dataclass(frozen=True, slots=True)
class Held:
    """One agreement that the municipality is a party to."""

    title: str
    url: str
    mark: str
    word: str
    remark: str
    day: str
    # A municipality's name or the word for a regional one, where several are listed.
    whose: str = ""


@dataclass(frozen=True, slots=True)
class CellPage:
    """What the page of one cell shows."""

    municipality: Municipality
    area: Area
    cell: Cell
    held: tuple[Held, ...]
    answered_none: bool
    may_answer: bool
    day: str
    terms: Terms
    words: Words
    answer_url: str = ""

    @property
    def warning(self) -> SafeString:
        return part("portal/_wrong_day.html", {"terms": self.terms})

    @property
    def sentence(self) -> str:
        """Say what is known, and only that."""
        said = {**levels(self.words), "name": self.municipality.name}
        if self.held:
            return ngettext(
                "The register holds %(count)s %(local)s.",
                "The register holds %(count)s %(local_plural)s.",
                len(self.held),
            ) % {**said, "count": len(self.held)}
        if self.answered_none:
            return gettext("%(name)s has answered that there is no %(local)s.") % said
        return gettext("We do not know. Nobody in %(name)s has answered yet.") % said


def cell_page(
    found: County, place: Municipality, area: Area, asked: Terms, acting: Acting
) -> CellPage:
    known, to = words(found.partnership), addresses(asked.query)
    cell = matrices.cells_of(found, known, to).cell(place, area)
    return CellPage(
        municipality=place,
        area=area,
        cell=cell,
        held=_held(found, place, area, known, to),
        answered_none=cell.status is Status.MISSING,
        may_answer=acting.holds(WRITERS, in_organization=place.pk)
        or acting.coordinates(found.partnership.pk),
        day=long_date(asked.on),
        terms=asked,
        words=known,
        answer_url=_answer_url(place, area) if cell.status is Status.NO_ANSWER else "",
    )


def _answer_url(place: Municipality, area: Area) -> str:
    asked = urlencode({"organization": place.pk, "area": area.pk})
    return f"{reverse('inventories:new_finding')}?{asked}"


def _held(
    found: County, place: Municipality, area: Area, known: Words, to: Addresses
) -> tuple[Held, ...]:
    remark, named = remarks(), status_words(known)
    return tuple(
        Held(
            one.agreement.title,
            to.agreement(one.agreement.pk),
            matrices.mark(one.status),
            named[one.status],
            *remark.of(one),
        )
        for one in found.held().get((place.pk, area.pk), ())
    )

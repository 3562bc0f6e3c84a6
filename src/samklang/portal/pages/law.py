"""One provision: its wordings beside each other, and what in the county rests on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from samklang.agreements.api import Level, Standing
from samklang.common.jinja import part
from samklang.common.words import Words, words
from samklang.library.api import LinkKind, ProvisionText, WordingText
from samklang.portal import matrix as matrices
from samklang.portal.addresses import Addresses
from samklang.portal.forms import Terms
from samklang.portal.laws import CountyLaw
from samklang.portal.pages.cell import Held
from samklang.portal.pages.laws import OldRow, next_change, olds
from samklang.portal.queries import Area
from samklang.portal.timelines import name_of, names_in
from samklang.portal.wording import capital, long_date, remarks, status_words


@dataclass(frozen=True, slots=True)
class WordingCard:
    """One wording with how it stands to the day that is looked at."""

    wording: WordingText
    mark: str
    word: str
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class AreaAgreements:
    """An area, whether it rests on the provision, and its agreements, the regional first."""

    area: Area
    url: str
    rests: bool
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class LawPage:
    """What the page of one provision shows."""

    provision: ProvisionText
    terms: Terms
    day: str
    title: str
    lead: str
    cards: tuple[WordingCard, ...]
    areas: tuple[AreaAgreements, ...]
    olds: tuple[OldRow, ...]
    source: str
    language: str

    @property
    def warning(self) -> SafeString:
        return part("portal/_wrong_day.html", {"terms": self.terms})


def law_page(found: CountyLaw, provision: ProvisionText, asked: Terms, to: Addresses) -> LawPage:
    known = words(found.county.partnership)
    return LawPage(
        provision=provision,
        terms=asked,
        day=long_date(asked.on),
        title=capital(provision.citation),
        lead=_lead(found, provision),
        cards=tuple(_card(one, asked.on) for one in provision.wordings),
        areas=tuple(_areas(found, provision, known, to)),
        olds=olds(found.law, provision.code),
        source=found.law.source,
        language=found.law.language,
    )


def _lead(found: CountyLaw, provision: ProvisionText) -> str:
    holds = provision.on(found.on) is not None
    gone = provision.wordings[0].ended(found.on)
    own = [one for one in found.coming if one.provision.code == provision.code]
    said = {"day": long_date(found.on)}
    if holds:
        first = gettext("It holds on %(day)s.")
    elif gone:
        first = gettext("It no longer holds on %(day)s.")
    else:
        first = gettext("It does not hold yet on %(day)s.")
    return f"{first % said} {next_change(own, found.on)}"


def _card(wording: WordingText, on: date) -> WordingCard:
    if wording.holds(on):
        mark, word = "in-force", gettext("Holds on the day")
    elif wording.ended(on):
        mark, word = "expired", gettext("Earlier")
    else:
        mark, word = "under-way", gettext("Coming")
    return WordingCard(wording, mark, word, str(LinkKind(wording.kind).label), _title(wording))


def _title(wording: WordingText) -> str:
    """Say from when until when it holds, as far as that is known."""
    begins, ends = wording.from_date, wording.until_date
    if begins and ends:
        form = gettext("From %(begins)s until %(ends)s")
    elif begins:
        form = gettext("From %(begins)s")
    elif ends:
        form = gettext("Until %(ends)s")
    else:
        form = gettext("First and last day not known")
    said = {"begins": long_date(begins) if begins else "", "ends": long_date(ends) if ends else ""}
    return form % said


def _areas(
    found: CountyLaw, provision: ProvisionText, known: Words, to: Addresses
) -> list[AreaAgreements]:
    return [
        AreaAgreements(area, to.area(area.code), rests, _held(found, area, known, to))
        for rests in (True, False)
        for area in found.areas(provision, rest=rests)
    ]


def _held(found: CountyLaw, area: Area, known: Words, to: Addresses) -> tuple[Held, ...]:
    remark, named, names = remarks(), status_words(known), names_in(found.county)

    def order(one: Standing) -> tuple[bool, str]:
        return one.agreement.level != Level.REGIONAL, name_of(one, names)

    return tuple(
        Held(
            one.agreement.title,
            to.agreement(one.agreement.pk),
            matrices.mark(one.status),
            named[one.status],
            *remark.of(one),
            whose=name_of(one, names) if one.agreement.level == Level.LOCAL else known.regional,
        )
        for one in sorted(found.agreements([area]), key=order)
    )

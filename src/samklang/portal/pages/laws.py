"""The law calendar on one day: what is coming, what holds, and which words have been replaced."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from samklang.common.jinja import part
from samklang.common.pictures import svg
from samklang.common.pictures.changes import drawings
from samklang.library.api import LawChange, LawText, LinkKind, ProvisionText, ReplacedTerm
from samklang.portal.forms import Terms
from samklang.portal.law_line import law_line
from samklang.portal.laws import CountyLaw
from samklang.portal.wording import capital, far_off, listed, long_date


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One provision that changes, and what it bears on in the county."""

    day: date
    provision: ProvisionText
    word: str
    text: str
    bears_on: str


@dataclass(frozen=True, slots=True)
class ChangeDay:
    day: date
    title: str
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class HoldingRow:
    provision: ProvisionText
    kind: str
    until: date | None
    checked: bool


@dataclass(frozen=True, slots=True)
class ActGroup:
    name: str
    rows: tuple[HoldingRow, ...]


@dataclass(frozen=True, slots=True)
class OldRow:
    """A repealed reference, and the provisions that say the same now."""

    citation: str
    now: tuple[ProvisionText, ...]
    checked: bool


@dataclass(frozen=True, slots=True)
class LawsPage:
    """What the law calendar shows."""

    terms: Terms
    day: str
    lead: str
    coming: tuple[ChangeDay, ...]
    holding: tuple[ActGroup, ...]
    picture: str
    every_change: tuple[ChangeRow, ...]
    olds: tuple[OldRow, ...]
    law: LawText

    @property
    def warning(self) -> SafeString:
        return part("portal/_wrong_day.html", {"terms": self.terms})

    @property
    def replaced(self) -> tuple[ReplacedTerm, ...]:
        return self.law.terms


def laws_page(found: CountyLaw, asked: Terms) -> LawsPage:
    holding = _holding(found)
    return LawsPage(
        terms=asked,
        day=long_date(asked.on),
        lead=_lead(found, sum(len(group.rows) for group in holding)),
        coming=tuple(_days(found)),
        holding=holding,
        picture=svg.joined(drawings(law_line(found, asked))),
        every_change=tuple(change_row(one, found) for one in found.every_change),
        olds=olds(found.law),
        law=found.law,
    )


def _lead(found: CountyLaw, count: int) -> str:
    holds = ngettext(
        "%(count)s of the provisions that the county builds on holds.",
        "%(count)s of the provisions that the county builds on hold.",
        count,
    ) % {"count": count}
    return f"{holds} {next_change(found.coming, found.on)}"


def next_change(coming: Iterable[LawChange], on: date) -> str:
    """Say when the law next changes."""
    day = next((one.day for one in coming), None)
    if day is None:
        return gettext("No change is known after this day.")
    said = {"day": long_date(day), "when": far_off(day, on)}
    return gettext("The next change comes %(when)s, on %(day)s.") % said


def _days(found: CountyLaw) -> Iterable[ChangeDay]:
    for day, changes in groupby(found.coming, key=lambda one: one.day):
        yield ChangeDay(
            day=day,
            title=f"{long_date(day)} – {far_off(day, found.on)}",
            rows=tuple(change_row(one, found) for one in changes),
        )


def change_row(change: LawChange, found: CountyLaw) -> ChangeRow:
    return ChangeRow(
        day=change.day,
        provision=change.provision,
        word=_word(change),
        text=_text(change),
        bears_on=_bears_on(change.provision, found),
    )


def _word(change: LawChange) -> str:
    if change.after is None:
        return gettext("Ceases")
    return gettext("Changes") if change.before else gettext("New")


def _text(change: LawChange) -> str:
    """Say what is different, or of what is new what it says."""
    if change.after is None:
        return ""
    return change.after.changes if change.before else change.after.says


def _bears_on(provision: ProvisionText, found: CountyLaw) -> str:
    """Name the areas, and count the agreements about them."""
    areas = found.all_areas(provision)
    if not areas:
        return ""
    count = len(found.agreements(areas))
    counted = ngettext("%(count)s agreement", "%(count)s agreements", count) % {"count": count}
    if not count:
        counted = gettext("no agreement in the register")
    return f"{listed([area.short_name for area in areas])}: {counted}"


def _holding(found: CountyLaw) -> tuple[ActGroup, ...]:
    there = [(one, one.on(found.on)) for one in found.law.provisions]
    rows: dict[str, list[HoldingRow]] = {act.name: [] for act in found.law.acts}
    for provision, wording in there:
        if wording is not None:
            kind = str(LinkKind(wording.kind).label)
            rows[provision.act_name].append(
                HoldingRow(provision, kind, wording.until_date, wording.checked)
            )
    return tuple(ActGroup(capital(name), tuple(own)) for name, own in rows.items() if own)


def olds(law: LawText, code: str = "") -> tuple[OldRow, ...]:
    """Return the old references, all of them or those that mean one provision."""
    return tuple(
        OldRow(one.citation, tuple(law.by_code[now] for now in one.now), one.checked)
        for one in law.references
        if not code or code in one.now
    )

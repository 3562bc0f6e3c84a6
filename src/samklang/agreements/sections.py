"""The parts of an agreement’s page that have a picture or a strip of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samklang.agreements.life import Kind, Life, Stretch, lives
from samklang.agreements.life_picture import drawings
from samklang.agreements.queries import Dossier, EditionPage
from samklang.agreements.wording import adoption_words, day_in_words, decision_words, in_words
from samklang.common.pictures.drawing import Drawing
from samklang.common.pictures.svg import joined

FEW = 4


@dataclass(frozen=True, slots=True)
class LifeRow:
    """One line of the picture’s table."""

    edition: str
    first: str
    last: str
    text: str
    # The page of the decision that made it, where one is recorded.
    url: str = ""


@dataclass(frozen=True)
class LifeSection:
    """The life line, as a picture and as a table with the same words."""

    dossier: Dossier

    @cached_property
    def _lives(self) -> tuple[Life, ...]:
        return lives(self.dossier)

    @cached_property
    def drawings(self) -> tuple[tuple[Drawing, str], ...]:
        if not self._lives:
            return ()
        label = _("Life line of %(title)s") % {"title": self.dossier.agreement.title}
        rows = "; ".join(f"{row.first}–{row.last} {row.text}" for row in self.rows)
        return drawings(self._lives, self.dossier.day, f"{label}: {rows}")

    @property
    def picture(self) -> str:
        return joined(self.drawings)

    @property
    def wide_drawing(self) -> Drawing | None:
        return self.drawings[0][0] if self.drawings else None

    @cached_property
    def rows(self) -> list[LifeRow]:
        return [row for life in self._lives for row in _life_rows(life)]


def _life_rows(life: Life) -> Iterator[LifeRow]:
    name = _("Edition %(number)d") % {"number": life.page.edition.number}
    for stretch in life.stretches:
        last = day_in_words(stretch.last) if stretch.last else _("further notice")
        yield LifeRow(
            name, day_in_words(stretch.first), last, _stretch_words(stretch), _recorded_at(stretch)
        )
    for milestone in life.milestones:
        when = in_words(milestone.decided)
        if milestone.event is None:
            count = milestone.party_count
            text = ngettext("%(count)d party adopted", "%(count)d parties adopted", count)
            yield LifeRow(name, when, when, text % {"count": count})


def _recorded_at(stretch: Stretch) -> str:
    """Return the page of the recorded decision that made it, where one did."""
    event = stretch.event
    if event is None or event.decision_id is None:
        return ""
    return reverse("decisions:detail", args=[event.decision_id])


def _stretch_words(stretch: Stretch) -> str:
    match stretch.kind:
        case Kind.WORK:
            return _("work on the text")
        case Kind.GAP:
            return _("no decision found")
        case Kind.UNKNOWN:
            return _("held; until when is not known")
        case Kind.HELD if stretch.from_known:
            return _("held; the start is not known, shown from when it is known to hold")
        case Kind.EXTENDED if stretch.event:
            return _("extended: %(decision)s") % {"decision": decision_words(stretch.event)}
        case _:
            return _("held")


@dataclass(frozen=True, slots=True)
class Square:
    """One party in the strip: its yes, or what is missing in words."""

    name: str
    text: str
    waits: bool = False
    adopted: bool = False
    # It has decided, on another wording.
    otherwise: bool = False


@dataclass(frozen=True)
class AdoptionSection:
    """Who has adopted the edition that the page is about."""

    dossier: Dossier

    @cached_property
    def squares(self) -> tuple[Square, ...]:
        page = self.dossier.current
        return tuple(_squares(self.dossier, page, is_draft=self._is_draft)) if page else ()

    @property
    def words(self) -> str:
        count = sum(square.adopted for square in self.squares)
        of = {"count": count, "total": count + sum(square.waits for square in self.squares)}
        if not count:
            return _("Not adopted yet") if self._is_draft else _("No decision has been handed in")
        return _("Adopted by %(count)d of %(total)d parties") % of

    @property
    def folds(self) -> bool:
        """When all have adopted, or nothing is known of any, the heading says it all."""
        waits = [square.waits for square in self.squares]
        return len(waits) > FEW and (not any(waits) or all(waits))

    @property
    def _is_draft(self) -> bool:
        standing = self.dossier.standing
        row = standing.edition if standing else None
        return row is not None and row.is_draft


def _squares(dossier: Dossier, page: EditionPage, *, is_draft: bool) -> Iterator[Square]:
    is_known = any(one.adopted_date <= dossier.day for one in page.adoptions)
    missing = _("has not adopted") if is_known else _("decision not handed in")
    for party in dossier.parties:
        name = party.organization.short_name
        decision = page.decision_of(party.organization_id, by=dossier.day)
        if decision is not None and decision.is_yes:
            yield Square(name, adoption_words(decision), adopted=True)
        elif decision is not None:
            text = _("another wording, %(decision)s") % {"decision": adoption_words(decision)}
            yield Square(name, text, waits=party.required, otherwise=True)
        elif not party.required:
            yield Square(name, _("need not adopt"))
        elif is_draft:
            yield Square(name, _("not yet"))
        else:
            yield Square(name, missing, waits=True)

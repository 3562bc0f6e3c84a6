"""What an agreement’s page says, made from what is known: no computation is left to templates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samklang.agreements.life import Kind, Life, Stretch, lives
from samklang.agreements.life_picture import drawings
from samklang.agreements.models import ValidityEvent
from samklang.agreements.queries import Dossier, EditionPage, Relative, Row
from samklang.agreements.standing import EditionRow
from samklang.agreements.validity import Status
from samklang.agreements.wording import (
    adoption_words,
    day_in_words,
    decision_words,
    event_words,
    in_words,
    status_words,
)
from samklang.common.pictures.drawing import Drawing
from samklang.common.pictures.svg import joined
from samklang.common.words import Words

FEW = 4


@dataclass(frozen=True, slots=True)
class Chip:
    """A status as word, symbol and shade; `css` is its class and its symbol’s name."""

    css: str
    text: str


@dataclass(frozen=True, slots=True)
class Square:
    """One party in the strip: its yes, or what is missing in words."""

    name: str
    text: str
    waits: bool = False
    adopted: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One event as read, beside the sentence that says so."""

    text: str
    decision: str
    quote: str
    source: str


@dataclass(frozen=True, slots=True)
class LifeRow:
    """One line of the picture’s table."""

    edition: str
    first: str
    last: str
    text: str


@dataclass(frozen=True)
class AgreementPage:
    """The page of one agreement for one reader."""

    dossier: Dossier
    words: Words

    @property
    def kicker(self) -> str:
        regional = self.dossier.agreement.level == "regional"
        long = self.words.regional_long if regional else self.words.local_long
        short = self.words.regional if regional else self.words.local
        name = f"{long[:1].upper()}{long[1:]} ({short})" if long else short
        return " · ".join(part for part in (name, self._edition_words()) if part)

    def _edition_words(self) -> str:
        page = self.dossier.current
        if page is None:
            return ""
        label = page.edition.label or _("Edition %(number)d") % {"number": page.edition.number}
        count = sum(event.kind == "extended" for event in page.events)
        if not count:
            return label
        times = ngettext("extended once", "extended %(count)d times", count) % {"count": count}
        return f"{label}, {times}"

    @property
    def chip(self) -> Chip:
        return chip(self.dossier, self.words)

    @property
    def current_row(self) -> EditionRow | None:
        return self.dossier.standing.edition if self.dossier.standing else None

    # The life

    @cached_property
    def _lives(self) -> tuple[Life, ...]:
        return lives(self.dossier)

    @cached_property
    def _drawings(self) -> tuple[tuple[Drawing, str], ...]:
        if not self._lives:
            return ()
        label = _("Life line of %(title)s") % {"title": self.dossier.agreement.title}
        rows = "; ".join(f"{row.first}–{row.last} {row.text}" for row in self.life_rows)
        return drawings(self._lives, self.dossier.day, f"{label}: {rows}")

    @property
    def picture(self) -> str:
        return joined(self._drawings)

    @property
    def wide_drawing(self) -> Drawing | None:
        return self._drawings[0][0] if self._drawings else None

    @property
    def life_rows(self) -> list[LifeRow]:
        return [row for life in self._lives for row in _life_rows(life)]

    # Adoption

    @property
    def squares(self) -> list[Square]:
        page = self.dossier.current
        return list(_squares(self.dossier, page)) if page else []

    @property
    def adopted_words(self) -> str:
        count = sum(square.adopted for square in self.squares)
        of = {"count": count, "total": count + sum(square.waits for square in self.squares)}
        if not count:
            return _("No decision has been handed in")
        return _("Adopted by %(count)d of %(total)d parties") % of

    @property
    def folds_strip(self) -> bool:
        """When all have adopted, or nothing is known of any, the heading says it all."""
        waits = [square.waits for square in self.squares]
        return len(waits) > FEW and (not any(waits) or all(waits))

    # Validity, as it stands

    @property
    def statements(self) -> list[Statement]:
        page = self.dossier.current
        events = page.events if page else ()
        return [_statement(event, self.words) for event in events]

    @property
    def children(self) -> list[tuple[Relative, Chip]]:
        return [(one, chip(one, self.words)) for one in self.dossier.children]


def chip(about: Dossier | Relative | Row, words: Words) -> Chip:
    standing = about.standing
    if standing is None:
        return Chip(css="no-answer", text=_("Not known on this day"))
    return Chip(css=standing.status.replace("_", "-"), text=status_words(standing, words))


def _life_rows(life: Life) -> Iterator[LifeRow]:
    name = _("Edition %(number)d") % {"number": life.page.edition.number}
    for stretch in life.stretches:
        last = day_in_words(stretch.last) if stretch.last else _("further notice")
        yield LifeRow(name, day_in_words(stretch.first), last, _stretch_words(stretch))
    for milestone in life.milestones:
        when = in_words(milestone.decided)
        if milestone.event is None:
            count = milestone.party_count
            text = ngettext("%(count)d party adopted", "%(count)d parties adopted", count)
            yield LifeRow(name, when, when, text % {"count": count})


def _stretch_words(stretch: Stretch) -> str:
    match stretch.kind:
        case Kind.WORK:
            return _("work on the text")
        case Kind.GAP:
            return _("no decision found")
        case Kind.UNKNOWN:
            return _("held; until when is not known")
        case Kind.EXTENDED if stretch.event:
            return _("extended: %(decision)s") % {"decision": decision_words(stretch.event)}
        case _:
            return _("held")


def _squares(dossier: Dossier, page: EditionPage) -> Iterator[Square]:
    adopted = {
        one.organization_id: one for one in page.adoptions if one.adopted_date <= dossier.day
    }
    for party in dossier.parties:
        adoption = adopted.get(party.organization_id)
        if adoption is not None:
            yield Square(party.organization.short_name, adoption_words(adoption), adopted=True)
        elif party.required:
            missing = _("has not adopted") if adopted else _("decision not handed in")
            yield Square(party.organization.short_name, missing, waits=True)
        else:
            yield Square(party.organization.short_name, _("need not adopt"))


def _statement(event: ValidityEvent, words: Words) -> Statement:
    return Statement(
        text=event_words(event, words),
        decision=decision_words(event),
        quote=event.quote,
        source=", ".join(part for part in (event.source_note, event.place) if part),
    )


def banner_lines(page: AgreementPage) -> Sequence[str]:
    """Return what asks for somebody’s attention, the most pressing first."""
    return list(_pressing(page))


def _pressing(page: AgreementPage) -> Iterator[str]:
    dossier = page.dossier
    standing = dossier.standing
    if standing is None:
        return
    end = standing.validity.end
    if standing.status is Status.EXPIRED:
        yield _("The agreement has expired, and nothing in the register follows it.")
    if standing.status is Status.EXPIRING and end is not None:
        yield _("The agreement expires on %(day)s.") % {"day": in_words(end)}
    yield from _about_relatives(page)
    yield from _about_adoption(page)
    if standing.review_overdue and standing.validity.review_due is not None:
        yield _("It should have been revised by %(day)s.") % {
            "day": day_in_words(standing.validity.review_due)
        }


def _about_relatives(page: AgreementPage) -> Iterator[str]:
    dossier, words = page.dossier, page.words
    parent, standing = dossier.parent, dossier.standing
    if standing and standing.outlives and parent and parent.standing:
        yield _(
            "It holds longer than the %(regional)s that it builds on, which ends on %(day)s."
        ) % {
            "regional": words.regional,
            "day": in_words(parent.standing.last_known.end),
        }
    count = len(dossier.outliving)
    if count:
        text = ngettext(
            "%(count)d %(local)s holds longer than this one.",
            "%(count)d %(local_plural)s hold longer than this one.",
            count,
        )
        named = {"count": count, "local": words.local, "local_plural": words.local_plural}
        yield text % named


def _about_adoption(page: AgreementPage) -> Iterator[str]:
    row = page.current_row
    if row is None or row.is_draft:
        return
    if row.adoption_not_shown:
        yield _(
            "No party’s decision has been handed in. The agreement is taken to hold by its own "
            "words."
        )
    elif not row.adopted:
        waiting = ", ".join(square.name for square in page.squares if square.waits)
        yield _("Not in force until all parties have adopted it. Waiting for: %(names)s.") % {
            "names": waiting
        }

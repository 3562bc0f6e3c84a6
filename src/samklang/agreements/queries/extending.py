"""How agreements would stand if a body extended them, by the rules of the county's picture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samklang.agreements.models import Agreement, Edition, EventKind, Level, ValidityEvent
from samklang.agreements.queries.county import county_standings
from samklang.agreements.queries.family import Family
from samklang.agreements.standing import Standing
from samklang.common.periods import StatedDate
from samklang.organizations.api import Acting, Body


@dataclass(frozen=True, slots=True)
class Moved:
    """How one agreement stands, and how it would stand."""

    agreement: Agreement
    before: Standing
    after: Standing


@dataclass(frozen=True, slots=True)
class Extension:
    """One agreement with the extension that is thought of, and those that build on it."""

    moved: Moved
    event: ValidityEvent
    built_on: tuple[Moved, ...]

    @property
    def end_before(self) -> StatedDate | None:
        return self.moved.before.validity.end

    @property
    def is_overruled(self) -> bool:
        """A later decision has said otherwise: the end would not be the day that was asked for."""
        return self.moved.after.validity.end != self.event.stated


@dataclass(frozen=True, slots=True)
class Extending:
    """Until which day a body extends, when it decided so, and in which words."""

    last_date: date
    body: Body
    on: date
    quote: str = ""
    source: str = ""

    def event(self, edition: Edition) -> ValidityEvent:
        return ValidityEvent(
            edition=edition,
            kind=EventKind.EXTENDED,
            first_date=self.last_date,
            last_date=self.last_date,
            decided_first_date=self.on,
            decided_last_date=self.on,
            decided_by=self.body,
            quote=self.quote,
            source_note=self.source,
        )


def extendable(acting: Acting, partnership_id: int) -> list[tuple[Agreement, StatedDate | None]]:
    """Return the county's regional agreements that are adopted and have an end, with the end."""
    stood = county_standings(partnership_id, on=acting.today)
    found = Agreement.objects.visible_to(acting).regional().filter(partnership=partnership_id)
    agreements = found.select_related("area", "keeper").order_by("area", "title", "pk")
    held = ((one, stood[one.pk]) for one in agreements if one.pk in stood)
    return [(one, standing.validity.end) for one, standing in held if _has_an_end(standing)]


def _has_an_end(standing: Standing) -> bool:
    valid = standing.validity
    return standing.is_open and (valid.end is not None or valid.end_unknown)


def chosen(acting: Acting, pks: Iterable[int]) -> list[Agreement]:
    """Return those of the agreements that the user may see, in the order of their numbers."""
    found = Agreement.objects.visible_to(acting).filter(pk__in=list(pks))
    return list(found.select_related("area", "keeper").order_by("pk"))


def areas_of(pks: Iterable[int]) -> frozenset[int]:
    """Return the ids of the areas that the agreements are about."""
    about = Agreement.objects.filter(pk__in=list(pks))
    return frozenset(about.values_list("area_id", flat=True))


def undone_among(event_pks: Iterable[int]) -> frozenset[int]:
    """Return the ids of the agreements whose entries among these have been undone."""
    undone = ValidityEvent.objects.filter(pk__in=list(event_pks), undone_at__isnull=False)
    return frozenset(undone.values_list("edition__agreement_id", flat=True))


def standing_events(pks: Iterable[int]) -> list[ValidityEvent]:
    found = ValidityEvent.objects.filter(pk__in=list(pks), undone_at__isnull=True)
    return list(found.select_related("edition__agreement").order_by("pk"))


def extension(agreement: Agreement, wanted: Extending, *, today: date) -> Extension | None:
    """Think the extension in among what is recorded, and let the usual rules say what follows."""
    family = Family(agreement)
    before = family.standings(on=today)
    standing = before.get(agreement.pk)
    if standing is None or standing.edition is None:
        return None
    edition = next(one for one in family.editions if one.pk == standing.edition.pk)
    event = wanted.event(edition)
    family.events[edition.pk] = [*family.events[edition.pk], event]
    after = family.standings(on=today)
    return Extension(
        Moved(agreement, standing, after[agreement.pk]),
        event,
        tuple(
            Moved(one, before[one.pk], after[one.pk])
            for one in family.children()
            # What others are writing is theirs until it is adopted.
            if one.level == Level.LOCAL and one.pk in before and before[one.pk].is_open
        ),
    )

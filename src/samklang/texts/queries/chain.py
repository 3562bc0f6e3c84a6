"""Which regional text is in force in an area, and which local texts are to answer it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from samklang.agreements.api import (
    HAS,
    Agreement,
    Edition,
    Level,
    OpenText,
    Standing,
    county_standings,
    worth,
)
from samklang.organizations.api import Acting, OrganizationKind, municipalities
from samklang.sharing.api import WHOLE
from samklang.texts.models import Answer, Section
from samklang.texts.queries.reading import TextPage, text_as_opened


class Place(NamedTuple):
    """A municipality."""

    pk: int
    code: str
    name: str


@dataclass(frozen=True)
class Chain:
    """A regional text as it is in force, with its commitments, and what is to answer it."""

    text: TextPage
    places: tuple[Place, ...]
    # The local texts in force that are built on it, by municipality.
    local: Mapping[int, Standing]
    # From when the regional text holds, where it is known.
    start: date | None = None

    @cached_property
    def edition_ids(self) -> dict[int, int]:
        """The editions of the local texts, by municipality."""
        return {pk: one.edition.pk for pk, one in self.local.items() if one.edition}

    @property
    def local_starts(self) -> list[date]:
        """From when each local text is known to hold, each text once."""
        by_text = {one.agreement.pk: one.validity.start for one in self.local.values()}
        return [start.first for start in by_text.values() if start]

    def place(self, code: str) -> Place | None:
        return next((one for one in self.places if one.code == code), None)


def chain(
    partnership_id: int, area_id: int, *, on: date, upper_id: int | None = None
) -> Chain | None:
    """Return the chain of an area, or None where no regional text is in force.

    All of it is decided, so that everybody in the county may read it; the caller has asked
    leave for the partnership. `upper_id` names the regional agreement, if one is meant.
    """
    stood = county_standings(partnership_id, on=on, area=area_id).values()
    in_force = [one for one in stood if one.status in HAS and one.is_open and one.edition]
    upper = _regional(in_force, upper_id)
    if upper is None or upper.edition is None:
        return None
    places = tuple(Place(*row) for row in municipalities(partnership_id))
    edition = Edition.objects.select_related("agreement__partnership", "agreement__area").get(
        pk=upper.edition.pk
    )
    text = text_as_opened(OpenText(edition, WHOLE, is_decided=True))
    start = upper.validity.start.first if upper.validity.start else None
    return Chain(text, places, _local(in_force, upper, places), start)


def _regional(in_force: Iterable[Standing], upper_id: int | None) -> Standing | None:
    """Choose the best; of several, the one that began last."""
    held = [
        one
        for one in in_force
        if one.agreement.level == Level.REGIONAL and upper_id in {None, one.agreement.pk}
    ]
    held.sort(key=lambda one: one.holds_from or date.min, reverse=True)
    return min(held, key=worth, default=None)


def _local(
    in_force: Iterable[Standing], upper: Standing, places: Iterable[Place]
) -> dict[int, Standing]:
    there = {one.pk for one in places}
    found: dict[int, Standing] = {}
    for one in sorted(in_force, key=worth, reverse=True):
        is_local = one.agreement.level == Level.LOCAL
        if is_local and one.agreement.parent_id in {None, upper.agreement.pk}:
            found |= dict.fromkeys(one.agreement.party_ids & there, one)
    return found


def chain_above(acting: Acting, lower: Edition) -> Chain | None:
    """Return the chain that a local text is written for; None if it is built on nothing in force.

    The text itself may be a draft.
    """
    agreement = lower.agreement
    if agreement.parent_id is None:
        return None
    return chain(
        agreement.partnership_id,
        agreement.area_id,
        on=acting.today,
        upper_id=agreement.parent_id,
    )


def sides(agreement: Agreement) -> dict[str, str]:
    """Return what the two sides of an agreement are called, as far as they are its parties."""
    found: dict[str, list[str]] = {}
    kinds = (OrganizationKind.MUNICIPALITY, OrganizationKind.REGION)
    for party in agreement.parties.select_related("organization"):
        if party.organization.kind in kinds:
            found.setdefault(str(party.organization.kind), []).append(party.organization.name)
    return {kind: ", ".join(names) for kind, names in found.items()}


def local_editions(found: Chain) -> list[Edition]:
    """Return the local texts in force, by their titles."""
    held = Edition.objects.filter(pk__in=found.edition_ids.values())
    return list(held.select_related("agreement").order_by("agreement__title", "pk"))


def divided(edition_ids: Iterable[int]) -> set[int]:
    """Return those of the editions whose texts are in sections."""
    rows = Section.objects.filter(edition__in=list(edition_ids)).as_of()
    return set(rows.values_list("edition", flat=True))


class Example(NamedTuple):
    """How another municipality's decided text answers the same commitment."""

    place: Place
    answer: Answer


def examples(found: Chain, key: str, *, apart_from: int) -> list[Example]:
    """Return the full answers of other decided texts, in the country's alphabetical order."""
    editions = {pk: place_id for place_id, pk in found.edition_ids.items()}
    others = [pk for pk in editions if pk != apart_from]
    rows = Answer.objects.filter(edition__in=others, key=key).as_of().select_related("edition")
    by_place = {editions[one.edition_id]: one for one in rows if one.is_full}
    return [Example(one, by_place[one.pk]) for one in found.places if one.pk in by_place]

"""Which editions a body can adopt, and how the agreement would stand, by the ordinary rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samklang.agreements.models import (
    YES,
    AdoptedWording,
    Adoption,
    AdoptionKind,
    Agreement,
    Edition,
    Party,
)
from samklang.agreements.queries.family import Family
from samklang.agreements.standing import Standing
from samklang.organizations.api import Acting

_MOST = 200


@dataclass(frozen=True, slots=True)
class Adoptable:
    """An edition that not every party has adopted, with those that have not."""

    edition: Edition
    waiting: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Adopting:
    """Which parties adopt the edition's own text, by which body and on which day."""

    edition: Edition
    organization_ids: frozenset[int]
    body_name: str
    on: date

    def entry(self, organization_id: int, *, paragraph: str = "", quote: str = "") -> Adoption:
        return Adoption(
            edition=self.edition,
            organization_id=organization_id,
            kind=AdoptionKind.DECISION,
            body_name=self.body_name[:200],
            adopted_date=self.on,
            paragraph=paragraph,
            quote=quote,
            wording=AdoptedWording.SAME,
        )


@dataclass(frozen=True, slots=True)
class Thought:
    """How the agreement stands and would stand, and each party: its name, before and after."""

    before: Standing | None
    after: Standing | None
    parties: tuple[tuple[str, bool, bool], ...]


def found_edition(acting: Acting, pk: int) -> Edition | None:
    """Return the edition if the user may read its text as it is now."""
    found = Edition.objects.standing().whole_to(acting).filter(pk=pk)
    seen = found.filter(agreement__in=Agreement.objects.visible_to(acting).order_by().values("pk"))
    return seen.select_related("agreement__area", "agreement__keeper").first()


def adoptable(acting: Acting, partnership_id: int) -> list[Adoptable]:
    """Return the county's editions that wait for a party's yes and that the user may read."""
    there = Agreement.objects.visible_to(acting).filter(partnership=partnership_id)
    found = Edition.objects.standing().whole_to(acting)
    found = found.filter(agreement__in=there.order_by().values("pk"))
    related = found.select_related("agreement__area", "agreement__keeper")
    editions = list(related.order_by("agreement__title", "agreement", "-number")[:_MOST])
    parties: dict[int, list[Party]] = {}
    works = {one.agreement_id for one in editions}
    for one in Party.objects.filter(agreement__in=works, required=True).select_related(
        "organization"
    ):
        parties.setdefault(one.agreement_id, []).append(one)
    said = set(
        Adoption.objects.filter(YES, edition__in=[one.pk for one in editions]).values_list(
            "edition", "organization"
        )
    )
    rows = (
        Adoptable(
            one,
            tuple(
                (party.organization_id, party.organization.name)
                for party in parties.get(one.agreement_id, ())
                if (one.pk, party.organization_id) not in said
            ),
        )
        for one in editions
    )
    return [one for one in rows if one.waiting]


def adopted_by(edition: Edition) -> frozenset[int]:
    found = Adoption.objects.filter(YES, edition=edition)
    return frozenset(found.values_list("organization_id", flat=True))


def thought_in(wanted: Adopting, *, today: date) -> Thought:
    """Think the adoptions in among what is recorded, and let the usual rules say what follows."""
    edition = wanted.edition
    family = Family(edition.agreement)
    pk = edition.agreement_id
    before = family.standings(on=today).get(pk)
    there = adopted_by(edition)
    new = [wanted.entry(one) for one in sorted(wanted.organization_ids)]
    family.adoptions[edition.pk] = [*family.adoptions[edition.pk], *new]
    after = family.standings(on=today).get(pk)
    parties = (one.organization for one in family.parties[pk] if one.required)
    return Thought(
        before,
        after,
        tuple(
            (one.name, one.pk in there, one.pk in there | wanted.organization_ids)
            for one in parties
        ),
    )


def named_editions(acting: Acting, pks: Iterable[int]) -> dict[int, Edition]:
    """Return those of the editions whose text the user may read, by their numbers."""
    found = Edition.objects.readable_by(acting).filter(pk__in=list(pks))
    return {one.pk: one for one in found.select_related("agreement__area", "agreement__keeper")}


def areas_of_edition(pk: int) -> frozenset[int]:
    return frozenset(Edition.objects.filter(pk=pk).values_list("agreement__area_id", flat=True))


def standing_adoptions(pks: Iterable[int]) -> list[Adoption]:
    found = Adoption.objects.filter(pk__in=list(pks), undone_at__isnull=True)
    return list(found.select_related("edition__agreement").order_by("pk"))

"""How one agreement is found: by its number, or because a document is about the same work."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from django.http import Http404
from django.shortcuts import get_object_or_404

from samklang.agreements.models import (
    Adoption,
    Agreement,
    DiaryNumber,
    Edition,
    EditionFile,
    Level,
    Party,
    ValidityEvent,
)
from samklang.agreements.queries.naming import as_named
from samklang.agreements.queries.reading import is_open_to
from samklang.common.lean import LARGEST_ID, Shape, numbers
from samklang.organizations.api import Acting, Organization, OrganizationKind

Entry = TypeVar("Entry", ValidityEvent, Adoption, DiaryNumber)

_TOLD = Shape(Agreement, "area", "keeper", "parent", "partnership")


def find(acting: Acting, pk: int) -> Agreement:
    """Return one agreement that the user may see, or answer 404."""
    found = get_object_or_404(
        Agreement.objects.visible_to(acting).select_related(
            "area", "keeper", "parent", "partnership"
        ),
        pk=pk,
    )
    return as_named(acting, [found])[0]


def find_told(acting: Acting, pk: int) -> Agreement:
    """Return also an agreement that was taken back, to those who may know that it was there."""
    if pk > LARGEST_ID:
        raise Http404
    coordinated = [one for one in acting.partnership_ids if acting.coordinates(one)]
    found = _TOLD.find(
        f"WHERE this.id = %s AND this.partnership_id IN ({numbers(acting.partnership_ids)})"
        f" AND (this.undone_at IS NULL OR this.keeper_id IN ({numbers(acting.organization_ids)})"
        f" OR this.partnership_id IN ({numbers(coordinated)}))",
        [pk],
    )
    if not found:
        raise Http404
    return found[0]


def find_entry(acting: Acting, model: type[Entry], agreement_pk: int, pk: int) -> Entry:
    """Return what somebody recorded about this agreement, if the user may see it, or 404."""
    about = "agreement" if model is DiaryNumber else "edition__agreement"
    mine: dict[str, object] = {
        f"{about}__in": Agreement.objects.visible_to(acting).filter(pk=agreement_pk),
    }
    mine |= {} if model is DiaryNumber else {"edition__undone_at__isnull": True}
    return get_object_or_404(model.objects.filter(**mine).select_related(about), pk=pk)


def find_edition(acting: Acting, agreement_pk: int, pk: int) -> Edition:
    return get_object_or_404(
        Edition.objects.standing().select_related("agreement__keeper"),
        agreement__in=Agreement.objects.visible_to(acting).filter(pk=agreement_pk),
        pk=pk,
    )


def find_file(acting: Acting, agreement_pk: int, file_pk: int) -> EditionFile:
    """Return a file of one of the agreement’s editions that the user may read, or answer 404.

    Whoever is only told of a draft is not told which files it has.
    """
    held = EditionFile.objects.filter(
        edition__agreement__in=Agreement.objects.visible_to(acting).filter(pk=agreement_pk),
        edition__undone_at__isnull=True,
        file__pk=file_pk,
    )
    for one in held.select_related("file", "edition__agreement"):
        if is_open_to(acting, one):
            return one
    raise Http404


def find_draft(acting: Acting, pk: int) -> Edition:
    """Return an edition of an agreement that the user may see, or answer 404."""
    found = Edition.objects.standing().select_related("agreement__keeper", "recorded_for")
    return get_object_or_404(found, agreement__in=Agreement.objects.visible_to(acting), pk=pk)


def version_now(agreement: Agreement) -> int:
    """Return how many times it has been changed; the caller has asked leave."""
    return Agreement.objects.values_list("version", flat=True).get(pk=agreement.pk)


def parties(agreement: Agreement) -> list[Party]:
    return list(agreement.parties.select_related("organization"))


def find_party(agreement: Agreement, organization_pk: int) -> Party:
    return get_object_or_404(
        agreement.parties.select_related("organization"), organization__pk=organization_pk
    )


def regional_ones(acting: Acting, partnership_id: int) -> list[Agreement]:
    """Return what a local agreement can be built on, as the user may call it."""
    found = Agreement.objects.visible_to(acting).regional().filter(partnership=partnership_id)
    # By what they are called here: a place among the others would tell of a hidden title.
    return sorted(as_named(acting, found.select_related("area")), key=lambda one: one.title)


def same_work(
    acting: Acting, partnership_id: int, level: str, area_id: int, party_ids: Iterable[int]
) -> Agreement | None:
    """Return the agreement, of those the user may see, that a document is a new edition of.

    A local one is the same when its municipalities are; who else is a party may have changed, or
    be missing in the document. A regional one is the same when it is the only one of its area,
    or has the same parties. None means that nothing is recognised, and a person is asked.
    """
    wanted = set(party_ids)
    candidates = list(
        Agreement.objects.visible_to(acting)
        .filter(partnership=partnership_id, level=level, area=area_id)
        .prefetch_related("parties__organization")
    )
    same_parties = [one for one in candidates if _parties(one).keys() == wanted]
    alike = same_parties or _nearly(candidates, level, wanted)
    return alike[0] if len(alike) == 1 else None


def _nearly(candidates: list[Agreement], level: str, wanted: set[int]) -> list[Agreement]:
    if level == Level.REGIONAL:
        return candidates
    local = Organization.objects.filter(pk__in=wanted).local()
    municipalities = set(local.values_list("pk", flat=True))
    return [
        one
        for one in candidates
        if municipalities
        and municipalities
        == {pk for pk, kind in _parties(one).items() if kind == OrganizationKind.MUNICIPALITY}
    ]


def _parties(agreement: Agreement) -> dict[int, str]:
    return {p.organization_id: p.organization.kind for p in agreement.parties.all()}


def keeper_of(level: str, party_ids: tuple[int, ...], *, by: Acting) -> int:
    """Return who keeps the record when nobody has said: a local one’s first municipality."""
    parties = Organization.objects.filter(pk__in=party_ids)
    municipalities = parties.filter(kind=OrganizationKind.MUNICIPALITY)
    local = municipalities.values_list("pk", flat=True).first() if level == Level.LOCAL else None
    if local is not None:
        return local
    return by.organization.pk if by.organization else party_ids[0]

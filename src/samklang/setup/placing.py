"""Puts a pack's agreements in the register, and remembers where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from samklang.agreements.api import (
    AdoptionKind,
    ConfirmedAdoption,
    ConfirmedDiaryNumber,
    ConfirmedEvent,
    EventKind,
    KnownAgreement,
    KnownEdition,
    Put,
    put_agreement,
    reset_agreement,
)
from samklang.library.api import areas
from samklang.organizations.api import bodies, organizations
from samklang.setup.entries import AdoptionEntry, AgreementEntry, EditionEntry, EventEntry
from samklang.setup.models import Placed


@dataclass(frozen=True, slots=True)
class Ground:
    """The ids of what a pack's agreements refer to, by the pack's codes."""

    partnership_id: int
    organizations: dict[str, int]
    bodies: dict[str, int]
    areas: dict[str, int]


def ground_of(partnership_id: int) -> Ground:
    return Ground(
        partnership_id=partnership_id,
        organizations={one.code: one.pk for one in organizations(partnership_id)},
        bodies={one.code: one.pk for one in bodies(partnership_id)},
        areas={one.code: one.pk for one in areas(partnership_id)},
    )


def place(
    entries: Iterable[AgreementEntry], ground: Ground, *, packs: tuple[str, ...], demo: bool
) -> None:
    """Put the agreements of the last of `packs` there; a parent may be in any of them.

    They come in the pack's order, so that a regional one is there before those built on it.
    """
    agreements = placed(packs)
    for entry in entries:
        known = _agreement(entry, ground, parent_id=agreements.get(entry.parent), demo=demo)
        put = put_agreement(known, before=_before(packs[-1], entry), pack=packs[-1])
        _remember(packs[-1], entry, put)
        if put.agreement_id is not None:
            agreements[entry.code] = put.agreement_id


def put_back(entries: Iterable[AgreementEntry], ground: Ground, *, pack: str, ids: set[int]) -> int:
    """Put those of the pack's agreements back that are among `ids`; return how many were."""
    agreements = placed((pack,))
    chosen = [entry for entry in entries if agreements.get(entry.code) in ids]
    for entry in chosen:
        known = _agreement(entry, ground, parent_id=agreements.get(entry.parent), demo=False)
        _remember(pack, entry, reset_agreement(known, before=_before(pack, entry), pack=pack))
    return len(chosen)


def placed(packs: tuple[str, ...]) -> dict[str, int]:
    return dict(Placed.objects.filter(pack__in=packs).values_list("entry", "target_id"))


def _before(pack: str, entry: AgreementEntry) -> Put:
    there = placed((pack,))
    editions = {
        edition.number: there[edition_code(entry, edition.number)]
        for edition in entry.editions
        if edition_code(entry, edition.number) in there
    }
    return Put(there.get(entry.code), editions)


def _remember(pack: str, entry: AgreementEntry, put: Put) -> None:
    places = {edition_code(entry, number): pk for number, pk in put.edition_ids.items()}
    places[entry.code] = put.agreement_id or 0
    for code, pk in places.items():
        Placed.objects.update_or_create(pack=pack, entry=code, defaults={"target_id": pk})


def edition_code(entry: AgreementEntry, number: int) -> str:
    return f"{entry.code}#{number}"


def _agreement(
    entry: AgreementEntry, ground: Ground, *, parent_id: int | None, demo: bool
) -> KnownAgreement:
    return KnownAgreement(
        partnership_id=ground.partnership_id,
        level=entry.level,
        area_id=ground.areas[entry.area],
        title=entry.title,
        keeper_id=ground.organizations[entry.keeper],
        party_ids=tuple(ground.organizations[code] for code in entry.parties),
        parent_id=parent_id,
        revision_responsible=entry.revision_responsible,
        demo=demo,
        editions=tuple(_edition(one, ground) for one in entry.editions),
        diary_numbers=tuple(
            ConfirmedDiaryNumber(ground.organizations[code], number)
            for code, number in entry.diary_numbers
        ),
    )


def _edition(entry: EditionEntry, ground: Ground) -> KnownEdition:
    return KnownEdition(
        number=entry.number,
        label=entry.label,
        begun_date=entry.begun_date,
        stage=entry.stage,
        events=tuple(_event(one, ground) for one in entry.events),
        adoptions=tuple(_adoption(one, ground) for one in entry.adoptions),
    )


def _event(entry: EventEntry, ground: Ground) -> ConfirmedEvent:
    return ConfirmedEvent(
        kind=EventKind(entry.kind),
        stated=entry.stated,
        quote=entry.quote,
        place=entry.place,
        years=entry.years,
        decided=entry.decided,
        decided_by_id=ground.bodies.get(entry.decided_by),
        source_note=entry.source,
    )


def _adoption(entry: AdoptionEntry, ground: Ground) -> ConfirmedAdoption:
    return ConfirmedAdoption(
        organization_id=ground.organizations[entry.organization],
        adopted_date=entry.adopted_date,
        kind=AdoptionKind(entry.kind),
        body_name=entry.body,
        paragraph=entry.paragraph,
    )

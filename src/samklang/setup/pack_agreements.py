"""Reads the agreements that a pack tells of, with their editions, events and adoptions."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from samklang.agreements.api import AdoptionKind, EventKind, Level
from samklang.setup.entries import AdoptionEntry, AgreementEntry, EditionEntry, EventEntry
from samklang.setup.tables import Table, choice, codes, day, required_day, stated


@dataclass(frozen=True, slots=True)
class Known:
    """The codes that an agreement may refer to; `parties` are those whom “all” means."""

    organizations: Collection[str]
    parties: tuple[str, ...]
    bodies: Collection[str]
    areas: Collection[str]
    agreements: Collection[str] = ()


def agreements(file: Table, known: Known) -> tuple[AgreementEntry, ...]:
    """Read the file; a local agreement comes after the regional one that it builds on."""
    found: dict[str, AgreementEntry] = {}
    for table in file.tables("agreements"):
        one = _agreement(table, known, found)
        if one.code in found:
            raise table.wrong("code", f"{one.code!r} is there twice")
        found[one.code] = one
    file.finish()
    return tuple(found.values())


def _agreement(table: Table, known: Known, before: Mapping[str, AgreementEntry]) -> AgreementEntry:
    one = AgreementEntry(
        code=table.text("code"),
        level=choice(table, "level", Level.values),
        area=choice(table, "area", known.areas),
        title=table.text("title"),
        parent=choice(table, "parent", {"", *known.agreements, *before}, default=""),
        keeper=choice(table, "keeper", known.organizations),
        parties=_parties(table, known),
        revision_responsible=table.text("revision_responsible", ""),
        diary_numbers=tuple(_diary_number(t, known) for t in table.tables("diary_numbers")),
        editions=tuple(_edition(t, known) for t in table.tables("editions")),
    )
    table.finish()
    return one


def _parties(table: Table, known: Known) -> tuple[str, ...]:
    if table.says("parties", "all"):
        return known.parties
    parties = codes(table, "parties", known.organizations)
    if not parties:
        raise table.wrong("parties", "is missing; name them or say “all”")
    return parties


def _diary_number(table: Table, known: Known) -> tuple[str, str]:
    one = (choice(table, "organization", known.organizations), table.text("number"))
    table.finish()
    return one


def _edition(table: Table, known: Known) -> EditionEntry:
    one = EditionEntry(
        number=table.number("number", 1),
        label=table.text("label", ""),
        begun_date=day(table, "begun"),
        stage=table.text("stage", ""),
        events=tuple(_event(t, known) for t in table.tables("events")),
        adoptions=tuple(_adoption(t, known) for t in table.tables("adoptions")),
    )
    table.finish()
    return one


def _event(table: Table, known: Known) -> EventEntry:
    one = EventEntry(
        kind=choice(table, "kind", EventKind.values),
        stated=stated(table, "stated"),
        years=table.number("years", 0) or None,
        decided=stated(table, "decided"),
        decided_by=choice(table, "decided_by", {"", *known.bodies}, default=""),
        quote=table.text("quote", ""),
        place=table.text("place", ""),
        source=table.text("source", ""),
    )
    if one.kind == EventKind.REVIEW_EVERY and not one.years:
        raise table.wrong("years", "is missing: every how many years?")
    if one.kind == EventKind.KNOWN_TO_HOLD and not (one.source or one.quote):
        raise table.wrong("source", "is missing: how is it known to hold?")
    table.finish()
    return one


def _adoption(table: Table, known: Known) -> AdoptionEntry:
    one = AdoptionEntry(
        organization=choice(table, "organization", known.organizations),
        kind=choice(table, "kind", AdoptionKind.values, default=AdoptionKind.DECISION),
        body=table.text("body", ""),
        adopted_date=required_day(table, "date"),
        paragraph=table.text("paragraph", ""),
    )
    table.finish()
    return one

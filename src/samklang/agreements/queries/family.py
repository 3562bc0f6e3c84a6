"""The agreement, the one it builds on and those that build on it, with all that is recorded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from samklang.agreements.lean_rows import AgreementRow, EditionRow
from samklang.agreements.models import (
    Adoption,
    Agreement,
    Edition,
    EditionFile,
    Party,
    ValidityEvent,
)
from samklang.agreements.queries.recorded import edition_row
from samklang.agreements.standing import Dated, Standing, dated, standings
from samklang.agreements.validity import Event
from samklang.common.lean import Shape, numbers
from samklang.sharing.api import WHOLE

# Plain statements: seven of the ORM's own, built anew, cost more than all else on the page.
_PARTIES = Shape(Party, "organization", "agreement")
_EDITIONS = Shape(Edition)
_EVENTS = Shape(ValidityEvent, "decided_by")
_ADOPTIONS = Shape(Adoption, "organization", "evidence")
_FILES = Shape(EditionFile, "file", "edition")


@dataclass(frozen=True)
class EditionPage:
    """One dated text with what is recorded about it."""

    edition: Edition
    events: tuple[ValidityEvent, ...]
    adoptions: tuple[Adoption, ...]
    files: tuple[EditionFile, ...]
    # From when it is known to hold; None as long as it is not adopted.
    holds_from: date | None = None
    # Up to which moment’s record the reader may read it. None: they see that a draft is there
    # and its stage, never what it says.
    open_until: datetime | None = WHOLE
    # Whether all parties may read it: there is nothing left to share.
    is_decided: bool = False

    @property
    def walled(self) -> bool:
        return self.open_until is None

    @property
    def is_shared(self) -> bool:
        """The reader sees it because somebody has shared it with them."""
        return self.open_until not in (None, WHOLE)

    @property
    def yeses(self) -> tuple[Adoption, ...]:
        """The decisions that adopt the edition’s own text, not another wording of it."""
        return tuple(one for one in self.adoptions if one.is_yes)

    def decision_of(self, organization_id: int, *, by: date) -> Adoption | None:
        """Return what the party has decided by the day: its yes, else the last it said."""
        own = [one for one in self.adoptions if one.organization_id == organization_id]
        said = [one for one in own if one.adopted_date <= by]
        return next((one for one in said if one.is_yes), said[-1] if said else None)

    @property
    def label(self) -> str:
        return "" if self.walled else self.edition.label


@dataclass(frozen=True)
class Relative:
    """An agreement that this one builds on, or that builds on this one."""

    agreement: Agreement
    parties: tuple[Party, ...]
    standing: Standing | None


class Family:
    """The agreement, the one it builds on and those that build on it, each asked for once."""

    def __init__(self, agreement: Agreement) -> None:
        self.agreement = agreement
        self.works = {agreement.pk: agreement}
        self.parties: dict[int, list[Party]] = defaultdict(list)
        for party in self._found_parties():
            self.works.setdefault(party.agreement_id, party.agreement)
            self.parties[party.agreement_id].append(party)
        works = numbers({*self.works, agreement.parent_id or agreement.pk})
        self.editions = _EDITIONS.find(
            f"WHERE this.agreement_id IN ({works}) AND this.undone_at IS NULL"
            " ORDER BY this.agreement_id, this.number DESC"
        )
        editions = numbers(one.pk for one in self.editions)
        recorded = f"WHERE this.edition_id IN ({editions}) AND this.undone_at IS NULL ORDER BY"
        self.events = _by_edition(_EVENTS.find(f"{recorded} this.id"))
        self.adoptions = _by_edition(_ADOPTIONS.find(f"{recorded} this.adopted_date, this.id"))
        for one in self.editions:
            one.agreement = self.works.get(one.agreement_id) or self.parent

    @property
    def parent(self) -> Agreement:
        return self.agreement.parent or self.agreement

    def _found_parties(self) -> list[Party]:
        """Find the family first: searched by what they hold, all counties would be read."""
        pk, parent_id = self.agreement.pk, self.agreement.parent_id
        return _PARTIES.find(
            "WHERE agreement.id IN (%s, %s)"
            " OR agreement.parent_id = %s AND agreement.undone_at IS NULL"
            " ORDER BY organization.position, this.id",
            [pk, parent_id or pk, pk],
        )

    def children(self) -> list[Agreement]:
        local = [one for one in self.works.values() if one.parent_id == self.agreement.pk]
        return sorted(local, key=self._place)

    def _place(self, agreement: Agreement) -> tuple[list[int], str]:
        """By its parties in the country’s alphabet, those of the work itself left out."""
        keeper = [p.organization.position for p in self.parties[agreement.pk]]
        return sorted(keeper, reverse=True), agreement.title

    def relative(self, agreement: Agreement, stood: dict[int, Standing]) -> Relative:
        work = self.works.get(agreement.pk, agreement)
        return Relative(work, tuple(self.parties[work.pk]), stood.get(work.pk))

    def pages(self, *, on: date) -> list[EditionPage]:
        own = [one for one in self.editions if one.agreement_id == self.agreement.pk]
        files = _by_edition(
            _FILES.find("WHERE edition.agreement_id = %s ORDER BY this.id", [self.agreement.pk])
        )
        return [
            EditionPage(
                edition=one,
                events=tuple(self.events[one.pk]),
                adoptions=tuple(self.adoptions[one.pk]),
                files=tuple(files[one.pk]),
                holds_from=self.dated(one, on=on).holds_from,
            )
            for one in own
        ]

    def standings(self, *, on: date) -> dict[int, Standing]:
        """Let the same rules as for the county say how each of the family stands."""
        rows: dict[int, list[EditionRow]] = defaultdict(list)
        for edition in self.editions:
            rows[edition.agreement_id].append(self.edition_row(edition, on=on))
        events = {pk: [Event.of(event) for event in found] for pk, found in self.events.items()}
        works = [self._agreement_row(one) for one in self.works.values()]
        return standings(works, rows, events, on=on)

    def _agreement_row(self, work: Agreement) -> AgreementRow:
        party_ids = frozenset(party.organization_id for party in self.parties[work.pk])
        return AgreementRow(
            work.pk, work.title, work.level, work.area_id, work.parent_id, work.keeper_id, party_ids
        )

    def edition_row(self, edition: Edition, *, on: date) -> EditionRow:
        required = [p.organization_id for p in self.parties[edition.agreement_id] if p.required]
        return edition_row(edition, required=required, adoptions=self.adoptions[edition.pk], on=on)

    def dated(self, edition: Edition, *, on: date) -> Dated:
        events = map(Event.of, self.events[edition.pk])
        return dated(self.edition_row(edition, on=on), events, on=on)


Entry = TypeVar("Entry", ValidityEvent, Adoption, EditionFile)


def _by_edition(found: Iterable[Entry]) -> dict[int, list[Entry]]:
    sorted_out: dict[int, list[Entry]] = defaultdict(list)
    for entry in found:
        sorted_out[entry.edition_id].append(entry)
    return sorted_out

"""What an agreement’s own page shows: the work, its family, and all that is recorded about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from samklang.agreements.models import (
    Adoption,
    Agreement,
    DiaryNumber,
    Edition,
    EditionFile,
    Party,
    ValidityEvent,
)
from samklang.agreements.queries.finding import find_told
from samklang.agreements.queries.recorded import edition_row
from samklang.agreements.standing import (
    AgreementRow,
    Dated,
    EditionRow,
    Standing,
    dated,
    standings,
)
from samklang.agreements.validity import Event
from samklang.agreements.walls import Wall
from samklang.common.lean import Shape, numbers
from samklang.organizations.api import Acting

# Plain statements: seven of the ORM's own, built anew, cost more than all else on the page.
_PARTIES = Shape(Party, "organization", "agreement")
_EDITIONS = Shape(Edition)
_EVENTS = Shape(ValidityEvent, "decided_by")
_ADOPTIONS = Shape(Adoption, "organization")
_FILES = Shape(EditionFile, "file", "edition")
_DIARY_NUMBERS = Shape(DiaryNumber, "organization")


@dataclass(frozen=True)
class EditionPage:
    """One dated text with what is recorded about it."""

    edition: Edition
    events: tuple[ValidityEvent, ...]
    adoptions: tuple[Adoption, ...]
    files: tuple[EditionFile, ...]
    # From when it is known to hold; None as long as it is not adopted.
    holds_from: date | None = None
    # Others than its writers see that a draft is there and its stage, never what it says.
    walled: bool = False


@dataclass(frozen=True)
class Relative:
    """An agreement that this one builds on, or that builds on this one."""

    agreement: Agreement
    parties: tuple[Party, ...]
    standing: Standing | None


@dataclass(frozen=True)
class Dossier:
    """Everything about one agreement, as known on the day."""

    agreement: Agreement
    day: date
    standing: Standing | None
    parties: tuple[Party, ...]
    editions: tuple[EditionPage, ...]
    diary_numbers: tuple[DiaryNumber, ...]
    parent: Relative | None
    # Whether the reader belongs to the organization that writes the texts.
    is_inside: bool = False
    children: tuple[Relative, ...] = field(default=())

    @cached_property
    def current(self) -> EditionPage | None:
        """The edition that holds on the day, else the newest."""
        held = self.standing.edition if self.standing else None
        pages = {page.edition.pk: page for page in self.editions}
        if held is not None:
            return pages[held.pk]
        return self.editions[0] if self.editions else None

    @property
    def party_ids(self) -> frozenset[int]:
        return frozenset(party.organization_id for party in self.parties)

    @property
    def wall(self) -> Wall:
        return Wall(
            is_inside=self.is_inside,
            open_ids=frozenset(one.edition.pk for one in self.editions if not one.walled),
            numbers={one.edition.pk: one.edition.number for one in self.editions},
        )

    @property
    def outliving(self) -> tuple[Relative, ...]:
        return tuple(one for one in self.children if one.standing and one.standing.outlives)


def dossier(acting: Acting, pk: int, *, on: date) -> Dossier:
    """Return the page of an agreement that the user may see, or answer 404; seven statements."""
    agreement = find_told(acting, pk)
    family = _Family(agreement)
    stood = family.standings(on=on)
    parent = agreement.parent
    return Dossier(
        agreement=agreement,
        day=on,
        standing=stood.get(agreement.pk),
        parties=tuple(family.parties[agreement.pk]),
        editions=tuple(_behind_wall(page, family, acting) for page in family.pages(on=on)),
        diary_numbers=tuple(
            _DIARY_NUMBERS.find(
                "WHERE this.agreement_id = %s AND this.undone_at IS NULL"
                " ORDER BY organization.position, this.number",
                [agreement.pk],
            )
        ),
        parent=family.relative(parent, stood) if parent else None,
        is_inside=agreement.keeper_id in acting.organization_ids,
        children=tuple(family.relative(one, stood) for one in family.children()),
    )


def _behind_wall(page: EditionPage, family: _Family, acting: Acting) -> EditionPage:
    """Leave out a draft’s text for those who do not write it."""
    is_inside = family.agreement.keeper_id in acting.organization_ids
    if is_inside or family.is_open(page.edition, on=acting.today):
        return page
    own = tuple(one for one in page.files if one.file.organization_id in acting.organization_ids)
    adopted = page.adoptions
    return EditionPage(page.edition, events=(), adoptions=adopted, files=own, walled=True)


class _Family:
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
                holds_from=self._dated(one, on=on).holds_from,
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
        party_ids = tuple(party.organization_id for party in self.parties[work.pk])
        return AgreementRow(
            work.pk, work.title, work.level, work.area_id, work.parent_id, work.keeper_id, party_ids
        )

    def edition_row(self, edition: Edition, *, on: date) -> EditionRow:
        required = [p.organization_id for p in self.parties[edition.agreement_id] if p.required]
        return edition_row(edition, required=required, adoptions=self.adoptions[edition.pk], on=on)

    def is_open(self, edition: Edition, *, on: date) -> bool:
        """Whether all parties may read the edition on the day."""
        return self._dated(edition, on=on).is_open

    def _dated(self, edition: Edition, *, on: date) -> Dated:
        events = map(Event.of, self.events[edition.pk])
        return dated(self.edition_row(edition, on=on), events, on=on)


Entry = TypeVar("Entry", ValidityEvent, Adoption, EditionFile)


def _by_edition(found: Iterable[Entry]) -> dict[int, list[Entry]]:
    sorted_out: dict[int, list[Entry]] = defaultdict(list)
    for entry in found:
        sorted_out[entry.edition_id].append(entry)
    return sorted_out

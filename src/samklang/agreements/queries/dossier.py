"""What an agreement’s own page shows, and how much of it its reader may see."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property

from django.http import Http404

from samklang.agreements.models import Agreement, DiaryNumber, Edition, Party
from samklang.agreements.queries.family import EditionPage, Family, Relative
from samklang.agreements.queries.finding import find_told
from samklang.agreements.queries.naming import nameless
from samklang.agreements.standing import Standing
from samklang.agreements.walls import Wall, open_until
from samklang.common.lean import Shape
from samklang.organizations.api import Acting
from samklang.sharing.api import WHOLE, Openings, openings

_DIARY_NUMBERS = Shape(DiaryNumber, "organization")
_NUMBERED = """WHERE this.agreement_id = %s AND this.undone_at IS NULL
    ORDER BY organization.position, this.number"""


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
    reader_ids: frozenset[int] = frozenset()
    # Whether the reader may know its title.
    is_named: bool = True
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
    def opened(self) -> tuple[int, ...]:
        """The ids of the editions that the reader sees because somebody has shared them."""
        return tuple(one.edition.pk for one in self.editions if one.is_shared)

    @property
    def wall(self) -> Wall:
        own = (one.edition for one in self.editions if one.edition.inside & self.reader_ids)
        return Wall(
            written=frozenset(one.pk for one in own),
            is_inside=self.is_inside,
            knows_title=self.is_named,
            readers=self.reader_ids,
            open_until={one.edition.pk: one.open_until for one in self.editions if one.open_until},
            numbers={one.edition.pk: one.edition.number for one in self.editions},
        )

    @property
    def outliving(self) -> tuple[Relative, ...]:
        return tuple(one for one in self.children if one.standing and one.standing.outlives)


def dossier(acting: Acting, pk: int, *, on: date, shared: Openings | None = None) -> Dossier:
    """Return the page of an agreement that the user may see, or answer 404; eight statements.

    `shared` is what is shared with the user, if it is to be taken for something else than it is.
    """
    agreement = find_told(acting, pk)
    family = Family(agreement)
    sight = _Sight(family, acting, shared)
    if agreement.undone_at is None and not sight.is_known(agreement):
        raise Http404
    sight.hide_names()
    stood = family.standings(on=on)
    parent = agreement.parent if agreement.parent and sight.is_known(agreement.parent) else None
    return Dossier(
        agreement=agreement,
        day=on,
        standing=stood.get(agreement.pk),
        parties=tuple(family.parties[agreement.pk]),
        editions=tuple(sight.of(page) for page in family.pages(on=on)),
        diary_numbers=tuple(_DIARY_NUMBERS.find(_NUMBERED, [agreement.pk])),
        parent=family.relative(parent, stood) if parent else None,
        is_inside=agreement.keeper_id in acting.organization_ids,
        reader_ids=acting.organization_ids,
        is_named=sight.is_named(agreement),
        children=tuple(
            family.relative(one, stood) for one in family.children() if sight.is_known(one)
        ),
    )


class _Sight:
    """What one reader may see of the family’s texts."""

    def __init__(self, family: Family, acting: Acting, shared: Openings | None) -> None:
        self.family, self.acting = family, acting
        self.shared = shared or openings(
            Edition.KIND, (one.pk for one in family.editions), to=acting.organization_ids
        )

    @cached_property
    def open_until(self) -> dict[int, datetime]:
        """Return up to which moment the reader may read each edition that they may read."""
        stood = [(one, one.pk in self.decided) for one in self.family.editions]
        return open_until(stood, self.shared, acting=self.acting)

    @cached_property
    def decided(self) -> frozenset[int]:
        family, today = self.family, self.acting.today
        return frozenset(one.pk for one in family.editions if family.dated(one, on=today).is_open)

    def is_known(self, work: Agreement) -> bool:
        """Whether the reader may know that it is there: they, or the county, have been told."""
        family = self.family
        return self.is_named(work) or any(
            one.begun_date or one.stage or family.adoptions[one.pk] or family.events[one.pk]
            for one in family.editions
            if one.agreement_id == work.pk
        )

    def is_named(self, work: Agreement) -> bool:
        return work.keeper_id in self.acting.organization_ids or any(
            one.pk in self.open_until for one in self.family.editions if one.agreement_id == work.pk
        )

    def hide_names(self) -> None:
        """Call what the reader may not read by no name of its own."""
        for work in (*self.family.works.values(), self.family.parent):
            if not self.is_named(work):
                nameless(work)

    def of(self, page: EditionPage) -> EditionPage:
        """Leave out of a text what was recorded after the reader was let see it."""
        until = self.open_until.get(page.edition.pk)
        if until == WHOLE:
            return replace(page, is_decided=page.edition.pk in self.decided)
        own = self.acting.organization_ids
        return replace(
            page,
            events=tuple(one for one in page.events if until and one.recorded_at <= until),
            files=tuple(
                one
                for one in page.files
                if (until and one.added_at <= until) or one.file.organization_id in own
            ),
            open_until=until,
        )

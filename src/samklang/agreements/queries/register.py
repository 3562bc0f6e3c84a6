"""What the register’s list shows: every agreement of the county on one day, as asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from samklang.agreements.lean_rows import AgreementRow
from samklang.agreements.models import Level
from samklang.agreements.queries.county import county_rows
from samklang.agreements.standing import Standing
from samklang.common.letters import folded, in_alphabet
from samklang.library.api import areas
from samklang.organizations.api import Acting, Organization, OrganizationKind, organizations


@dataclass(frozen=True, slots=True)
class Terms:
    """What was asked for; None asks nothing."""

    text: str = ""
    level: str = ""
    area: int | None = None
    municipality: int | None = None
    status: str = ""
    on: date | None = None

    @property
    def narrow(self) -> bool:
        return any((self.text, self.level, self.area, self.municipality, self.status))


@dataclass(frozen=True, slots=True)
class Row:
    """One agreement in the list, with its words; no standing means: not known on that day."""

    agreement: AgreementRow
    area: str
    parties: tuple[str, ...]
    standing: Standing | None

    @property
    def status(self) -> str:
        return self.standing.status if self.standing else ""


@dataclass(frozen=True, slots=True)
class Register:
    """The rows that were asked for, and what can be asked for."""

    rows: tuple[Row, ...]
    total: int
    day: date
    areas: tuple[tuple[int, str], ...]
    municipalities: tuple[tuple[int, str], ...]


def register(acting: Acting, terms: Terms) -> Register:
    """Return what the user’s partnership has, narrowed to the terms; five statements."""
    home = acting.partnership.pk if acting.partnership else 0
    day = terms.on or acting.today
    agreements, found = county_rows(home, on=day, seen_by=acting)
    named = {one.pk: one for one in organizations(home)}
    area_names = dict(areas(home).values_list("pk", "short_name"))
    rows = [_row(one, found, named, area_names) for one in agreements]
    rows.sort(key=lambda row: _place(row, named, area_names))
    terms = _sensible(terms, named, area_names)
    return Register(
        rows=tuple(row for row in rows if _asked_for(row, terms)),
        total=len(rows),
        day=day,
        areas=tuple(area_names.items()),
        municipalities=tuple(
            (one.pk, one.short_name)
            for one in named.values()
            if one.kind == OrganizationKind.MUNICIPALITY
        ),
    )


def _sensible(terms: Terms, named: dict[int, Organization], area_names: dict[int, str]) -> Terms:
    """Forget an area or a municipality that the county does not have."""
    return replace(
        terms,
        area=terms.area if terms.area in area_names else None,
        municipality=terms.municipality if terms.municipality in named else None,
    )


def _row(
    agreement: AgreementRow,
    found: dict[int, Standing],
    named: dict[int, Organization],
    area_names: dict[int, str],
) -> Row:
    return Row(
        agreement=agreement,
        area=area_names[agreement.area_id],
        parties=tuple(one.short_name for pk, one in named.items() if pk in agreement.party_ids),
        standing=found.get(agreement.pk),
    )


def _asked_for(row: Row, terms: Terms) -> bool:
    agreement = row.agreement
    words = folded(" ".join((agreement.title, row.area, *row.parties)))
    return (
        all(word in words for word in folded(terms.text).split())
        and terms.level in ("", agreement.level)
        and terms.area in (None, agreement.area_id)
        and terms.municipality in (None, *agreement.party_ids)
        and terms.status in ("", row.status)
    )


def _place(
    row: Row, named: dict[int, Organization], area_names: dict[int, str]
) -> tuple[bool, int, int, tuple[str, str]]:
    """Regional ones first, then by area, then by municipality in the country’s alphabet."""
    agreement = row.agreement
    local = [
        named[pk].position
        for pk in agreement.party_ids
        if named[pk].kind == OrganizationKind.MUNICIPALITY
    ]
    area = list(area_names).index(agreement.area_id)
    return (
        agreement.level != Level.REGIONAL,
        area,
        min(local, default=0),
        in_alphabet(agreement.title),
    )

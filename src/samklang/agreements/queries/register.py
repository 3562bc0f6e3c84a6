"""What the register’s list shows: every agreement of the county on one day, as asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samklang.agreements.queries.county import agreement_rows, county_standings
from samklang.agreements.standing import AgreementRow, Standing
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
    parties: str
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
    found = county_standings(home, on=day)
    named = {one.pk: one for one in organizations(home)}
    area_names = dict(areas(home).values_list("pk", "short_name"))
    rows = [_row(one, found, named, area_names) for one in agreement_rows(home)]
    return Register(
        rows=tuple(sorted((row for row in rows if _asked_for(row, terms)), key=_place)),
        total=len(rows),
        day=day,
        areas=tuple(area_names.items()),
        municipalities=tuple(
            (one.pk, one.short_name)
            for one in named.values()
            if one.kind == OrganizationKind.MUNICIPALITY
        ),
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
        parties=", ".join(named[pk].short_name for pk in agreement.party_ids),
        standing=found.get(agreement.pk),
    )


def _asked_for(row: Row, terms: Terms) -> bool:
    agreement = row.agreement
    words = f"{agreement.title} {row.area} {row.parties}".casefold()
    return (
        all(word in words for word in terms.text.casefold().split())
        and terms.level in ("", agreement.level)
        and terms.area in (None, agreement.area_id)
        and terms.municipality in (None, *agreement.party_ids)
        and terms.status in ("", row.status)
    )


def _place(row: Row) -> tuple[bool, str, str]:
    """Regional ones first, then by the parties as they are named."""
    return (row.agreement.level != "regional", row.area, row.agreement.title.casefold())

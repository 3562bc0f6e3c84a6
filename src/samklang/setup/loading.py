"""Puts a county's own facts in place from its pack; loading it again changes nothing."""

from __future__ import annotations

from django.db import transaction

from samklang.audit.api import record
from samklang.library.api import areas, provisions, put_area, put_clause, put_law
from samklang.organizations.api import (
    Partnership,
    put_organization,
    put_partnership,
)
from samklang.setup.entries import County
from samklang.setup.placing import ground_of, place
from samklang.setup.placing_bodies import Assembly


@transaction.atomic
def load(county: County) -> Partnership:
    """Bring the county up to date with its pack, in one piece or not at all."""
    partnership, changed = put_partnership(
        county.code,
        name=county.name,
        country=county.country.code,
        words=county.words,
        tiles=_tiles(county.tiles),
    )
    changed |= _put_organizations(partnership, county)
    changed |= Assembly(partnership, demo=False).put(county.bodies)
    changed |= put_law(county.country.code, county.country.law)
    changed |= _put_areas(partnership, county)
    changed |= _put_clauses(partnership, county)
    if changed:
        record("partnership.loaded", partnership, by=None, partnership_id=partnership.pk)
    ground = ground_of(partnership.pk)
    place(county.agreements, ground, packs=(county.code,), demo=False)
    return partnership


def _put_organizations(partnership: Partnership, county: County) -> bool:
    changed = [
        put_organization(
            partnership,
            entry.code,
            kind=entry.kind,
            name=entry.name,
            short_name=entry.short_name,
            position=position,
            other_names=list(entry.other_names),
        )[1]
        for position, entry in enumerate(county.organizations, start=1)
    ]
    return any(changed)


def _put_areas(partnership: Partnership, county: County) -> bool:
    there = {one.code: one for one in provisions(county.country.code)}
    changed = [
        put_area(
            partnership.pk,
            entry.code,
            name=entry.name,
            short_name=entry.short_name,
            statutory=entry.statutory,
            statutory_basis=entry.statutory_basis,
            target_group=entry.target_group,
            basis=[there[code] for code in entry.basis],
            touched_by=[there[code] for code in entry.touched_by],
            position=position,
            translations=entry.translations,
        )[1]
        for position, entry in enumerate(county.areas, start=1)
    ]
    return any(changed)


def _put_clauses(partnership: Partnership, county: County) -> bool:
    there = {one.code: one for one in areas(partnership.pk)}
    changed = [
        put_clause(partnership.pk, one, areas=there, position=position)[1]
        for position, one in enumerate(county.clauses, start=1)
    ]
    return any(changed)


def _tiles(rows: tuple[tuple[str, ...], ...]) -> dict[str, object]:
    places = {
        code: [row_number, column_number]
        for row_number, row in enumerate(rows, start=1)
        for column_number, code in enumerate(row, start=1)
        if code
    }
    return {"columns": len(rows[0]) if rows else 0, "rows": len(rows), "places": places}

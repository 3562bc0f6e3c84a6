"""Reads the clauses that a county's texts share from the start."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from samklang.library.api import KnownClause, KnownVersion
from samklang.setup.tables import Table, codes, required_day


def clauses(file: Table, areas: Collection[str]) -> tuple[KnownClause, ...]:
    found: dict[str, KnownClause] = {}
    for table in file.tables("clauses"):
        one = KnownClause(
            code=table.text("code"),
            purpose=table.text("purpose"),
            areas=codes(table, "areas", areas),
            versions=_versions(table),
        )
        if one.code in found:
            raise table.wrong("code", f"{one.code!r} is there twice")
        table.finish()
        found[one.code] = one
    file.finish()
    return tuple(found.values())


def _versions(table: Table) -> tuple[KnownVersion, ...]:
    """Read the wordings, each of which is decided after the one before."""
    tables = table.tables("versions")
    found = [_version(one) for one in tables]
    if not found:
        raise table.wrong("versions", "is empty; a clause has at least one")
    for (_place, before), (place, after) in pairwise(zip(tables, found, strict=True)):
        if after.from_date <= before.from_date:
            raise place.wrong("from", "is not after the version before it")
    return tuple(found)


def _version(table: Table) -> KnownVersion:
    made = KnownVersion(
        from_date=required_day(table, "from"),
        heading=table.text("heading"),
        body=table.texts("body"),
    )
    if not made.body:
        raise table.wrong("body", "is empty; write a list of paragraphs")
    table.finish()
    return made

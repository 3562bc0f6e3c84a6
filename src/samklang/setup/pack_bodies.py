"""Reads the bodies of a county, what they are to do and may decide, and the places in them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from samklang.organizations.api import CharterKind, Deciding, OrganizationKind, PostKind
from samklang.setup.entries import BodyEntry, CharterEntry, Country, PostEntry
from samklang.setup.pack_parties import new_code
from samklang.setup.tables import Table, choice, codes, day


@dataclass(frozen=True, slots=True)
class Around:
    """What a body may refer to: levels of its country, organizations, and bodies before it."""

    country: Country
    organizations: Collection[str]
    bodies: Collection[str] = ()


def bodies(file: Table, around: Around) -> tuple[BodyEntry, ...]:
    """A body comes after the one that it answers to."""
    found: dict[str, BodyEntry] = {}
    for table in file.tables("bodies"):
        one = _body(table, around, found)
        table.finish()
        found[one.code] = one
    return tuple(found.values())


def more(file: Table, known: Collection[str], organizations: Collection[str]) -> Rows:
    """Read charters and places of bodies that are there already, each with its `body`."""
    charters = [
        (choice(table, "body", known), _charter(table, known, organizations))
        for table in file.tables("charters")
    ]
    posts = [
        (choice(table, "body", known), _post(table, organizations))
        for table in file.tables("posts")
    ]
    return tuple(charters), tuple(posts)


Rows = tuple[tuple[tuple[str, CharterEntry], ...], tuple[tuple[str, PostEntry], ...]]


def _body(table: Table, around: Around, before: dict[str, BodyEntry]) -> BodyEntry:
    known = {*around.bodies, *before}
    return BodyEntry(
        code=new_code(table, known),
        name=table.text("name"),
        short_name=table.text("short_name", ""),
        level=choice(table, "level", around.country.levels),
        kind=choice(table, "kind", OrganizationKind.values, default=OrganizationKind.OTHER),
        organization=choice(table, "organization", {"", *around.organizations}, default=""),
        purpose=table.text("purpose", ""),
        parent=choice(table, "parent", {"", *known}, default=""),
        from_date=day(table, "from"),
        from_decision=table.text("decision", ""),
        charters=tuple(
            _charter(one, known, around.organizations) for one in table.tables("charters")
        ),
    )


def _charter(table: Table, bodies: Collection[str], organizations: Collection[str]) -> CharterEntry:
    one = CharterEntry(
        code=table.text("code"),
        kind=choice(table, "kind", CharterKind.values),
        title=table.text("title"),
        text=table.text("text", ""),
        powers=codes(table, "covers", Deciding.values),
        given_by=choice(table, "given_by", {"", *bodies, *organizations}, default=""),
        from_date=day(table, "from"),
        until_date=day(table, "until"),
        source=table.text("source", ""),
    )
    table.finish()
    return one


def _post(table: Table, organizations: Collection[str]) -> PostEntry:
    one = PostEntry(
        code=table.text("code"),
        kind=choice(table, "kind", PostKind.values),
        person=table.text("person", ""),
        title=table.text("role", ""),
        organization=choice(table, "organization", {"", *organizations}, default=""),
        share=table.number("share", 0) or None,
        from_date=day(table, "from"),
        until_date=day(table, "until"),
    )
    table.finish()
    return one

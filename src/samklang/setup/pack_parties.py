"""Reads who collaborates in a county and about what."""

from __future__ import annotations

from collections.abc import Container
from datetime import date

from samklang.organizations.api import OrganizationKind
from samklang.setup.entries import AreaEntry, Country, OrganizationEntry, Words
from samklang.setup.tables import Table, choice, codes, day

TRANSLATED = ("name", "short_name", "target_group")


def organizations(file: Table) -> tuple[OrganizationEntry, ...]:
    found: dict[str, OrganizationEntry] = {}
    for table in file.tables("organizations"):
        one = OrganizationEntry(
            code=new_code(table, found),
            kind=choice(table, "kind", OrganizationKind.values),
            name=table.text("name"),
            short_name=table.text("short_name"),
            other_names=tuple(_other_name(t) for t in table.tables("other_names")),
        )
        table.finish()
        found[one.code] = one
    file.finish()
    return tuple(found.values())


def _other_name(table: Table) -> dict[str, str | None]:
    until: date | None = day(table, "until")
    one = {"name": table.text("name"), "until": until.isoformat() if until else None}
    table.finish()
    return one


def areas(file: Table, country: Country) -> tuple[AreaEntry, ...]:
    found: dict[str, AreaEntry] = {}
    for table in file.tables("areas"):
        one = _area(table, country, found)
        table.finish()
        found[one.code] = one
    file.finish()
    return tuple(found.values())


def _area(table: Table, country: Country, before: Container[str]) -> AreaEntry:
    basis = codes(table, "basis", country.provisions)
    first, *others = country.languages
    return AreaEntry(
        code=new_code(table, before),
        name=table.text("name"),
        short_name=table.text("short_name"),
        statutory=table.flag("statutory"),
        statutory_basis=_cited(basis, country, first),
        target_group=table.text("target_group", ""),
        translations=_translations(table, basis, country, others),
        basis=basis,
        touched_by=codes(table, "touched_by", country.provisions),
    )


def _translations(
    table: Table, basis: tuple[str, ...], country: Country, languages: list[str]
) -> Words:
    found: Words = {}
    for language in languages:
        own = table.table(language)
        found[language] = {key: own.text(key) for key in TRANSLATED if key in own.keys}
        own.finish()
        if basis:
            found[language]["statutory_basis"] = _cited(basis, country, language)
    return {language: words for language, words in found.items() if words}


def _cited(basis: tuple[str, ...], country: Country, language: str) -> str:
    return "; ".join(country.provisions[code][language] for code in basis)


def new_code(table: Table, before: Container[str]) -> str:
    code = table.text("code")
    if code in before:
        raise table.wrong("code", f"{code!r} is there twice")
    return code

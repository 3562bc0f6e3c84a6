"""Finds a pack by its code and reads it: a country, a county, a demo county."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path

from django.conf import settings

from samklang.common.words import Words as WordsOnPages
from samklang.library.api import KnownClause
from samklang.organizations.api import OrganizationKind
from samklang.setup import (
    pack_bodies,
    pack_clauses,
    pack_holidays,
    pack_homes,
    pack_law,
    pack_meetings,
    pack_parties,
    pack_people,
    pack_texts,
)
from samklang.setup.entries import (
    BodyEntry,
    Country,
    County,
    Demo,
    OrganizationEntry,
    PersonEntry,
    TextEntry,
    Words,
)
from samklang.setup.pack_agreements import Known, agreements
from samklang.setup.tables import PackError, Table, choice, read

CODE = re.compile(r"[a-z]{2}(?:-[a-z0-9]+)*")
WORDS = frozenset(field.name for field in fields(WordsOnPages))
# Those who make agreements; the support unit and user organizations are no parties.
PARTIES = (OrganizationKind.REGION, OrganizationKind.MUNICIPALITY)


def folder(code: str) -> Path:
    """Return where the pack lies; its code is never part of a path unchecked."""
    if not CODE.fullmatch(code):
        raise PackError(f"{code!r} is not the code of a pack; write it like xx-yyyy")
    packs: Path = settings.SAMKLANG_PACKS_DIR
    if not (packs / code).is_dir():
        there = sorted(one.name for one in packs.glob("*-*") if one.is_dir())
        raise PackError(f"There is no pack {code!r} in {packs}. There are: {', '.join(there)}.")
    return packs / code


def country(code: str) -> Country:
    home = folder(code)
    file = read(home / "country.toml")
    languages = file.texts("languages")
    pack_holidays.check(home / "holidays.toml", languages)
    return Country(
        code=choice(file, "code", {code}),
        languages=languages,
        words=_words(file.table("words"), languages),
        levels=frozenset(table.text("code") for table in file.tables("levels")),
        law=pack_law.law(read(home / "law.toml"), languages),
    )


def county(code: str) -> County:
    home = folder(code)
    file = read(home / "county.toml")
    land = country(file.text("country"))
    organizations = pack_parties.organizations(read(home / "organizations.toml"))
    bodies = _bodies(home, pack_bodies.Around(land, tuple(one.code for one in organizations)))
    areas = pack_parties.areas(read(home / "areas.toml"), land)
    known = Known(
        organizations=tuple(one.code for one in organizations),
        parties=_parties(organizations),
        bodies=tuple(one.code for one in bodies),
        areas=tuple(one.code for one in areas),
    )
    made = County(
        code=choice(file, "code", {code}),
        country=land,
        name=file.text("name"),
        words=_merged(land.words, _words(file.table("words"), land.languages)),
        tiles=_tiles(file.table("tiles"), known),
        organizations=organizations,
        bodies=bodies,
        areas=areas,
        clauses=_clauses(home, known),
        agreements=agreements(read(home / "agreements.toml"), known),
    )
    file.finish()
    return made


def _bodies(home: Path, around: pack_bodies.Around) -> tuple[BodyEntry, ...]:
    file = read(home / "bodies.toml")
    found = pack_bodies.bodies(file, around)
    file.finish()
    return found


def _clauses(home: Path, known: Known) -> tuple[KnownClause, ...]:
    """Read the clauses that the county's texts share, if its pack has any."""
    path = home / "clauses.toml"
    return pack_clauses.clauses(read(path), known.areas) if path.exists() else ()


def demo(code: str) -> Demo:
    """Read what is invented beside a county; it may refer to all that the county has."""
    home = folder(code)
    file = read(home / "demo.toml")
    real = county(file.text("county"))
    known = Known(
        organizations=tuple(one.code for one in real.organizations),
        parties=_parties(real.organizations),
        bodies=tuple(one.code for one in real.bodies),
        areas=tuple(one.code for one in real.areas),
        agreements=tuple(one.code for one in real.agreements),
    )
    persons = pack_people.persons(read(home / "persons.toml"), known)
    invented = agreements(read(home / "agreements.toml"), known)
    both = (*known.agreements, *(one.code for one in invented))
    made = Demo(
        code=choice(file, "code", {code}),
        county=real,
        persons=persons,
        agreements=invented,
        findings=pack_people.findings(read(home / "findings.toml"), known),
        texts=_texts(home, real, replace(known, agreements=both), persons),
    )
    file.finish()
    return _with_bodies(made, home, known)


def _with_bodies(made: Demo, home: Path, known: Known) -> Demo:
    """Add the invented bodies, charters and places, if the demo has any."""
    if not (home / "bodies.toml").exists():
        return made
    file = read(home / "bodies.toml")
    around = pack_bodies.Around(made.county.country, known.organizations, known.bodies)
    bodies = pack_bodies.bodies(file, around)
    everyone = (*known.bodies, *(one.code for one in bodies))
    charters, posts = pack_bodies.more(file, everyone, known.organizations)
    file.finish()
    whole = replace(made, bodies=bodies, charters=charters, posts=posts)
    return _with_meetings(whole, home, tuple(everyone))


def _with_meetings(made: Demo, home: Path, bodies: tuple[str, ...]) -> Demo:
    """Add the invented meetings of the bodies, if the demo has any."""
    if not (home / "meetings.toml").exists():
        return made
    around = pack_meetings.Around(
        bodies,
        organizations=tuple(one.code for one in made.county.organizations),
        persons=tuple(one.username for one in made.persons),
    )
    series, found = pack_meetings.meetings(read(home / "meetings.toml"), around)
    whole = replace(made, series=series, meetings=found)
    if not (home / "homes.toml").exists():
        return whole
    return replace(whole, homes=pack_homes.homes(read(home / "homes.toml"), around))


def _texts(
    home: Path, county: County, known: Known, persons: tuple[PersonEntry, ...]
) -> tuple[TextEntry, ...]:
    """Read the invented texts, if the demo has any: one with answers, and drafts without."""
    people = [one.username for one in persons]
    clauses = {one.code: len(one.versions) for one in county.clauses}
    found = []
    if (home / "texts.toml").exists():
        file = read(home / "texts.toml")
        found.append(pack_texts.text(file, known, people=people, clauses=clauses))
    if (home / "drafts.toml").exists():
        file = read(home / "drafts.toml")
        found += [
            pack_texts.text(one, known, people=people, clauses=clauses)
            for one in file.tables("drafts")
        ]
        file.finish()
    return tuple(found)


def _parties(organizations: tuple[OrganizationEntry, ...]) -> tuple[str, ...]:
    return tuple(one.code for one in organizations if one.kind in PARTIES)


def _words(table: Table, languages: tuple[str, ...]) -> Words:
    found: Words = {}
    for language in table.keys:
        if language not in languages:
            raise table.wrong(language, f"is none of the country's languages, {languages}")
        own = table.table(language)
        if unused := sorted(set(own.keys) - WORDS):
            raise own.wrong(unused[0], f"is not used; there are {', '.join(sorted(WORDS))}")
        found[language] = {key: own.text(key) for key in own.keys}
    return found


def _merged(default: Words, own: Words) -> Words:
    """Let the county's words go first; its own “local” also ends the country's forms of it."""
    merged: Words = {}
    for language, words in default.items():
        mine = own.get(language, {})
        kept = {key: word for key, word in words.items() if key.split("_")[0] not in mine}
        merged[language] = {**kept, **mine}
    return merged


def _tiles(table: Table, known: Known) -> tuple[tuple[str, ...], ...]:
    found = table.rows("rows")
    for one in (one for row in found for one in row if one):
        if one not in known.organizations:
            raise table.wrong("rows", f"names {one!r}, which is no organization of the pack")
    table.finish()
    return found

"""Reads a country's law: acts, provisions with their wordings, old references and terms."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from itertools import pairwise

from samklang.library.api import (
    Citing,
    KnownAct,
    KnownLaw,
    KnownProvision,
    KnownReference,
    KnownTerm,
    KnownWording,
    LinkKind,
)
from samklang.setup.tables import Table, choice, codes, day

CITED = ("in_chapter", "without_chapter")
Cited = dict[str, dict[str, str]]


def law(file: Table, languages: tuple[str, ...]) -> KnownLaw:
    read = _there(file, "read").table("read")
    cited = _cited(_there(file, "cited").table("cited"), languages)
    acts = _acts(file, languages)
    provisions = _provisions(file, acts, cited, languages)
    made = KnownLaw(
        languages=languages,
        source=_said(read, "source", languages),
        citing=_citing(_there(file, "citing").table("citing")),
        acts=tuple(acts.values()),
        provisions=tuple(provisions.values()),
        references=_references(file, acts, provisions, cited),
        terms=_terms(file, languages),
    )
    read.finish()
    file.finish()
    return made


def _there(table: Table, key: str) -> Table:
    """Return the table, which must have the key."""
    if key not in table.keys:
        raise table.wrong(key, "is missing")
    return table


def _said(
    table: Table, key: str, languages: tuple[str, ...], *, optional: bool = False
) -> dict[str, str]:
    """Read a text in each of the country's languages."""
    if optional and key not in table.keys:
        return {}
    own = _there(table, key).table(key)
    found = {language: own.text(language) for language in languages}
    own.finish()
    return found


def _pattern(table: Table, key: str) -> str:
    return _sound(table, key, table.text(key))


def _sound(table: Table, key: str, pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise table.wrong(key, f"is {pattern!r}, which is no pattern: {error}") from error
    return pattern


def _citing(table: Table) -> Citing:
    made = Citing(
        chapter=_pattern(table, "chapter"),
        section=_pattern(table, "section"),
        until=_pattern(table, "to"),
        and_=_pattern(table, "and"),
        in_=_pattern(table, "in"),
        act=_pattern(table, "act"),
        part=_sound(table, "part", table.text("part", "")),
        leave=tuple(_sound(table, "leave", one) for one in table.texts("leave")),
    )
    table.finish()
    return made


def _cited(table: Table, languages: tuple[str, ...]) -> Cited:
    """Read how a paragraph is named in each language, with and without a chapter."""
    found = {}
    for language in languages:
        own = _there(table, language).table(language)
        found[language] = {key: own.text(key) for key in CITED}
        for key, form in found[language].items():
            _tried(own, key, form)
        own.finish()
    table.finish()
    return found


def _tried(table: Table, key: str, form: str) -> None:
    try:
        form % {"chapter": "1", "section": "2", "act": "a"}
    except (KeyError, TypeError, ValueError) as error:
        advice = "write %(chapter)s, %(section)s and %(act)s in it"
        raise table.wrong(key, f"is {form!r}; {advice}") from error


def _acts(file: Table, languages: tuple[str, ...]) -> dict[str, KnownAct]:
    tables = _there(file, "acts").tables("acts")
    every = {table.text("code") for table in tables}
    found: dict[str, KnownAct] = {}
    for table in tables:
        one = KnownAct(
            code=_new(table, found),
            number=table.text("number"),
            names=table.texts("names"),
            name=_said(table, "name", languages),
            repealed_date=day(table, "repealed"),
            replaced_by=choice(table, "replaced_by", {"", *every}, default=""),
        )
        if not all(one.names) or one.number in {act.number for act in found.values()}:
            raise table.wrong("number", f"{one.number!r} is there twice, or a name is empty")
        table.finish()
        found[one.code] = one
    return found


def _new(table: Table, before: Collection[str]) -> str:
    code = table.text("code")
    if code in before:
        raise table.wrong("code", f"{code!r} is there twice")
    return code


def _provisions(
    file: Table, acts: Mapping[str, KnownAct], cited: Cited, languages: tuple[str, ...]
) -> dict[str, KnownProvision]:
    found: dict[str, KnownProvision] = {}
    for table in _there(file, "provisions").tables("provisions"):
        act = acts[choice(table, "act", acts)]
        chapter, section = table.text("chapter", ""), table.text("section", "")
        one = KnownProvision(
            code=_new(table, found),
            act=act.code,
            chapter=chapter,
            section=section,
            citation=_citation(act, chapter, section, cited),
            about=_said(table, "about", languages),
            wordings=_wordings(table, languages),
        )
        table.finish()
        found[one.code] = one
    return found


def _citation(act: KnownAct, chapter: str, section: str, cited: Cited) -> dict[str, str]:
    """Name the paragraph in each language, or the act where it is the whole act."""
    if not section:
        return act.name
    form = "in_chapter" if chapter else "without_chapter"
    values = {"chapter": chapter, "section": section}
    return {
        language: forms[form] % {**values, "act": act.name[language]}
        for language, forms in cited.items()
    }


def _wordings(table: Table, languages: tuple[str, ...]) -> tuple[KnownWording, ...]:
    """Read the wordings, each of which ends before the next begins."""
    tables = _there(table, "wordings").tables("wordings")
    found = [_wording(one, languages) for one in tables]
    if not found:
        raise table.wrong("wordings", "is empty; a provision has at least one")
    for (_place, before), (place, after) in pairwise(zip(tables, found, strict=True)):
        if (after.from_date or date.min) <= (before.until_date or date.max):
            raise place.wrong("from", "is missing, or within the wording before it")
    return tuple(found)


def _wording(table: Table, languages: tuple[str, ...]) -> KnownWording:
    one = KnownWording(
        from_date=day(table, "from"),
        until_date=day(table, "until"),
        amended_by=table.text("amended_by", ""),
        kind=choice(table, "kind", LinkKind.values),
        says=_said(table, "says", languages),
        changes=_said(table, "changes", languages, optional=True),
        quote=table.text("quote", ""),
        note=_said(table, "note", languages, optional=True),
        checked=table.flag("checked"),
    )
    if one.from_date and one.until_date and one.until_date < one.from_date:
        raise table.wrong("until", f"is {one.until_date}, before the wording begins")
    table.finish()
    return one


def _references(
    file: Table,
    acts: Mapping[str, KnownAct],
    provisions: Mapping[str, KnownProvision],
    cited: Cited,
) -> tuple[KnownReference, ...]:
    repealed = {code for code, act in acts.items() if act.repealed_date}
    found = []
    for table in file.tables("references"):
        act = acts[choice(table, "act", repealed)]
        chapter, section = table.text("chapter", ""), table.text("section")
        one = KnownReference(
            act=act.code,
            chapter=chapter,
            section=section,
            citation=_citation(act, chapter, section, cited),
            now=codes(table, "now", provisions),
            checked=table.flag("checked"),
        )
        table.finish()
        found.append(one)
    return tuple(found)


def _terms(file: Table, languages: tuple[str, ...]) -> tuple[KnownTerm, ...]:
    found: dict[str, KnownTerm] = {}
    for table in file.tables("terms"):
        one = KnownTerm(
            code=_new(table, found),
            preferred=_said(table, "preferred", languages),
            replaced=table.texts("replaced"),
            pattern=_pattern(table, "pattern"),
            scope=_said(table, "scope", languages, optional=True),
            from_date=day(table, "from"),
            source=_said(table, "source", languages),
            note=_said(table, "note", languages, optional=True),
            checked=table.flag("checked"),
        )
        table.finish()
        found[one.code] = one
    return tuple(found.values())

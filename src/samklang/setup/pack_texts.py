"""Reads the invented text of a demo county, the answers to it, and what was found of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from samklang.setup.entries import AnswerEntry, JudgementEntry, TextEntry
from samklang.setup.pack_agreements import Known
from samklang.setup.tables import Table, choice, codes
from samklang.texts.api import Actor, Coverage, KnownCommitment, KnownSection, Scope


def text(
    file: Table, known: Known, *, people: Collection[str], clauses: Mapping[str, int]
) -> TextEntry:
    sections = tuple(_section(one, clauses) for one in file.tables("sections"))
    asked = [one.code for section in sections for one in section.commitments]
    made = TextEntry(
        agreement=choice(file, "agreement", known.agreements),
        edition=file.number("edition", 1),
        by=choice(file, "by", people),
        sections=sections,
        template=_template(file),
        answers=tuple(_answer(one, known, asked) for one in file.tables("answers")),
        judgements=tuple(
            found for one in file.tables("judgements") for found in _judgements(one, known, asked)
        ),
    )
    file.finish()
    return made


def _template(file: Table) -> tuple[str, int] | None:
    code = file.text("template", "")
    return (code, file.number("template_version", 1)) if code else None


def _section(table: Table, clauses: Mapping[str, int]) -> KnownSection:
    made = KnownSection(
        heading=table.text("heading"),
        body=table.texts("body"),
        commitments=tuple(_commitment(one) for one in table.tables("commitments")),
        is_done=not table.flag("open"),
        clause=choice(table, "clause", ("", *clauses), ""),
        clause_version=_clause_version(table, clauses),
        template=table.text("template", ""),
    )
    table.finish()
    return made


def _clause_version(table: Table, clauses: Mapping[str, int]) -> int:
    """Read which of the clause's wordings the section was begun with."""
    number, there = table.number("clause_version", 1), clauses.get(table.text("clause", ""), 1)
    if not 1 <= number <= there:
        raise table.wrong("clause_version", f"is {number}; the clause has {there}")
    return number


def _commitment(table: Table) -> KnownCommitment:
    made = KnownCommitment(
        code=table.text("code"),
        wording=table.text("wording"),
        actor=choice(table, "actor", Actor.values),
        scope=choice(table, "scope", ("", *Scope.values), ""),
    )
    table.finish()
    return made


def _answer(table: Table, known: Known, asked: list[str]) -> AnswerEntry:
    made = AnswerEntry(
        agreement=choice(table, "agreement", known.agreements),
        code=choice(table, "code", asked),
        how=table.text("how"),
        by_municipality=table.text("by_municipality", ""),
        by_region=table.text("by_region", ""),
        when=table.text("when", ""),
        done=table.flag("done"),
    )
    table.finish()
    return made


def _judgements(table: Table, known: Known, asked: list[str]) -> Iterator[JudgementEntry]:
    """Yield what one table says of several municipalities at once."""
    code = choice(table, "code", asked)
    reason, earlier = table.text("reason", ""), table.text("earlier_wording", "")
    for coverage in Coverage.values:
        for organization in codes(table, coverage, known.organizations):
            yield JudgementEntry(organization, code, coverage, reason, earlier)
    table.finish()

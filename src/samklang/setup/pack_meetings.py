"""Reads the invented meetings of a demo county: their series, agendas, and what is said of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import time
from itertools import zip_longest

from samklang.meetings.api import (
    KINDS,
    MOST_MINUTES,
    ItemWords,
    KnownClause,
    KnownItem,
    Outcome,
    Plan,
    Presence,
    PresenterWords,
    ReadItem,
    SeriesWords,
    StandingWords,
    Weekday,
)
from samklang.setup.entries import AttendanceEntry, MeetingEntry, SeriesEntry
from samklang.setup.tables import Table, choice, codes, required_day

DRAFT, ANNOUNCED, PLANNED, LOCKED = "draft", "announced", "planned", "locked"
_WEEKDAYS = {one.name.lower(): one.value for one in Weekday}


@dataclass(frozen=True, slots=True)
class Around:
    """What a meeting may refer to: bodies, organizations and the invented persons."""

    bodies: Collection[str]
    organizations: Collection[str]
    persons: Collection[str]


def meetings(
    file: Table, around: Around
) -> tuple[tuple[SeriesEntry, ...], tuple[MeetingEntry, ...]]:
    series = tuple(_series(table, around) for table in file.tables("series"))
    names = tuple(one.words.name for one in series)
    tables = file.tables("meetings")
    file.finish()
    return series, tuple(_meeting(table, around, names) for table in tables)


def _series(table: Table, around: Around) -> SeriesEntry:
    words = SeriesWords(
        name=table.text("name"),
        weekday=_WEEKDAYS[choice(table, "weekday", _WEEKDAYS)],
        start_time=_time(table, "start"),
        end_time=_time(table, "end"),
        place=table.text("place", ""),
        chair=table.text("chair", ""),
        secretary=table.text("secretary", ""),
        matters_days=table.number("matters_days", 21),
        papers_days=table.number("papers_days", 14),
        standing=tuple(_standing(one) for one in table.tables("items")),
    )
    one = SeriesEntry(
        body=choice(table, "body", around.bodies),
        keeper=choice(table, "keeper", around.organizations),
        by=choice(table, "by", around.persons),
        words=words,
    )
    table.finish()
    return one


def _standing(table: Table) -> StandingWords:
    words = StandingWords(table.text("title"), is_previous_notes=table.flag("previous_notes"))
    table.finish()
    return words


def _meeting(table: Table, around: Around, series: Collection[str]) -> MeetingEntry:
    state = choice(table, "state", (DRAFT, ANNOUNCED, PLANNED, LOCKED))
    one = MeetingEntry(
        body=choice(table, "body", around.bodies),
        keeper=choice(table, "keeper", around.organizations),
        by=choice(table, "by", around.persons),
        checked_by=choice(table, "checked_by", around.persons),
        is_sent_out=state == PLANNED,
        is_held=state == LOCKED,
        is_announced=state == ANNOUNCED,
        series=choice(table, "of_series", ("", *series), default=""),
        plan=_plan(table),
        people=tuple(_person(one, around) for one in table.tables("people")),
        items=_items(table.tables("items")),
    )
    table.finish()
    return one


def _plan(table: Table) -> Plan:
    return Plan(
        date=required_day(table, "date"),
        start_time=_time(table, "start"),
        end_time=_time(table, "end"),
        place=table.text("place", ""),
        chair=table.text("chair", ""),
        secretary=table.text("secretary", ""),
    )


def _time(table: Table, key: str) -> time:
    try:
        return time.fromisoformat(table.text(key))
    except ValueError as error:
        raise table.wrong(key, "is no time; write it as HH:MM") from error


def _person(table: Table, around: Around) -> AttendanceEntry:
    one = AttendanceEntry(
        name=table.text("name"),
        organization=choice(table, "organization", around.organizations),
        presence=choice(table, "presence", Presence.values, default=Presence.PRESENT),
    )
    table.finish()
    return one


def _items(tables: list[Table]) -> tuple[KnownItem, ...]:
    letters = {one.number("number", 0) for one in tables if one.text("letter", "")}
    return tuple(_item(one, letters) for one in tables)


def _item(table: Table, with_letters: Collection[int]) -> KnownItem:
    words = _words(table)
    number = None if words.is_break else table.number("number", 0)
    letter = table.text("letter", "")
    outcome = choice(table, "outcome", ("", *Outcome.values), default="")
    row = ReadItem(
        number,
        letter,
        words,
        attachments=table.texts("attachments"),
        is_heading=number in with_letters and not letter,
    )
    # What opens a meeting or is laid to the files asks nobody to do anything.
    is_standard = words.is_standing or outcome == Outcome.LAID_TO_FILES
    known = KnownItem(
        row,
        table.text("text", ""),
        outcome,
        _clauses(table, is_standard),
        is_previous_notes=table.flag("previous_notes"),
    )
    table.finish()
    return known


def _words(table: Table) -> ItemWords:
    return ItemWords(
        title=table.text("title"),
        kinds=codes(table, "kinds", KINDS),
        presenters=tuple(PresenterWords.read(one) for one in table.texts("presenters")),
        is_standing=table.flag("standing"),
        minutes=_minutes(table),
        is_break=table.flag("break"),
    )


def _minutes(table: Table) -> int | None:
    planned = table.number("minutes", 0)
    if not 0 <= planned <= MOST_MINUTES:
        raise table.wrong(
            "minutes", f"is {planned}; write from 1 to {MOST_MINUTES}, or leave it out"
        )
    return planned or None


def _clauses(table: Table, is_standard: bool) -> tuple[KnownClause, ...]:
    """Pair what was adopted with what was proposed; either may be missing."""
    adopted, proposed = table.texts("clauses"), table.texts("proposals")
    pairs = zip_longest(proposed, adopted, fillvalue="")
    return tuple(KnownClause(before, after, is_standard) for before, after in pairs)

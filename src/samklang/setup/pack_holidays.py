"""Checks a country’s days of rest when its pack is loaded; the year plan reads them later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from samklang.setup.tables import PackError, Table, read

# A day that is there every year is there in this one.
_ORDINARY_YEAR = 2027
_FARTHEST_FROM_EASTER = 200
_DAYS_OF_A_WEEK = 7


def check(path: Path, languages: tuple[str, ...]) -> None:
    """Say which day of rest is not written as one; a country may have none at all."""
    if not path.exists():
        return
    file = read(path)
    for one in file.tables("holidays"):
        _name(one, languages)
        _when(one)
        one.finish()
    file.finish()


def _name(table: Table, languages: tuple[str, ...]) -> None:
    name = table.table("name")
    for language in languages:
        if not name.text(language, ""):
            raise name.wrong(language, "is missing; every day of rest has a name in each language")
    name.finish()


def _when(table: Table) -> None:
    ways = [way for way in _WAYS if way in table.keys]
    if len(ways) != 1:
        raise PackError(f"{table.place}: write one of day, easter and weekday, and only one")
    _WAYS[ways[0]](table)


def _same_each_year(table: Table, key: str = "day") -> None:
    said = table.text(key, "")
    try:
        date.fromisoformat(f"{_ORDINARY_YEAR}-{said}")
    except ValueError as error:
        raise table.wrong(key, f"is {said!r}; write a day of every year as MM-DD") from error


def _from_easter(table: Table) -> None:
    days = table.number("easter", 0)
    if abs(days) > _FARTHEST_FROM_EASTER:
        raise table.wrong("easter", f"is {days}; write how many days from Easter Sunday it is")


def _first_weekday(table: Table) -> None:
    weekday = table.number("weekday", 0)
    if not 1 <= weekday <= _DAYS_OF_A_WEEK:
        raise table.wrong("weekday", f"is {weekday}; write 1 for Monday to 7 for Sunday")
    _same_each_year(table, "from")


_WAYS: dict[str, Callable[[Table], None]] = {
    "day": _same_each_year,
    "easter": _from_easter,
    "weekday": _first_weekday,
}

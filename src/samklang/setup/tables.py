"""Reads a pack's TOML files table by table, and says which file and key is wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from samklang.common.periods import StatedDate


class PackError(Exception):
    """A pack says something that cannot be loaded; the message names the file and the key."""


class Table:
    """One table of a pack's file, which knows its place and what has been read of it."""

    def __init__(self, place: str, content: Mapping[str, Any]) -> None:
        self.place = place
        self.keys = tuple(content)
        self._content = content
        self._read: set[str] = set()

    def wrong(self, key: str, complaint: str) -> PackError:
        return PackError(f"{self.place}: {key} {complaint}")

    def says(self, key: str, word: str) -> bool:
        """Tell whether the key has the one word that stands for something else."""
        self._read.add(key)
        return self._content.get(key) == word

    def text(self, key: str, default: str | None = None) -> str:
        return str(self._value(key, str, "write a text in quotes", default))

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._value(key, list, "write a list of texts", [])
        if not all(isinstance(one, str) for one in value):
            raise self.wrong(key, f"is {value!r}; write a list of texts")
        return tuple(value)

    def flag(self, key: str) -> bool:
        return bool(self._value(key, bool, "write true or false", False))  # absent

    def number(self, key: str, default: int) -> int:
        return int(self._value(key, int, "write a whole number", default))

    def table(self, key: str) -> Table:
        return Table(f"{self.place}: {key}", self._value(key, dict, "write a table", {}))

    def tables(self, key: str) -> list[Table]:
        value = self._value(key, list, "write a list of tables", [])
        if not all(isinstance(one, dict) for one in value):
            raise self.wrong(key, f"is {value!r}; write a list of tables")
        return [Table(f"{self.place}: {key} {n}", one) for n, one in enumerate(value, start=1)]

    def rows(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Read equally long lists of texts, one below the other."""
        value = self._value(key, list, "write a list of rows", [])
        if not all(isinstance(row, list) and len(row) == len(value[0]) for row in value):
            raise self.wrong(key, "must be rows of the same length")
        return tuple(tuple(str(one) for one in row) for row in value)

    def finish(self) -> None:
        """Complain about keys that nobody asked for: they are likely misspelt."""
        if unknown := sorted(set(self._content) - self._read):
            raise self.wrong(unknown[0], "is not known here; is it misspelt?")

    def _value(self, key: str, kind: type, advice: str, default: object) -> Any:
        self._read.add(key)
        value = self._content.get(key, default)
        if value is None:
            raise self.wrong(key, "is missing")
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.wrong(key, f"is {value!r}; {advice}")
        return value


def read(path: Path) -> Table:
    """Read one file of a pack."""
    place = f"{path.parent.name}/{path.name}"
    try:
        with path.open("rb") as file:
            return Table(place, tomllib.load(file))
    except FileNotFoundError as error:
        raise PackError(f"{place} is missing in {path.parent.parent}") from error
    except UnicodeDecodeError as error:
        raise PackError(f"{place} is not in UTF-8; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{place} is not TOML: {error}") from error


def choice(table: Table, key: str, allowed: Collection[str], default: str | None = None) -> str:
    value = table.text(key, default)
    if value not in allowed:
        known = ", ".join(sorted(one for one in allowed if one))
        raise table.wrong(key, f"is {value!r}; it must be one of {known}")
    return value


def codes(table: Table, key: str, allowed: Collection[str]) -> tuple[str, ...]:
    """Read a list of codes, each of which must be known."""
    found = table.texts(key)
    if unknown := [one for one in found if one not in allowed]:
        raise table.wrong(key, f"names {unknown[0]!r}, which this pack does not have")
    return found


def stated(table: Table, key: str) -> StatedDate | None:
    """Read YYYY, YYYY-MM, YYYY-MM-DD or a span A/B of them."""
    first, _slash, last = table.text(key, "").partition("/")
    if not first:
        return None
    try:
        begins, ends = StatedDate.parse(first), StatedDate.parse(last or first)
    except ValueError as error:
        raise table.wrong(key, f"is not a date: {error}") from error
    if ends.last < begins.first:
        raise table.wrong(key, f"is {first}/{last}, which ends before it begins")
    return StatedDate(begins.first, ends.last)


def day(table: Table, key: str) -> date | None:
    found = stated(table, key)
    if found is not None and found.first != found.last:
        raise table.wrong(key, f"is {found}; write a day as YYYY-MM-DD")
    return found.first if found else None


def required_day(table: Table, key: str) -> date:
    found = day(table, key)
    if found is None:
        raise table.wrong(key, "is missing")
    return found

"""The words by which a country's texts are held against each other, loaded from packs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from samklang.texts.bones.rules import Rules, load_rules, one_of

FILE: Final = "harmony.toml"
Pattern = re.Pattern[str]
Table = Mapping[str, Any]
_DIGITS: Final = r"\d{1,3}(?:[ \u00a0.]\d{3})+|\d+(?:[,.]\d+)?"
# As a pack may say what a limit of age is: between two, from one, and so on.
_AGES: Final = ("between", "from", "to", "below", "above", "at")


@dataclass(frozen=True, slots=True)
class Unit:
    """A word for an amount: so many (`times`) of the smallest unit that it can be told in."""

    name: str
    times: int
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class HarmonyRules:
    """All that is known of one language when its texts are compared; every pattern is compiled."""

    bones: Rules
    same: tuple[tuple[Pattern, str], ...]
    parties: tuple[tuple[Pattern, str], ...]
    numbers: Mapping[str, int]
    units: tuple[Unit, ...]
    amount: Pattern
    ages: tuple[tuple[str, Pattern], ...]
    definitions: tuple[Pattern, ...]
    definition_heading: Pattern
    definition_lead: Pattern
    target_heading: Pattern
    target_words: Pattern


def load_harmony_rules(*folders: Path) -> HarmonyRules:
    """Load and join the rules in the `reading` folders of one or more packs."""
    tables = [*_tables(folders)]
    numbers = {word: value for one in tables for word, value in one.get("numbers", {}).items()}
    units = tuple(_unit(row) for one in tables for row in one.get("units", ()))
    return HarmonyRules(
        bones=load_rules(*folders),
        same=tuple((_whole(old), new) for one in tables for old, new in one.get("same", ())),
        parties=tuple(
            (_whole(row["words"]), row["read"]) for one in tables for row in one.get("parties", ())
        ),
        numbers=numbers,
        units=units,
        amount=_amount(numbers, units),
        ages=tuple(_ages(tables)),
        definitions=tuple(
            re.compile(said, re.IGNORECASE) for said in _listed(tables, "definitions", "sentences")
        ),
        definition_heading=_line(_listed(tables, "definitions", "headings")),
        definition_lead=re.compile(
            rf"{one_of(_listed(tables, 'definitions', 'lead'))}\s+", re.IGNORECASE
        ),
        target_heading=_line(_listed(tables, "target", "headings")),
        target_words=_whole(one_of(_listed(tables, "target", "words"))),
    )


def _tables(folders: Iterable[Path]) -> Iterator[Table]:
    for folder in folders:
        if (folder / FILE).is_file():
            yield tomllib.loads((folder / FILE).read_text("utf-8"))["harmony"]


def _listed(tables: Iterable[Table], part: str, name: str) -> list[str]:
    return [said for one in tables for said in one.get(part, {}).get(name, ())]


def _unit(row: Table) -> Unit:
    pattern = re.compile(row["words"], re.IGNORECASE)
    return Unit(row["unit"], row.get("times", 1), pattern)


def _amount(numbers: Mapping[str, int], units: Iterable[Unit]) -> Pattern:
    """Find a number with its unit, or a number alone; the word for one is an article too."""
    words = one_of(map(re.escape, numbers))
    several = one_of(re.escape(word) for word, value in numbers.items() if value > 1)
    unit = one_of(one.pattern.pattern for one in units)
    counted = rf"(?P<number>{_DIGITS}|{words})[\s\u00a0-]*(?P<unit>{unit})(?!\w)"
    return re.compile(
        rf"(?<![\w.:,])(?:{counted}|(?P<alone>{_DIGITS}|{several})(?![\w:]))", re.IGNORECASE
    )


def _ages(tables: Iterable[Table]) -> Iterator[tuple[str, Pattern]]:
    for name in _AGES:
        for said in _listed(tables, "ages", name):
            pattern = said.replace("{from}", r"(?P<first>\d{1,3})")
            pattern = pattern.replace("{to}", r"(?P<last>\d{1,3})")
            yield name, _whole(pattern.replace("{number}", r"(?P<first>\d{1,3})"))


def _whole(form: str) -> Pattern:
    """Match where the form stands as words of its own."""
    return re.compile(rf"(?<!\w)(?:{form})(?!\w)", re.IGNORECASE)


def _line(forms: Iterable[str]) -> Pattern:
    return re.compile(one_of(forms), re.IGNORECASE)


@cache
def harmony_rules_in(folders: tuple[str, ...]) -> HarmonyRules:
    """Return the rules of some `reading` folders, loaded once."""
    return load_harmony_rules(*map(Path, folders))

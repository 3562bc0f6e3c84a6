"""The words the reader knows: places, areas, labels, kinds and laws, loaded from packs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samklang.inventories.reading.kind_words import KindWords, load_kind_words

Pattern = re.Pattern[str]
Table = dict[str, Any]
_VOWELS_AND_S = "aeiouyåäösxz"


@dataclass(frozen=True, slots=True)
class County:
    """A county, its region's name now and before, and its municipalities."""

    code: str
    name: str
    region: str
    former: tuple[str, ...]
    stated_by: tuple[str, ...]
    municipalities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signal:
    """Words that speak for one kind of document."""

    kind: str
    where: str
    pattern: Pattern
    weight: float
    most: int
    form: bool


@dataclass(frozen=True, slots=True)
class RepealedLaw:
    """An act that no longer holds, and what holds now, for all of it or for single sections."""

    name: str
    now: str
    pattern: Pattern
    sections: tuple[tuple[Pattern, str], ...]


@dataclass(frozen=True)
class Vocabulary:
    """Everything the reader knows about one country and its counties."""

    counties: tuple[County, ...]
    authorities: dict[str, str]
    areas: tuple[tuple[str, Pattern], ...]
    title_only_areas: frozenset[str]
    labels: tuple[tuple[str, Pattern], ...]
    signals: tuple[Signal, ...]
    kind_settings: Table
    openings: dict[str, Pattern]
    kind_words: KindWords
    repealed: tuple[RepealedLaw, ...]
    site_line: Pattern
    headings: dict[str, Pattern]
    sub_regional: Pattern
    short_names: dict[str, Pattern]
    county_words: dict[str, County]
    municipalities: dict[str, County]
    county_pattern: Pattern
    region_pattern: Pattern
    municipality_pattern: Pattern
    municipality_list: Pattern
    place_pattern: Pattern
    place_row: Pattern
    stems: dict[str, str]

    def authority(self, municipality: str) -> str:
        """Return the name of a municipality's authority: 'Täby kommun', 'Malmö stad'."""
        municipality = self.stems.get(municipality, municipality)
        if municipality in self.authorities:
            return self.authorities[municipality]
        ending = "" if municipality[-1].casefold() in _VOWELS_AND_S else "s"
        return f"{municipality}{ending} kommun"


def load_vocabulary(*folders: Path) -> Vocabulary:
    """Load and join the `reading` folders of one or more packs."""
    tables = _joined(sorted(path for folder in folders for path in folder.glob("*.toml")))
    areas = tables.get("area", ())
    return Vocabulary(
        areas=tuple((row["code"], _any(row["words"])) for row in areas),
        title_only_areas=frozenset(r["code"] for r in areas if r.get("title_only")),
        labels=tuple((kind, _word(forms)) for kind, forms in tables.get("labels", {}).items()),
        signals=tuple(_signal(row) for row in tables.get("signal", ())),
        kind_settings=tables.get("settings", {}),
        openings={k: _opening(v) for k, v in tables.get("openings", {}).items()},
        kind_words=load_kind_words(tables.get("kind_words", {})),
        repealed=tuple(_law(row) for row in tables.get("repealed", ())),
        site_line=_any(tables.get("site", {}).get("lines", ())),
        headings={k: re.compile(v, re.IGNORECASE) for k, v in tables.get("headings", {}).items()},
        sub_regional=_sub_regional(tables.get("sub_regional", {})),
        short_names={level: _word(forms) for level, forms in tables.get("levels", {}).items()},
        **_places(tables),
    )


def _places(tables: Table) -> Table:
    """Return the fields about counties and municipalities."""
    counties = tuple(_county(row) for row in tables.get("county", ()))
    county_words = {word: county for county in counties for word in _written(county)}
    municipalities = {name: county for county in counties for name in county.municipalities}
    authorities = tables.get("authorities", {})
    stems = {name: name for name in municipalities} | _irregular_stems(authorities)
    stems |= {name.replace("-", " "): name for name in municipalities}  # 'Dals Ed'
    stems |= {stem.upper(): name for stem, name in stems.items()}
    return {
        "counties": counties,
        "authorities": authorities,
        "county_words": county_words,
        "municipalities": municipalities,
        "county_pattern": _names(county_words, genitive=True),
        "region_pattern": _names(w for w, county in county_words.items() if _is_region(w, county)),
        "municipality_pattern": _municipality_pattern(stems),
        "municipality_list": _municipality_list(stems),
        "place_pattern": _place_pattern(stems),
        "place_row": _place_row(stems),
        "stems": stems,
    }


def _joined(paths: Iterable[Path]) -> Table:
    tables: Table = {}
    for path in paths:
        for key, value in tomllib.loads(path.read_text("utf-8")).items():
            if isinstance(value, list):
                tables[key] = [*tables.get(key, ()), *value]
            else:
                tables[key] = {**tables.get(key, {}), **value}
    return tables


def _any(forms: Iterable[str]) -> Pattern:
    return re.compile("|".join(f"(?:{form})" for form in forms) or r"(?!)", re.IGNORECASE)


def _names(names: Iterable[str], *, genitive: bool = False) -> Pattern:
    """Match names as they are written; a genitive's s is left out of what is found."""
    longest_first = sorted(names, key=len, reverse=True)
    ends = "(?=s?(?![\\w-]))" if genitive else "(?![\\w-])"
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))}){ends}")


def _irregular_stems(authorities: dict[str, str]) -> dict[str, str]:
    """Map the first word of an irregular authority to its place: an old genitive to its town."""
    stems = {authority.split(" ")[0]: name for name, authority in authorities.items()}
    return {s: name for s, name in stems.items() if not s.startswith((name, "Region"))}


def _alternatives(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def _place_pattern(names: Iterable[str]) -> Pattern:
    return re.compile(rf"(?<![\w-])(?P<name>{_alternatives(names)})s?(?![\w-])")


def _place_row(names: Iterable[str]) -> Pattern:
    """Match 'A, B och C'."""
    one = rf"(?:{_alternatives(names)})"
    return re.compile(rf"(?<![\w-]){one}(?:, {one})+,? (?:och|samt) {one}(?![\w-])")


def _municipality_list(names: Iterable[str]) -> Pattern:
    """Match 'A, B och C:s kommuner', 'kommunerna A, B och C' and 'kommuner som deltar: A och B'."""
    one = rf"(?:{_alternatives(names)})s?"
    several = rf"{one}(?:, {one})*,? (?:och|samt) {one}"
    towns = rf"(?: (?:och|samt) städerna {several})?"
    return re.compile(
        rf"(?<![\w-])(?:{several} kommuner"
        rf"|[Kk]ommunerna {several}{towns}|[Kk]ommuner(?: [a-zåäö]+){{0,4}}[,:] {several})(?![\w-])"
    )


def _municipality_pattern(names: Iterable[str]) -> Pattern:
    """Match 'Lund kommun', 'Lunds kommun' and 'Malmö stad', in capitals too."""
    kinds = "[Kk]ommuns?|KOMMUN|[Ss]tads?|STAD"
    return re.compile(rf"(?<![\w-])(?P<name>{_alternatives(names)})[sS]? (?:{kinds})(?!\w)")


def _word(forms: Iterable[str]) -> Pattern:
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(longest_first)})(?![\w-])", re.IGNORECASE)


def _sub_regional(table: Table) -> Pattern:
    names = [re.escape(name) for name in sorted(table.get("names", ()), key=len, reverse=True)]
    return re.compile(r"\b(?:" + "|".join([*names, *table.get("patterns", ())] or ["(?!)"]) + ")")


def _county(row: Table) -> County:
    return County(
        code=row["code"],
        name=row["name"],
        region=row["region"],
        former=tuple(row.get("former", ())),
        stated_by=tuple(row.get("stated_by", ())),
        municipalities=tuple(row["municipalities"]),
    )


def _written(county: County) -> Iterable[str]:
    """Yield every way to write a county's names: as they are, in capitals, and 'landstinget …'."""
    for word in (county.name, county.region, *county.former, *county.stated_by):
        yield from (word, word.upper())
        if word.startswith("Landstinget"):
            yield word[0].lower() + word[1:]


def _is_region(word: str, county: County) -> bool:
    names = {name.casefold() for name in (county.region, *county.former)}
    return word.casefold() in names


def _signal(row: Table) -> Signal:
    pattern = re.compile(row["pattern"], re.IGNORECASE)
    most, form = row.get("most", 1), row.get("form", False)
    return Signal(row["kind"], row["where"], pattern, row["weight"], most, form)


def _opening(names: str) -> Pattern:
    """Match a name that opens a line, after the page's number: in capitals, or before '1 (22)'."""
    return re.compile(
        rf"(?:\d{{1,2}} |Sida |\d+ ?\(\d+\) )*(?P<name>(?:{names})\b(?! [a-zåäö])"
        rf"|(?i:{names})(?= 1 ?\(\d+\)))"
    )


def _law(row: Table) -> RepealedLaw:
    parts = [value for value in row.values() if isinstance(value, dict)]
    sections = tuple((re.compile(part["pattern"]), part["now"]) for part in parts)
    return RepealedLaw(row["name"], row["now"], re.compile(row["pattern"]), sections)

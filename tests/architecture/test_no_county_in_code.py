"""Counties are data: no code, template, style or script names one, or anybody in it.

The names are read from the packs, so that a county that comes later is kept out as well. Seen
red by a municipality in a docstring (three were there), in a template and in a script.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.tree import ROOT, texts

PACKS = sorted(path.parent for path in ROOT.glob("packs/*/organizations.toml"))
# Where machines read; documentation, tests and packs are for people, who live somewhere.
PLACES = ("src/", "scripts/", "bench/", "Makefile", "manage.py")
# What one county calls itself and its levels of agreement, and what a default may say.
SHORT_WORDS = {"RÖK", "LÖK", "RÖKar", "LÖKar", "Dalarna"}
DEFAULTS = {("src/samklang/config/settings.py", "se-dalarna")}


def table(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def names(pack: Path) -> Iterator[str]:
    """Yield what the county and all in it are called, long and short, now and before."""
    county = table(pack / "county.toml")
    yield county["code"]
    yield county["name"]
    yield from (words["place"] for words in county.get("words", {}).values() if "place" in words)
    for one in table(pack / "organizations.toml")["organizations"]:
        yield from (one["name"], one["short_name"])
        yield from (other["name"] for other in one.get("other_names", ()))
    # A body's short name may be a word like any other: the steering group.
    yield from (one["name"] for one in table(pack / "bodies.toml").get("bodies", ()))


def pattern(words: set[str]) -> re.Pattern[str]:
    """Match any of the words where it stands as one, also with a genitive s."""
    longest_first = sorted(filter(None, words), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})s?(?!\w)")


def found(words: set[str]) -> list[str]:
    looked_for = pattern(words)
    return [
        f"{path}: {match.group()}"
        for path, text in texts().items()
        if path.startswith(PLACES)
        for match in looked_for.finditer(text)
        if (path, match.group()) not in DEFAULTS
    ]


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_nobody_in_the_county_is_named(pack: Path) -> None:
    assert found(set(names(pack))) == []


def test_no_countys_short_words_are_used() -> None:
    assert found(SHORT_WORDS) == []


def test_the_default_is_still_where_it_is_allowed() -> None:
    for path, word in DEFAULTS:
        assert word in texts()[path]


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("Avtal i Bergvik.", True),
        ("Bergviks avtal", True),
        ('"bergvik"', False),
        ("Bergviken", False),
        ("Storbergvik", False),
        ("(Daloms bygd)", True),
    ],
)
def test_a_name_is_known_as_a_word_of_its_own(text: str, is_named: bool) -> None:
    known = pattern(set(names(ROOT / "packs" / "xx-nordmark")))

    assert bool(known.search(text)) is is_named


def test_the_packs_name_everybody_that_is_looked_for() -> None:
    dalarna = set(names(ROOT / "packs" / "se-dalarna"))

    assert len({one for one in dalarna if one.endswith("kommun")}) >= 15
    assert {"se-dalarna", "Region Dalarna", "Länschefsnätverket"} <= dalarna


def test_what_the_code_knows_of_swedish_documents_stands_in_the_countrys_pack() -> None:
    """Places of the whole country are facts of the country; its pack has them, not the reader."""
    places = ROOT / "packs" / "se" / "reading" / "places.toml"

    assert places.exists()
    assert pattern({"Mora", "Falun"}).search(places.read_text(encoding="utf-8"))

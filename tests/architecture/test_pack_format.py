"""The page about packs has every key that a pack may have, and no other.

The keys are found in the code that reads packs, so a new one must be described. Seen red: two
keys had never been described.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from samklang.texts.models import Coverage
from tests.architecture.tree import ROOT, SOURCE

PAGE = (ROOT / "docs/reference/pack-format.md").read_text(encoding="utf-8")
READERS = (
    "packs.py",
    "pack_parties.py",
    "pack_bodies.py",
    "pack_agreements.py",
    "pack_people.py",
    "pack_texts.py",
    "pack_law.py",
    "pack_clauses.py",
    "pack_meetings.py",
    "pack_homes.py",
)
# How a value is asked for: by a method of the table, or by a function that takes the table first.
METHODS = {"text", "texts", "flag", "number", "table", "tables", "rows", "says"}
FUNCTIONS = {
    "choice",
    "codes",
    "day",
    "required_day",
    "stated",
    "_said",
    "_pattern",
    "_there",
    "_time",
}
# The country's own file has a page of prose, not a table of keys.
COUNTRYS = {"languages", "levels"}


def keys() -> set[str]:
    """Return every key that the code asks a table for by its name."""
    found = set()
    for name in READERS:
        tree = ast.parse((SOURCE / "setup" / name).read_text(encoding="utf-8"))
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            found |= set(asked_for(call))
    return found - COUNTRYS


def asked_for(call: ast.Call) -> Iterator[str]:
    match call:
        case ast.Call(func=ast.Attribute(attr=method), args=[ast.Constant(value=str(key)), *_]):
            if method in METHODS:
                yield key
        case ast.Call(func=ast.Name(id=name), args=[_, ast.Constant(value=str(key)), *_]):
            if name in FUNCTIONS:
                yield key


def test_every_key_is_described() -> None:
    described = set(re.findall(r"`\[{0,2}([a-z_.<>]+)\]{0,2}`", PAGE))
    described |= {part for one in described for part in one.split(".")}

    assert sorted(keys() - described) == []


def test_the_keys_are_really_found() -> None:
    assert {"code", "kind", "parties", "username", "answered", "rows", "from"} <= keys()


def used(content: Any) -> Iterator[str]:
    if isinstance(content, dict):
        for key, value in content.items():
            yield key
            yield from used(value)
    elif isinstance(content, list):
        for one in content:
            yield from used(one)


@pytest.mark.parametrize("pack", ["se-dalarna", "se-dalarna-demo", "xx-nordmark"])
def test_the_packs_that_we_ship_use_keys_that_are_read(pack: str) -> None:
    found = {
        key
        for path in (ROOT / "packs" / pack).glob("*.toml")
        for key in used(tomllib.loads(path.read_text(encoding="utf-8")))
    }
    words = {"sv", "en", "words", "tiles", "rows", *Coverage.values}
    forms = {key for key in found if key.startswith(("regional", "local", "municipality", "place"))}

    assert found - keys() - words - forms == set()


@pytest.mark.parametrize(
    "name",
    [
        "county.toml",
        "organizations.toml",
        "bodies.toml",
        "areas.toml",
        "agreements.toml",
        "demo.toml",
        "persons.toml",
        "findings.toml",
        "country.toml",
        "guidance.toml",
        "texts.toml",
        "clauses.toml",
        "drafts.toml",
        "law.toml",
    ],
)
def test_every_file_of_a_pack_is_described(name: str) -> None:
    assert f"`{name}`" in PAGE

"""What must not be in the repository: machines, copied texts, residents, other people's names.

Seen red, each by a file put there for the purpose: a path of the build machine, the address of
a registry, eight words of a seed, and the Tax Agency's published test number.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache

import pytest
from django.core.management import call_command

from tests.architecture.tree import ROOT, SHARED, texts

# Written apart, so that this file does not hold what it looks for.
MACHINES = re.compile(
    r"/(?:wo" r"rk|ro" r"ot|fa" r"rm|ho" r"me)/\w"  # codespell:ignore ot
    r"|https?://[^\s\"']*(?:python" r"hosted|py" r"pi|npm" r"js|deb" r"ian)\.",
)  # fmt: skip
# Where the guard against such numbers is tried, with one that the Tax Agency published for tests.
TRIES_THE_GUARD = "tests/inventories/bad_files.py"
NUMBER = re.compile(r"(?<![\w.-])(?:19|20)?(\d{2})(\d{2})(\d{2})[-+]?(\d{4})(?![\w.-])")
WORD = re.compile(r"\w+")
SHINGLE = 8

# Runs of eight words that are facts and not somebody's prose: official names in a row.
FACTS = ("giltigt från och med giltigt till och med",)  # two labels of a form


def test_no_machine_is_named() -> None:
    found = [
        f"{path}: {match.group()}"
        for path, text in texts().items()
        for match in MACHINES.finditer(text)
    ]

    assert found == []


def test_no_personal_identity_number_is_kept() -> None:
    found = [
        f"{path}: {match.group()}"
        for path, text in texts().items()
        if not path.startswith(("requirements/", "package-lock", TRIES_THE_GUARD))
        for match in NUMBER.finditer(text)
        if is_identity_number("".join(match.groups()))
    ]

    assert found == []


def is_identity_number(digits: str) -> bool:
    """Ten digits that are a day (or a co-ordination number's day) and a right check digit."""
    year, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:6]) % 60
    try:
        date(1900 + year or 2000, month, day)
    except ValueError:
        return False
    doubled = [int(one) * (2 - place % 2) for place, one in enumerate(digits)]
    return sum(one - 9 if one > 9 else one for one in doubled) % 10 == 0


def test_no_text_is_copied_from_the_shared_documents() -> None:
    theirs = shared_shingles()
    facts = {shingle for fact in FACTS for shingle in shingles(fact)}

    found = {
        f"{path}: {shingle}"
        for path, text in texts().items()
        if path != "LICENSE" and not path.startswith(("requirements/", "package-lock"))
        for shingle in shingles(text)
        if shingle in theirs and shingle not in facts
    }

    assert sorted(found) == []


@cache
def shared_shingles() -> frozenset[str]:
    """Return every run of eight words in the seeds and in the real documents."""
    if not SHARED.is_dir():
        pytest.skip("Left out: the shared documents are not beside this checkout.")
    documents = [*SHARED.glob("seeds/*.txt"), *SHARED.glob("real/*/**/*.txt")]
    return frozenset(
        shingle for path in documents for shingle in shingles(path.read_text(encoding="utf-8"))
    )


def shingles(text: str) -> list[str]:
    words = [word for word in WORD.findall(text.casefold()) if not word.isdigit()]
    return [" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)]


@pytest.mark.django_db
def test_no_migration_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=1)

    assert "No changes detected" in capsys.readouterr().out


def test_invented_persons_are_not_named_in_the_shared_documents() -> None:
    if not SHARED.is_dir():
        pytest.skip("left out: ../shared is not here")
    invented = tomllib.loads((ROOT / "packs/se-dalarna-demo/persons.toml").read_text("utf-8"))
    documents = [*SHARED.glob("seeds/*.txt"), *SHARED.glob("real/*/**/*.txt")]
    told = "\n".join(path.read_text(encoding="utf-8") for path in documents)

    names = [person["name"] for person in invented["persons"]]

    assert names
    assert [name for name in names if name in told] == []

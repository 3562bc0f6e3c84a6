"""The documentation says what the code does.

Seen red: a model without a glossary line, a setting nobody described, a described setting nobody
reads, a command in a how-to that does not exist, a record missing from the index, a broken link,
and a changed access table were each reported.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import get_commands

from tests.architecture import made_pages
from tests.architecture.tree import ROOT, modules, strings

DOCS = ROOT / "docs"
SETTING = re.compile(r"SAMKLANG_[A-Z_]+")
FENCED = re.compile(r"^```(?:sh|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def commands() -> list[tuple[str, str, str]]:
    """Return page, program and first word of every command that a page shows."""
    found = []
    for page in PAGES:
        for block in FENCED.findall(read(page)):
            for line in block.splitlines():
                shown = re.search(r"(?:^|\s|/)(make|samklang) ([a-z][\w-]*)", f" {line}")
                if shown:
                    found.append((page.name, shown[1], shown[2]))
    return found


def our_commands() -> set[str]:
    return {name for name, app in get_commands().items() if app.startswith("samklang.")}


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z][\w-]*):", read(ROOT / "Makefile"), re.MULTILINE))


def test_every_model_is_in_the_glossary_with_the_users_word() -> None:
    glossary = read(DOCS / "glossary.md")
    ours = [m for m in apps.get_models() if m.__module__.startswith("samklang.")]

    missing = [m.__name__ for m in ours if not re.search(rf"\*\*{m.__name__}\*\* \(", glossary)]

    assert missing == []


def test_the_glossary_has_no_model_that_is_gone() -> None:
    models = read(DOCS / "glossary.md").split("## Words that are not models")[0]
    named = set(re.findall(r"^\*\*(\w+)\*\* \(", models, re.MULTILINE))
    ours = {m.__name__ for m in apps.get_models() if m.__module__.startswith("samklang.")}

    assert named - ours == set()


def test_the_settings_page_has_what_is_read_and_nothing_else() -> None:
    used = {
        name
        for _path, tree in modules()
        for text in strings(tree)
        for name in SETTING.findall(str(text.value))
    }
    described = set(
        re.findall(r"^\| `(SAMKLANG_\w+)`", read(DOCS / "reference" / "settings.md"), re.MULTILINE)
    )

    assert described == {name.removesuffix("_FILE") for name in used}


def test_the_commands_page_has_every_command() -> None:
    page = read(DOCS / "reference" / "commands.md")

    undescribed = [f"samklang {name}" for name in our_commands() if f"`samklang {name}" not in page]
    undescribed += [f"make {name}" for name in make_targets() if f"`make {name}`" not in page]

    assert sorted(undescribed) == []


@pytest.mark.parametrize(("page", "program", "word"), commands())
def test_every_command_in_the_docs_exists(page: str, program: str, word: str) -> None:
    known = make_targets() if program == "make" else set(get_commands())

    assert word in known, page


@pytest.mark.parametrize("page", sorted(made_pages.PAGES))
def test_the_made_pages_are_fresh(page: str) -> None:
    assert read(DOCS / "reference" / page) == made_pages.PAGES[page](), "run: make docs"


def test_every_decision_is_in_the_index_and_has_its_parts() -> None:
    records = sorted(path.name for path in (DOCS / "adr").glob("[0-9]*.md"))
    index = read(DOCS / "adr" / "README.md")

    assert len({name[:4] for name in records}) == len(records)
    assert [name for name in records if f"({name})" not in index] == []
    for name in records:
        for part in ("## Context", "## Decision", "## Consequences"):
            assert part in read(DOCS / "adr" / name), name


def test_every_decision_named_in_the_code_exists() -> None:
    named = {
        number
        for path in (ROOT / "src").rglob("*.py")
        for number in re.findall(r"ADR (\d{4})", read(path))
    }

    assert {one for one in named if not list((DOCS / "adr").glob(f"{one}-*.md"))} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    dead = [link for link in LINK.findall(read(page)) if not (page.parent / link).exists()]

    assert dead == []

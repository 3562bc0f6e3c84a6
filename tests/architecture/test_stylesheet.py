"""A style sheet is small, and holds nothing that no page uses.

Seen red: a class that no template has, a class in a template that has no rule, and a file of
more than five hundred lines were each reported.
"""

from __future__ import annotations

import gzip
import re

import pytest

from tests.architecture.tree import SOURCE, modules, strings, templates

SHEETS = {path.name: path.read_text(encoding="utf-8") for path in SOURCE.rglob("static/**/*.css")}
STYLE = "\n".join(SHEETS.values())
LINES, COMPRESSED = 500, 10_000
# What is written in front of a status, a matrix mark or a tick; the rest is worked out.
WORKED_OUT = ("st--", "c-", "v-", "tick--", "toc--", "answers__", "hm--", "yearmark--")
# Names in a template that no rule needs: a place for a script or a test to find.
UNSTYLED = {"row"}
# The names that the editor gives its own parts.
BY_THE_EDITOR = {"selectedCell"}


def rules() -> str:
    bare = re.sub(r"/\*.*?\*/|url\([^)]*\)|\"[^\"]*\"", "", STYLE, flags=re.DOTALL)
    return re.sub(r"@layer [^;{]*;", "", bare)


def styled() -> set[str]:
    return set(re.findall(r"\.([a-z][\w-]*)", rules()))


def words_of_the_source() -> set[str]:
    code = " ".join(str(text.value) for _path, tree in modules() for text in strings(tree))
    scripts = " ".join(path.read_text("utf-8") for path in SOURCE.rglob("*.js"))
    return set(re.findall(r"[a-z][\w-]*", " ".join([code, scripts, *templates().values()])))


def classes_of_the_templates() -> set[str]:
    """Return the class names that are written out, without what a tag works out."""
    found: set[str] = set()
    for path, text in templates().items():
        if path.endswith(".html"):
            for written in re.findall(r'\sclass="((?:[^"{]|{[{%].*?[}%]})*)"', text):
                found |= set(re.sub(r"\S*{{.*?}}\S*|{%.*?%}", " ", written).split())
    return found


@pytest.mark.parametrize("name", SHEETS)
def test_a_style_sheet_is_small(name: str) -> None:
    assert len(SHEETS[name].splitlines()) < LINES
    assert len(gzip.compress(SHEETS[name].encode(), 9)) < COMPRESSED


@pytest.mark.slow
def test_no_rule_is_without_a_page() -> None:
    unused = {
        name
        for name in styled() - words_of_the_source() - BY_THE_EDITOR
        if not name.startswith(WORKED_OUT)
    }

    assert unused == set()


def test_no_class_is_without_a_rule() -> None:
    assert classes_of_the_templates() - styled() - UNSTYLED == set()

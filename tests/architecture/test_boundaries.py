"""Contexts depend downward, meet at their front doors, and have the same floors.

Seen red: `from samklang.portal import frame` in agreements/queries.py breaks the layers;
`from samklang.organizations.models import Role` in agreements/queries.py breaks the doors.
"""

from __future__ import annotations

import ast
from functools import cache

import grimp
import pytest
from importlinter.api import read_configuration
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.architecture.tree import ROOT, SOURCE, modules

# `common` has no subject of its own, and everybody may know what a user is.
OPEN_TO_ALL = {"common", "accounts"}
# Received files are read in a process without Django, where an api (which has models) cannot be
# imported; so the extractor is a door of its own. The test below holds it to that.
WITHOUT_DJANGO = ("samklang.documents.extraction", "samklang.documents.sandbox")


@cache
def imports() -> grimp.ImportGraph:
    return grimp.build_graph("samklang", cache_dir=None)


def context_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def test_the_contracts_are_kept(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)

    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_every_context_has_the_contract_about_floors() -> None:
    contracts = read_configuration(str(ROOT / "pyproject.toml"))["contracts_options"]
    floors = next(one for one in contracts if one["name"] == "Every context has the same floors")
    contexts = {f"samklang.{path.parent.name}" for path in SOURCE.glob("*/apps.py")}

    assert set(floors["containers"]) == contexts - {"samklang.common"}


def test_contexts_meet_only_at_their_front_doors() -> None:
    trespasses = [
        f"{importer} -> {imported}"
        for imported in sorted(imports().modules)
        for importer in sorted(imports().find_modules_that_directly_import(imported))
        if context_of(importer) != context_of(imported)
        and context_of(imported) not in {*OPEN_TO_ALL, ""}
        and imported.split(".")[2:] != ["api"]
        and not imported.startswith(WITHOUT_DJANGO)
    ]

    assert trespasses == []


def test_what_reads_strangers_files_needs_no_django() -> None:
    known = imports()
    inner = [one for one in known.modules if one.startswith(WITHOUT_DJANGO)]
    reached = {one for start in inner for one in known.find_upstream_modules(start)} | set(inner)
    paths = {one.removeprefix("samklang.").replace(".", "/") + ".py" for one in reached}

    with_django = [
        path
        for path, tree in modules()
        if path in paths
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("django")
    ]

    assert with_django == []


def test_a_front_door_is_a_list_of_promises() -> None:
    """An api module re-exports; what it does is done elsewhere."""
    doing = [
        path
        for path, tree in modules()
        if path.count("/") == 1 and path.endswith("/api.py")
        for node in tree.body
        if type(node).__name__ not in {"Expr", "ImportFrom", "Assign"}
    ]

    assert doing == []

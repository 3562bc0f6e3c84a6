"""Contexts depend downward, meet at their front doors, and have the same floors.

Seen red: `from samklang.portal import frame` in agreements/queries.py breaks the layers;
`from samklang.organizations.models import Role` in agreements/queries.py breaks the doors.
"""

from __future__ import annotations

from functools import cache

import grimp
import pytest
from importlinter.api import read_configuration
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.architecture.tree import ROOT, SOURCE, modules

# `common` has no subject of its own, and everybody may know what a user is.
OPEN_TO_ALL = {"common", "accounts"}
# What runs in the process that reads received files has no Django, so it cannot come in by an
# api, which has models; the extractor is a door of its own. A test below holds them to that.
LIMITED = ("samklang.documents.extraction", "samklang.inventories.sandboxed")


@cache
def imports() -> grimp.ImportGraph:
    return grimp.build_graph("samklang", include_external_packages=True, cache_dir=None)


def is_for_the_limited_process(importer: str, imported: str) -> bool:
    return imported.startswith(LIMITED) and not imports().chain_exists(importer, "django")


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
        if imported.startswith("samklang")
        for importer in sorted(imports().find_modules_that_directly_import(imported))
        if context_of(importer) != context_of(imported)
        and context_of(imported) not in {*OPEN_TO_ALL, ""}
        and imported.split(".")[2:] != ["api"]
        and not is_for_the_limited_process(importer, imported)
    ]

    assert trespasses == []


def test_what_reads_received_files_needs_no_django() -> None:
    inside = [one for one in imports().modules if one.startswith(LIMITED)]

    assert [one for one in inside if imports().chain_exists(one, "django")] == []


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

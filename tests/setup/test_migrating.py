"""A migration is noted in the transaction that applies it: there is no moment in between.

Seen red: with Django's own executor, the note is written after the tables are committed; with
Django's own state, and with one that forgets what waits to be made anew; with a new field that
makes nothing anew the column is missing, with all classes made before code asks for one it is told.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.core.management import get_commands
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations import RunPython
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import StateApps
from django.db.models import CASCADE, ForeignKey, Index
from pytest_django import DjangoDbBlocker

from samklang.config.database import sqlite
from samklang.setup.migrating import LightState, OnePieceExecutor
from tests.installation import Installation

pytestmark = pytest.mark.slow


class Killed(BaseException):
    """Stands for a kill at a certain moment."""


@pytest.fixture
def empty(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[BaseDatabaseWrapper]:
    """An empty database under a name of its own, since transactions go by names."""
    made = connections.settings["default"] | sqlite(tmp_path / "a.sqlite3")
    connections.settings["empty"] = made
    with django_db_blocker.unblock():
        yield connections["empty"]
        connections["empty"].close()
    del connections["empty"]
    del connections.settings["empty"]


def migrate(executor: MigrationExecutor) -> None:
    executor.migrate([("library", "0001_initial")])


def killed_at_the_note(
    executor: MigrationExecutor, monkeypatch: pytest.MonkeyPatch, app: str
) -> None:
    note = executor.record_migration

    def kill(migration: Any) -> None:
        if migration.app_label == app:
            raise Killed
        note(migration)  # type: ignore[call-arg]  # as it is called

    with monkeypatch.context() as patch:
        patch.setattr(executor, "record_migration", kill)
        with pytest.raises(Killed):
            migrate(executor)


def test_a_migration_killed_before_its_note_is_made_again(
    empty: BaseDatabaseWrapper, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_at_the_note(OnePieceExecutor(empty), monkeypatch, "library")
    empty.close()

    migrate(OnePieceExecutor(empty))

    assert "library_area" in empty.introspection.table_names()


def test_what_runs_in_a_migration_is_given_classes_that_fit_together(
    empty: BaseDatabaseWrapper,
) -> None:
    """An index on what others point at makes no class of theirs anew, until code asks for them."""
    state = OnePieceExecutor(empty).loader.project_state(("agreements", "0001_initial"))
    state = LightState(state.models, state.real_apps)
    before = state.apps.get_model("agreements", "Agreement")
    state.add_index("library", "area", Index(fields=["name"], name="by_name"))
    found: list[Any] = []

    def code(apps: Any, _editor: object) -> None:
        area, agreement = (
            apps.get_model("library", "Area"),
            apps.get_model("agreements", "Agreement"),
        )
        found.append(agreement(area=area()))

    assert state.apps.get_model("agreements", "Agreement") is before
    RunPython(code).database_forwards("agreements", empty.schema_editor(), state.clone(), state)
    assert not isinstance(found[0], before)


def test_a_new_link_to_another_model_makes_its_own_class_anew_and_no_other(
    empty: BaseDatabaseWrapper,
) -> None:
    state = OnePieceExecutor(empty).loader.project_state(("agreements", "0001_initial"))
    state = LightState(state.models, state.real_apps)
    area, agreement = (
        state.apps.get_model("library", "Area"),
        state.apps.get_model("agreements", "Agreement"),
    )

    link = ForeignKey("agreements.Agreement", CASCADE, null=True, related_name="+")
    state.add_field("library", "area", "leads_to", link, preserve_default=True)

    assert state.apps.get_model("library", "Area") is not area
    assert state.apps.get_model("library", "Area")._meta.get_field("leads_to")
    assert state.apps.get_model("agreements", "Agreement") is agreement


def test_code_that_asks_for_no_class_makes_none(empty: BaseDatabaseWrapper) -> None:
    state = OnePieceExecutor(empty).loader.project_state(("library", "0001_initial"))
    state = LightState(state.models, state.real_apps)
    assert state.apps.ready
    state.add_index("library", "area", Index(fields=["name"], name="by_name"))
    ran: list[bool] = []

    def code(apps: Any, _editor: object) -> None:
        ran.append(apps._wrapped is not None and not isinstance(apps._wrapped, StateApps))

    RunPython(code).database_forwards("library", empty.schema_editor(), state.clone(), state)

    assert ran == [True]


PLAINLY = """
from django.core.management import call_command
from django.core.management.commands.migrate import Command
call_command(Command(), verbosity=0)
"""


@pytest.mark.evidence
def test_the_tables_are_to_the_letter_those_that_django_itself_makes(tmp_path: Path) -> None:
    """Django’s own way takes seconds more, which is why this is evidence."""
    ours, plain = (Installation(tmp_path / name) for name in ("ours", "plain"))
    for one in (ours, plain):
        one.folder.mkdir()

    ours.done("migrate", "-v0")
    plain.done("shell", "-v0", "-c", PLAINLY)

    assert len(made_by(plain)) > 400
    assert made_by(ours) == made_by(plain)


def made_by(one: Installation) -> list[tuple[str, str]]:
    """Return the name of each table, index and trigger, and the statement that made it."""
    with closing(sqlite3.connect(one.sqlite)) as opened:
        made = opened.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    # What the index needs is put there by our own command, after the migrations.
    return [row for row in made if not row[0].startswith("search_")]


def test_the_command_does_it_so() -> None:
    assert get_commands()["migrate"] == "samklang.setup"

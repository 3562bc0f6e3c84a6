"""Triggers that keep what was locked as it was, on both databases and past our own code.

They stand on what the locked text is made of (`sealing.py`). A migration that remakes one of the
tables would stumble on them, so that they step aside for every migration and come back after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from samklang.meetings.lifecycle import MinutesState

SAYING = "minutes that are locked are never changed"
_LOCKED = (
    "SELECT 1 FROM meetings_minutes "  # noqa: S608  # our own names
    f"WHERE state = '{MinutesState.LOCKED}' AND meeting_id ="
)
_OF_ITEM = "(SELECT meeting_id FROM meetings_agendaitem WHERE id = OLD.item_id)"


@dataclass(frozen=True, slots=True)
class _Guarded:
    """A table, how its row is found to be of locked minutes, and which columns they state."""

    table: str
    meeting: str
    columns: tuple[str, ...] = ()

    @property
    def is_locked(self) -> str:
        return f"EXISTS ({_LOCKED} {self.meeting})"

    @property
    def acts(self) -> tuple[str, str]:
        of = f" OF {', '.join(self.columns)}" if self.columns else ""
        return f"UPDATE{of}", "DELETE"


_GUARDED = (
    _Guarded("meetings_minutes", "OLD.meeting_id"),
    _Guarded(
        "meetings_meeting",
        "OLD.id",
        ("body_id", "date", "start_time", "end_time", "place", "chair", "secretary"),
    ),
    _Guarded(
        "meetings_agendaitem",
        "OLD.meeting_id",
        ("meeting_id", "position", "number", "letter", "title", "text", "outcome"),
    ),
    # Its decision may be another: the locked text does not say which.
    _Guarded(
        "meetings_decisionclause",
        _OF_ITEM,
        ("item_id", "position", "proposed", "wording", "is_standard"),
    ),
    _Guarded("meetings_personalnote", _OF_ITEM),
    _Guarded("meetings_presenter", _OF_ITEM),
    _Guarded("meetings_attendance", "OLD.meeting_id"),
)


def _name(one: _Guarded, act: str) -> str:
    return f"{one.table}_locked_{act.split(maxsplit=1)[0].lower()}"


def aside(vendor: str) -> Iterator[str]:
    """Yield what takes every guard away, also where there is none."""
    for one in _GUARDED:
        if vendor == "postgresql":
            yield f"DROP FUNCTION IF EXISTS {one.table}_refuse() CASCADE"
            continue
        yield from (f"DROP TRIGGER IF EXISTS {_name(one, act)}" for act in one.acts)


def back(vendor: str) -> Iterator[str]:
    """Yield what puts every guard in place."""
    for one in _GUARDED:
        if vendor == "postgresql":
            yield _refusing(one)
        for act in one.acts:
            head = f"CREATE TRIGGER {_name(one, act)} BEFORE {act} ON {one.table} "
            if vendor == "postgresql":
                yield f"{head} FOR EACH ROW EXECUTE FUNCTION {one.table}_refuse()"
            else:
                yield f"{head} WHEN {one.is_locked} BEGIN SELECT RAISE(ABORT, '{SAYING}'); END"


def _refusing(one: _Guarded) -> str:
    return f"""
    CREATE FUNCTION {one.table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF {one.is_locked} THEN
            RAISE EXCEPTION '{SAYING}' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    END $$
    """


def put_guards(database: BaseDatabaseWrapper) -> None:
    """Put them in place, where all the tables are."""
    if {one.table for one in _GUARDED} <= set(database.introspection.table_names()):
        _run(database, (*aside(database.vendor), *back(database.vendor)))


def take_guards_away(database: BaseDatabaseWrapper) -> None:
    _run(database, aside(database.vendor))


@contextmanager
def guards_aside() -> Iterator[None]:
    """Let what is locked be taken away within the transaction, as the invented meetings are."""
    take_guards_away(connection)
    yield
    # PostgreSQL puts nothing on a table of which something is yet to be looked at.
    connection.check_constraints()
    put_guards(connection)


def _run(database: BaseDatabaseWrapper, statements: Iterator[str] | tuple[str, ...]) -> None:
    with database.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)

"""Triggers that keep the record from being changed: an entry is written once, on both databases."""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "audit_entry"
SAYING = "an audit entry is never changed"

_SQLITE = tuple(
    f"CREATE TRIGGER audit_entry_no_{act.lower()} BEFORE {act} ON {TABLE} "
    f"BEGIN SELECT RAISE(ABORT, '{SAYING}'); END"
    for act in ("UPDATE", "DELETE")
)
_REFUSE = f"""
CREATE FUNCTION audit_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '{SAYING}' USING ERRCODE = 'integrity_constraint_violation';
END $$
"""
_NO_CHANGE = f"""
CREATE TRIGGER audit_entry_no_change BEFORE UPDATE OR DELETE ON {TABLE}
FOR EACH ROW EXECUTE FUNCTION audit_entry_refuse()
"""
_NO_TRUNCATE = f"""
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON {TABLE}
FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_refuse()
"""
_POSTGRESQL = (_REFUSE, _NO_CHANGE, _NO_TRUNCATE)
TAKE_AWAY = {
    "sqlite": (
        "DROP TRIGGER IF EXISTS audit_entry_no_update",
        "DROP TRIGGER IF EXISTS audit_entry_no_delete",
    ),
    "postgresql": ("DROP FUNCTION IF EXISTS audit_entry_refuse() CASCADE",),
}
GUARDS = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}
_ASK = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass "
    "AND NOT tgisinternal AND tgenabled = 'O'",
}


def put_guards(connection: BaseDatabaseWrapper) -> None:
    _run(connection, GUARDS[connection.vendor])


def take_guards_away(connection: BaseDatabaseWrapper) -> None:
    _run(connection, TAKE_AWAY[connection.vendor])


def is_guarded(connection: BaseDatabaseWrapper) -> bool:
    """Whether both triggers are there: a later migration that remakes the table drops them."""
    with connection.cursor() as cursor:
        cursor.execute(_ASK[connection.vendor], [TABLE])
        return len(cursor.fetchall()) == len(("change", "removal"))


def _run(connection: BaseDatabaseWrapper, statements: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)

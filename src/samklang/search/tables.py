"""Where the words lie, and how the database notes by itself what has changed.

SQLite has a contentless FTS5 table beside the documents, PostgreSQL a `tsvector` in them. Both
hold the same words, which are made in Python, and both note changes by triggers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from django.db.backends.base.base import BaseDatabaseWrapper

from samklang.search.models import Kind

_FTS5 = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5(title, gist, body, parts, "
    "content='', tokenize='unicode61 remove_diacritics 0')"
)
WORDS = {
    "sqlite": (_FTS5,),
    "postgresql": (
        "ALTER TABLE search_document ADD COLUMN IF NOT EXISTS words tsvector",
        "CREATE INDEX IF NOT EXISTS search_words ON search_document USING gin (words)",
    ),
}
TAKE_AWAY = {
    "sqlite": ("DROP TABLE IF EXISTS search_words",),
    "postgresql": (
        "ALTER TABLE search_document DROP COLUMN IF EXISTS words",
        "DROP FUNCTION IF EXISTS search_note() CASCADE",
    ),
}


class Watched(NamedTuple):
    """A table whose changes are noted, as a kind and the column that says which."""

    table: str
    kind: str
    column: str = "id"
    # Which columns matter when a row is changed; all of them when none is named.
    of: str = ""


WATCHED = (
    Watched("texts_section", Kind.SECTION),
    Watched("texts_commitment", Kind.COMMITMENT),
    Watched("texts_answer", Kind.ANSWER),
    Watched("agreements_agreement", Kind.AGREEMENT, of="title, area_id, undone_at"),
    Watched("agreements_party", Kind.AGREEMENT, "agreement_id"),
    Watched("agreements_diarynumber", Kind.AGREEMENT, "agreement_id"),
    Watched("library_area", Kind.AREA),
    Watched("library_clause", Kind.CLAUSE),
    Watched("library_clauseversion", Kind.CLAUSE, "clause_id"),
    Watched("library_provision", Kind.LAW),
    Watched("library_wording", Kind.LAW, "provision_id"),
    Watched("organizations_organization", Kind.ORGANIZATION),
    Watched("organizations_body", Kind.BODY),
    Watched("organizations_charter", Kind.BODY, "body_id"),
    Watched("meetings_meeting", Kind.MEETING, of="body_id, date, place, chair, secretary"),
    Watched("meetings_matter", Kind.MATTER),
    Watched("meetings_agendaitem", Kind.ITEM, of="title, text"),
    Watched("meetings_presenter", Kind.ITEM, "item_id"),
    Watched("meetings_decisionclause", Kind.MINUTES, "item_id"),
    Watched("meetings_personalnote", Kind.MINUTES, "item_id"),
    Watched("decisions_decision", Kind.DECISION),
)
_FUNCTION = """
CREATE OR REPLACE FUNCTION search_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_pending (kind, source_id)
    VALUES (TG_ARGV[0], (to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END)
                         ->> TG_ARGV[1])::bigint);
    RETURN NULL;
END $$
"""


def trigger_names() -> set[str]:
    return {_name(one, act) for one in WATCHED for act in ("insert", "update", "delete")}


def trigger_statements(connection: BaseDatabaseWrapper) -> Iterator[str]:
    """Yield what puts every trigger in place, also where a remade table has lost its own."""
    on_postgres = connection.vendor == "postgresql"
    if on_postgres:
        yield _FUNCTION
    for one in WATCHED:
        for act in ("insert", "update", "delete"):
            place = f"ON {one.table}" if on_postgres else ""
            yield f"DROP TRIGGER IF EXISTS {_name(one, act)} {place}"
            yield _on_postgres(one, act) if on_postgres else _on_sqlite(one, act)


def _name(one: Watched, act: str) -> str:
    return f"search_{one.table}_{act}"


def _when(one: Watched, act: str) -> str:
    return f"UPDATE OF {one.of}" if act == "update" and one.of else act.upper()


def _on_sqlite(one: Watched, act: str) -> str:
    row = "OLD" if act == "delete" else "NEW"
    return (
        f"CREATE TRIGGER {_name(one, act)} AFTER {_when(one, act)} ON {one.table} BEGIN "  # noqa: S608  # our own names
        f"INSERT INTO search_pending (kind, source_id) VALUES ('{one.kind}', {row}.{one.column}); "
        "END"
    )


def _on_postgres(one: Watched, act: str) -> str:
    return (
        f"CREATE TRIGGER {_name(one, act)} AFTER {_when(one, act)} ON {one.table} "
        f"FOR EACH ROW EXECUTE FUNCTION search_note('{one.kind}', '{one.column}')"
    )


def note_all(one: Watched) -> str:
    """Return what notes everything that a table holds already."""
    return (
        f"INSERT INTO search_pending (kind, source_id) SELECT '{one.kind}', {one.column} "  # noqa: S608  # our own names
        f"FROM {one.table}"
    )

"""Everything that changes a shared clause; no wording that stands is ever changed."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.html import escape

from samklang.audit.api import record
from samklang.common.lifecycle import MoveNotAllowed
from samklang.common.rows import put_row
from samklang.documents.api import clean_markup
from samklang.library.known_clauses import KnownClause, KnownVersion, WrittenClause
from samklang.library.models import Area, Clause, ClauseVersion
from samklang.organizations.api import Acting


class Withdrawn(MoveNotAllowed):
    """Somebody else has withdrawn the clause, or brought it back, in the meantime."""


class Reworded(MoveNotAllowed):
    """Somebody else has given the clause a wording that the writer had not seen."""


@transaction.atomic
def add_clause(written: WrittenClause, *, partnership_id: int, by: Acting) -> Clause:
    clause = Clause.objects.create(
        partnership_id=partnership_id, purpose=written.purpose, added_by=by.user
    )
    clause.areas.set(written.areas)
    _add_version(clause, written, number=1, by=by)
    _record("clause.added", clause, by=by, what=written.heading)
    return clause


@transaction.atomic
def change_clause(clause: Clause, written: WrittenClause, *, by: Acting, seen: int) -> Clause:
    """Say anew what it is for, and give it another version where it reads otherwise.

    Raises Reworded when there is a newer version than the one that the writer saw.
    """
    held = Clause.objects.select_for_update().get(pk=clause.pk)
    _require_withdrawn(held, expected=False)
    newest = held.newest
    if newest.number != seen:
        raise Reworded(f"clause {held.pk} is at version {newest.number}, not {seen}")
    if _is_described_anew(held, written):
        held.purpose = written.purpose
        held.save(update_fields=["purpose"])
        held.areas.set(written.areas)
        _record("clause.described", held, by=by, what=newest.heading)
    if (newest.heading, newest.body) != (written.heading, written.body):
        _add_version(held, written, number=seen + 1, by=by)
        _record("clause.reworded", held, by=by, what=written.heading, number=seen + 1)
    return held


@transaction.atomic
def withdraw_clause(clause: Clause, *, reason: str, by: Acting) -> Clause:
    """Offer it to no text any longer; those that use it read as they did."""
    held = Clause.objects.select_for_update().get(pk=clause.pk)
    _require_withdrawn(held, expected=False)
    held.withdrawn_at, held.withdrawn_reason = timezone.now(), reason
    held.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    _record("clause.withdrawn", held, by=by, what=held.newest.heading, reason=reason)
    return held


@transaction.atomic
def bring_back_clause(clause: Clause, *, by: Acting) -> Clause:
    held = Clause.objects.select_for_update().get(pk=clause.pk)
    _require_withdrawn(held, expected=True)
    held.withdrawn_at, held.withdrawn_reason = None, ""
    held.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    _record("clause.brought_back", held, by=by, what=held.newest.heading)
    return held


def _require_withdrawn(clause: Clause, *, expected: bool) -> None:
    if clause.is_withdrawn is not expected:
        raise Withdrawn(f"clause {clause.pk} is {'not ' if expected else ''}withdrawn")


def put_clause(
    partnership_id: int, known: KnownClause, *, areas: dict[str, Area], position: int
) -> tuple[Clause, bool]:
    """Put the pack's clause there, and those of its versions that are not there yet.

    Where the county has written a wording of its own, the pack's later ones stay out.
    """
    clause, changed = put_row(
        Clause.objects.all(),
        key={"partnership_id": partnership_id, "code": known.code},
        values={"purpose": known.purpose, "position": position},
    )
    wanted = {areas[code] for code in known.areas}
    if set(clause.areas.all()) != wanted:
        clause.areas.set(wanted)
        changed = True
    there = list(clause.versions.values_list("pack_number", flat=True))
    if None in there:
        return clause, changed
    for number, version in enumerate(known.versions[len(there) :], start=len(there) + 1):
        _put_version(clause, version, number)
        changed = True
    return clause, changed


def _put_version(clause: Clause, known: KnownVersion, number: int) -> None:
    body = "".join(f"<p>{escape(one)}</p>" for one in known.body)
    ClauseVersion.objects.create(
        clause=clause,
        number=number,
        pack_number=number,
        heading=known.heading,
        body=clean_markup(body),
        from_date=known.from_date,
    )


def _add_version(clause: Clause, written: WrittenClause, *, number: int, by: Acting) -> None:
    ClauseVersion.objects.create(
        clause=clause,
        number=number,
        heading=written.heading,
        body=written.body,
        from_date=written.from_date,
        source=written.source,
        saved_by=by.user,
        saved_for=by.organization,
    )


def _is_described_anew(clause: Clause, written: WrittenClause) -> bool:
    return clause.purpose != written.purpose or set(clause.areas.all()) != set(written.areas)


def _record(verb: str, clause: Clause, *, by: Acting, **details: object) -> None:
    record(
        verb,
        clause,
        by=by.user,
        partnership_id=clause.partnership_id,
        organization_id=by.organization.pk if by.organization else None,
        **details,
    )

"""The clauses that somebody may read, and those of them that are asked for."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from samklang.audit.api import Entry, history
from samklang.documents.api import passages, plain
from samklang.library.models import Clause, ClauseVersion
from samklang.organizations.api import Acting


def clauses(acting: Acting, partnership_id: int) -> list[Clause]:
    """Return the county's clauses with their versions; four statements however many there are."""
    there = Clause.objects.visible_to(acting).filter(partnership=partnership_id)
    return list(there.with_versions())


def chosen(found: Iterable[Clause], *, words: str, area_id: int | None) -> list[Clause]:
    """Return those that say the words somewhere and suit the area, the withdrawn ones last."""
    asked = words.casefold().split()
    suited = (one for one in found if area_id is None or one.suits(area_id))
    return sorted((one for one in suited if _says(one, asked)), key=lambda one: one.is_withdrawn)


def _says(clause: Clause, asked: list[str]) -> bool:
    newest = clause.newest
    text = f"{newest.heading} {plain(passages(newest.body))} {clause.purpose}".casefold()
    return all(word in text for word in asked)


def find_clause(acting: Acting, pk: int) -> Clause:
    there = Clause.objects.visible_to(acting).with_versions()
    return get_object_or_404(there.select_related("partnership"), pk=pk)


def clause_versions(partnership_id: int) -> QuerySet[ClauseVersion]:
    """Return every wording that a text of the county may have been taken from."""
    return ClauseVersion.objects.filter(clause__partnership=partnership_id).select_related("clause")


def newest_of(versions: Iterable[ClauseVersion]) -> dict[int, ClauseVersion]:
    """Return the newest wording of each of their clauses, by the clause."""
    found = ClauseVersion.objects.filter(clause__in={one.clause_id for one in versions})
    return {one.clause_id: one for one in found.select_related("clause").order_by("number")}


def clause_history(clause: Clause) -> QuerySet[Entry]:
    return history([clause])

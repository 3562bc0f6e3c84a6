"""What other contexts have that can be found: the words of each row, and who may see it.

Nobody reads what these return: they are for the index, which asks the wall at every question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any

from django.db import connection

from samklang.agreements.api import Agreement, Party
from samklang.common.lean import marks
from samklang.library.api import Area, Clause, ClauseVersion, Provision, Wording
from samklang.organizations.api import Organization
from samklang.search.analysis import plain
from samklang.search.models import Kind, Wall
from samklang.search.queries import meeting_sources
from samklang.search.queries.source import Ids, Source, chosen, each


def _parts(kind: str, table: str, title: str, *body: str) -> Callable[[Ids], Iterator[Source]]:
    """Return what reads a part of texts: each state of it, from when it stood until the next.

    Moments are handed on as the database has them; of some rows all states of their parts are read.
    """
    said = " || ' ' || ".join(f"one.{name}" for name in body)
    titled = f"one.{title}" if title else "''"
    every = _standing(f"{titled} AS title, {said} AS body", f"FROM {table} one")
    # From the rows to their parts, and from those to all states: never over a whole edition.
    of_some = _standing(
        f"{titled} AS title, {said} AS body",
        f"FROM (SELECT DISTINCT edition_id, key FROM {table} WHERE id IN ({{}})) part "  # noqa: S608  # our own names
        f"JOIN {table} one ON one.edition_id = part.edition_id AND one.key = part.key",
    )

    def read(ids: Ids) -> Iterator[Source]:
        found = _rows(every, ()) if ids is None else _rows(of_some.format(marks(ids)), list(ids))
        for pk, headed, text, edition, place, _is_removed, at, until in found:
            yield Source(kind, pk, headed, plain(text), Wall.EDITION, edition, place, at, until)

    return read


def _standing(says: str, states: str) -> str:
    """Ask for states that stood; one that was written over in the same moment never did."""
    return (
        "SELECT * FROM ("  # noqa: S608  # our own names
        f"SELECT one.id, {says}, one.edition_id, "
        "agreement.partnership_id, one.is_removed, one.saved_at, "
        "LEAD(one.saved_at) OVER (PARTITION BY one.edition_id, one.key ORDER BY one.id) AS until "
        f"{states} "
        "JOIN agreements_edition edition ON edition.id = one.edition_id "
        "JOIN agreements_agreement agreement ON agreement.id = edition.agreement_id "
        ") state WHERE NOT is_removed AND (until IS NULL OR until > saved_at) ORDER BY id"
    )


def _rows(statement: str, parameters: Sequence[int]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows without holding all of them."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(statement, parameters)
        while some := cursor.fetchmany(2000):
            yield from some


def _agreements(ids: Ids) -> Iterator[Source]:
    rows = chosen(Agreement.objects.standing(), ids).order_by("pk")
    named: dict[int, list[str]] = defaultdict(list)
    parties = chosen(Party.objects.order_by("agreement_id", "pk"), ids, "agreement")
    for pk, *names in parties.values_list(
        "agreement_id", "organization__name", "organization__short_name"
    ):
        named[pk] += names
    numbers = chosen(Agreement.objects.filter(diary_numbers__undone_at=None), ids)
    for pk, number in numbers.values_list("pk", "diary_numbers__number"):
        named[pk].append(number or "")
    shown = rows.values_list("pk", "title", "partnership_id", "area__name", "area__short_name")
    for pk, title, place, *area in each(shown):
        body = "\n".join([*area, *named[pk]])
        yield Source(Kind.AGREEMENT, pk, title, body, Wall.AGREEMENT, pk, place)


def _clauses(ids: Ids) -> Iterator[Source]:
    newest: dict[int, ClauseVersion] = {}
    versions = chosen(ClauseVersion.objects.order_by("number"), ids, "clause")
    for one in versions:
        newest[one.clause_id] = one
    rows = chosen(Clause.objects.order_by("-position", "pk"), ids)
    for pk, place, purpose in rows.values_list("pk", "partnership_id", "purpose"):
        if version := newest.get(pk):
            body = f"{plain(version.body)}\n{purpose}"
            yield Source(Kind.CLAUSE, pk, version.heading, body, Wall.PARTNERSHIP, place, place)


def _areas(ids: Ids) -> Iterator[Source]:
    for one in chosen(Area.objects.order_by("-position", "pk"), ids):
        said = (one.short_name, one.statutory_basis, one.target_group, *_translated(one))
        place = one.partnership_id
        yield Source(Kind.AREA, one.pk, one.name, "\n".join(said), Wall.PARTNERSHIP, place, place)


def _laws(ids: Ids) -> Iterator[Source]:
    wordings: dict[int, list[str]] = defaultdict(list)
    for one in chosen(Wording.objects.all(), ids, "provision"):
        wordings[one.provision_id] += (one.says, one.changes, one.quote, *_translated(one))
    provisions = Provision.objects.select_related("act", "book").order_by("-position", "pk")
    for one in chosen(provisions, ids):
        said = (one.act.name, one.act.number, *_translated(one), *wordings[one.pk])
        title = f"{one.citation} {one.about}"
        yield Source(
            Kind.LAW, one.pk, title, "\n".join(said), Wall.LAW_BOOK, one.book_id, one.book.country
        )


def _organizations(ids: Ids) -> Iterator[Source]:
    for one in chosen(Organization.objects.order_by("-position", "pk"), ids):
        others = (str(other.get("name", "")) for other in one.other_names)
        body, place = "\n".join((one.short_name, *others)), one.partnership_id
        yield Source(Kind.ORGANIZATION, one.pk, one.name, body, Wall.PARTNERSHIP, place, place)


def _translated(one: Any) -> Iterator[str]:
    """Yield what a pack says in other languages than its own."""
    for said in one.translations.values():
        yield from map(str, said.values())


# In the order that an index is made anew: of what is found alike, the last comes first.
SOURCES: dict[str, Callable[[Ids], Iterable[Source]]] = {
    Kind.ORGANIZATION: _organizations,
    Kind.LAW: _laws,
    Kind.BODY: meeting_sources.bodies,
    Kind.MINUTES: meeting_sources.minutes,
    Kind.MATTER: meeting_sources.matters,
    Kind.ITEM: meeting_sources.items,
    Kind.MEETING: meeting_sources.meetings,
    Kind.DECISION: meeting_sources.decisions,
    Kind.ANSWER: _parts(
        Kind.ANSWER, "texts_answer", "", "how", "by_municipality", "by_region", '"when"'
    ),
    Kind.COMMITMENT: _parts(Kind.COMMITMENT, "texts_commitment", "", "wording", "actor_words"),
    Kind.SECTION: _parts(Kind.SECTION, "texts_section", "heading", "body"),
    Kind.CLAUSE: _clauses,
    Kind.AREA: _areas,
    Kind.AGREEMENT: _agreements,
}


def touched_by(kind: str, ids: Collection[int]) -> dict[str, set[int]]:
    """Return what else says the names of what has changed."""
    if kind in (Kind.ITEM, Kind.MINUTES):
        return {Kind.ITEM: set(ids), Kind.MINUTES: set(ids)}
    if kind == Kind.BODY:
        return meeting_sources.named_by_body(ids)
    if kind == Kind.AREA:
        found = Agreement.objects.filter(area__in=list(ids))
    elif kind == Kind.ORGANIZATION:
        found = Agreement.objects.filter(parties__organization__in=list(ids))
    else:
        return {}
    return {Kind.AGREEMENT: set(found.order_by().values_list("pk", flat=True))}

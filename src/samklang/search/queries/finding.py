"""What is found: first the wall, then the counting, then the order; words are shown last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection

from samklang.common.lean import rows
from samklang.organizations.api import Acting
from samklang.search.analysis import Analysis
from samklang.search.models import Kind
from samklang.search.queries.reach import Reach, reach
from samklang.search.queries.showing import Hit, shown
from samklang.search.question import Question, Tier, begun

PAGE = 20
# What lies further down is found with a better question.
MOST_PAGES = 50


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what there is, and how much there is of each kind."""

    hits: tuple[Hit, ...] = ()
    counts: Mapping[str, int] | None = None
    kind: str = ""
    page: int = 1

    @property
    def total(self) -> int:
        """How much there is of all kinds."""
        return sum((self.counts or {}).values())

    @property
    def of_kind(self) -> int:
        return (self.counts or {}).get(self.kind, 0) if self.kind else self.total

    @property
    def page_count(self) -> int:
        return min(MOST_PAGES, max(1, -(-self.of_kind // PAGE)))


def find(
    acting: Acting, asked: Question, analysis: Analysis, *, kind: str = "", page: int = 1
) -> Found:
    """Return what the reader may see of it; whoever has no seat may see nothing."""
    if not asked or not acting.seats:
        return Found(kind=kind)
    engine = _Engine(asked, reach(acting))
    counts = engine.counts()
    longer = None if counts else begun(asked)
    if longer:
        asked, engine = longer, _Engine(longer, engine.reach)
        counts = engine.counts()
    found = Found(counts=counts, kind=kind)
    page = min(max(1, page), found.page_count)
    pairs = engine.page(kind, page) if found.of_kind else []
    hits = shown(acting, pairs, engine.reach, asked, analysis)
    return Found(tuple(hits), counts, kind, page)


class _Engine:
    """The statements about one question of one reader."""

    def __init__(self, asked: Question, reach: Reach) -> None:
        self._asked, self.reach = asked, reach
        self._wall, self._parameters = reach.condition, reach.parameters
        self._on_postgres = connection.vendor == "postgresql"

    def counts(self) -> dict[str, int]:
        asked = self._asked.everything(on_postgres=self._on_postgres)
        found = rows(
            f"SELECT d.kind, COUNT(*) {self._from} GROUP BY d.kind", [asked, *self._parameters]
        )
        counted = dict(found)
        return {kind: counted[kind] for kind in Kind.values if kind in counted}

    def page(self, kind: str, page: int) -> list[tuple[str, int]]:
        """Return the kinds and rows of one page, the best first and of those the newest."""
        last = page * PAGE
        found: list[tuple[str, int]] = []
        for tier in Tier:
            found += self._best(tier, kind, last - len(found))
            if len(found) >= last:
                break
        return found[last - PAGE : last]

    def _best(self, tier: Tier, kind: str, most: int) -> list[tuple[str, int]]:
        write = self._asked.for_postgres if self._on_postgres else self._asked.for_sqlite
        parameters: list[Any] = [write(tier), *self._parameters]
        only = ""
        if kind:
            only = "AND d.kind = %s"
            parameters.append(kind)
        newest = "d.id" if self._on_postgres else "w.rowid"
        return rows(
            f"SELECT d.kind, d.source_id {self._from} {only} ORDER BY {newest} DESC LIMIT {most}",
            parameters,
        )

    @property
    def _from(self) -> str:
        if self._on_postgres:
            return f"FROM search_document d WHERE d.words @@ %s::tsquery AND {self._wall}"
        return (
            "FROM search_words w CROSS JOIN search_document d ON d.id = w.rowid "
            f"WHERE w.search_words MATCH %s AND {self._wall}"
        )

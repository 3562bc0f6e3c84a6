"""What is found: first the wall, then the newest of each rank; words are shown last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
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
# What lies further down is found with a better question: it is not counted either.
MOST_PAGES = 25
MOST = PAGE * MOST_PAGES
# A kind, and the number that a row of it has where it lies.
Pair = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what there is, and how much there is: no more than can be turned to.

    Of each kind by itself only where everything is counted.
    """

    hits: tuple[Hit, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    total: int = 0
    of_kind: int = 0
    kind: str = ""
    page: int = 1

    @property
    def is_more(self) -> bool:
        """Whether there is more than what is counted."""
        return self.total > MOST

    @property
    def page_count(self) -> int:
        return max(1, -(-min(self.of_kind, MOST) // PAGE))


def find(
    acting: Acting, asked: Question, analysis: Analysis, *, kind: str = "", page: int = 1
) -> Found:
    """Return what the reader may see of it; whoever has no seat may see nothing."""
    if not asked or not acting.seats:
        return Found(kind=kind)
    engine = _Engine(asked, reach(acting))
    newest = engine.newest(Tier.ANYWHERE)
    longer = None if newest else begun(asked)
    if longer:
        asked, engine = longer, _Engine(longer, engine.reach)
        newest = engine.newest(Tier.ANYWHERE)
    of_kind = _only(kind, newest, engine)
    found = Found((), _counted(newest), len(newest), len(of_kind), kind)
    page = min(max(1, page), found.page_count)
    best = engine.best(of_kind, kind, page * PAGE)[(page - 1) * PAGE :]
    hits = shown(acting, best, engine.reach, asked, analysis)
    return Found(tuple(hits), found.counts, found.total, found.of_kind, kind, page)


def _only(kind: str, newest: list[Pair], engine: _Engine) -> list[Pair]:
    if kind and len(newest) > MOST:
        return engine.newest(Tier.ANYWHERE, kind)
    return [pair for pair in newest if pair[0] == kind] if kind else newest


def _counted(newest: list[Pair]) -> dict[str, int]:
    if len(newest) > MOST:
        return {}
    counted = Counter(kind for kind, _source_id in newest)
    return {kind: counted[kind] for kind in Kind.values if kind in counted}


class _Engine:
    """The statements about one question of one reader."""

    def __init__(self, asked: Question, reach: Reach) -> None:
        self._asked, self.reach = asked, reach
        self._on_postgres = connection.vendor == "postgresql"

    def best(self, newest: list[Pair], kind: str, most: int) -> list[Pair]:
        """Return the best of those, and of those alike the newest.

        What stands in a title is also in the gist, and that is anywhere: so each rank adds to the
        one before, and where the gist has nothing no title has.
        """
        gist = self.newest(Tier.GIST, kind, most) if newest else []
        titled = self.newest(Tier.TITLE, kind, most) if gist else []
        return list(dict.fromkeys((*titled, *gist, *newest[:most])))[:most]

    def newest(self, tier: Tier, kind: str = "", most: int = MOST + 1) -> list[Pair]:
        """Return what the reader may see of those who say it there, the newest first."""
        parameters: list[Any] = [self._asked.written(tier, on_postgres=self._on_postgres)]
        parameters += self.reach.parameters
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
        wall = self.reach.condition
        if self._on_postgres:
            return f"FROM search_document d WHERE d.words @@ %s::tsquery AND {wall}"
        return (
            "FROM search_words w CROSS JOIN search_document d ON d.id = w.rowid "
            f"WHERE w.search_words MATCH %s AND {wall}"
        )

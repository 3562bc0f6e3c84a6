"""What the page of searching shows beside the hits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlencode

from samklang.organizations.api import Acting
from samklang.search.models import Kind
from samklang.search.queries import MOST, Found, hints
from samklang.search.question import Question


class Facet(NamedTuple):
    """A kind, where only that is shown, and how much there is of it if all was counted."""

    label: str
    found: int | None
    url: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was found, and where one goes on from there."""

    text: str
    found: Found
    hints: tuple[tuple[str, str], ...] = ()

    @property
    def facets(self) -> tuple[Facet, ...]:
        """The kinds that there is something of; one kind alone is no choice.

        Where there is more than is counted, of any kind: all of them.
        """
        counts, chosen = self.found.counts, self.found.kind
        kinds = Kind.values if self.found.is_more else list(counts)
        if len({*kinds, chosen} - {""}) <= 1:
            return ()
        return tuple(
            Facet(str(Kind(kind).label), counts.get(kind), self._url(kind=kind), kind == chosen)
            for kind in kinds
        )

    @property
    def most(self) -> int:
        return MOST

    @property
    def url_of_all(self) -> str:
        return self._url()

    @property
    def previous(self) -> str:
        return self._turned(-1) if self.found.page > 1 else ""

    @property
    def next(self) -> str:
        return self._turned(1) if self.found.page < self.found.page_count else ""

    def _turned(self, by: int) -> str:
        return self._url(kind=self.found.kind, page=str(self.found.page + by))

    def _url(self, **more: str) -> str:
        asked = {"text": self.text, **{name: value for name, value in more.items() if value}}
        return f"?{urlencode(asked)}"


def search_page(acting: Acting, text: str, asked: Question, found: Found) -> SearchPage:
    """Return the page; words to try instead are looked for only when nothing was found."""
    tried = hints(acting, asked) if asked and not found.total else ()
    return SearchPage(text, found, tuple((word, f"?{urlencode({'text': word})}") for word in tried))

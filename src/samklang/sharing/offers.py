"""What can be shared: each context that stands above offers its own kinds here.

The pages of sharing know nothing of agreements or minutes. They ask the kind’s source, and every
later context gets the same form, preview, receipt and way to stop.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import Model, QuerySet
from django.http import Http404

from samklang.common.policy import Verdict
from samklang.organizations.api import Acting, Organization
from samklang.sharing.boundary import Opening


@dataclass(frozen=True, slots=True)
class Content:
    """One part of what the receivers will see, with its lines."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One thing as a list or a receipt tells of it."""

    # A noun for the thing in a sentence, as “the draft of edition 2”.
    noun: str
    name: str
    url: str
    # All parties may read it by now, whether it is shared or not.
    is_decided: bool
    # The organizations whose thing it is, whoever of them shared it.
    inside: frozenset[int]


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that somebody asks to share, as its own context tells of it."""

    kind: str
    noun: str
    name: str
    thing: Model
    url: str
    organization: Organization
    # Counts every change, so that nobody shares another text than the one they looked at.
    version: int
    verdict: Verdict
    contents: tuple[Content, ...] = ()


class Source(Protocol):
    """How a context offers one kind of thing; `slug` is its word in addresses."""

    kind: str
    slug: str

    def find(self, acting: Acting, pk: int) -> Offer:
        """Return the thing with what would be shared of it now, or answer 404."""

    def inside(self, organization_ids: Iterable[int]) -> QuerySet[Any, Any]:
        """Return the ids of the things that are the organizations' own, as a subquery."""

    def told(self, acting: Acting, pks: Iterable[int]) -> dict[int, Told]:
        """Return those of the things that the user may read, by their ids."""

    def lock(self, offer: Offer, *, seen: int) -> None:
        """Take the thing for writing; raise MoveNotAllowed when it is not as it was seen."""

    def as_read_by(self, acting: Acting, offer: Offer, opening: Opening) -> tuple[str, str]:
        """Return title and page content as `acting` would see them with the opening there."""


_SOURCES: dict[str, Source] = {}


def offer(source: Source) -> None:
    """Let things of the source’s kind be shared."""
    _SOURCES[source.kind] = source


def source_of(kind: str) -> Source:
    return _SOURCES[kind]


def sources() -> Iterable[Source]:
    return _SOURCES.values()


def source_by_slug(slug: str) -> Source:
    for source in _SOURCES.values():
        if source.slug == slug:
            return source
    raise Http404

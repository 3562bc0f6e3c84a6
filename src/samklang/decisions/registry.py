"""What a decision can do: each context that stands above registers its own kinds of effect here.

The pages of decisions know nothing of agreements or funds. They ask the kind for a form, for what
would change, and to do it in the decision's own transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from django.http import QueryDict
from django.utils.functional import Promise

from samklang.common.lifecycle import MoveNotAllowed
from samklang.common.numbers import whole
from samklang.common.policy import Verdict
from samklang.decisions.models import Decision, Effect
from samklang.organizations.api import Acting, Body, Deciding

Asked = Mapping[str, Any]


class Changed(MoveNotAllowed):
    """What the user was shown is not how it is any longer."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Which body decides, on which day, in which words."""

    body: Body
    on: date
    wording: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Touched:
    """One thing that the effect leaves as it is, and that stands otherwise because of it."""

    name: str
    url: str
    before: str
    after: str
    # What to do about it; nothing where all is well.
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that the effect changes: how it stands, and how it would."""

    name: str
    url: str
    before: str
    after: str
    touched: tuple[Touched, ...] = ()
    # What those are; what builds on it where nothing else is said.
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What would change. `seen` says which state of it all was looked at."""

    changes: tuple[Change, ...]
    seen: str
    # Why it cannot be done as it was asked.
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that an effect was asked to change, as the decision's page tells of it."""

    name: str
    url: str
    what: str


def version_seen(seen: str, pk: int) -> int:
    """Return which version of the thing was looked at, from “12-3”; raise if it was another."""
    there, _dash, written = seen.partition("-")
    version = whole(written)
    if there != str(pk) or version is None:
        raise Changed(f"{pk} is not as it was seen")
    return version


class EffectForm(Protocol):
    """What the kind has to ask: a Django form that can say what was answered, for JSON.

    An answer without anything in it asks for no effect.
    """

    cleaned_data: dict[str, Any]
    errors: Any

    def is_valid(self) -> bool: ...
    def asked(self) -> dict[str, Any]: ...
    def __iter__(self) -> Any: ...


class EffectKind(Protocol):
    """How a context offers one kind of effect; a body needs a mandate to decide so."""

    kind: str
    deciding: Deciding

    @property
    def label(self) -> str | Promise: ...

    def form(
        self, sent: QueryDict | None, *, taken: Taken, by: Acting, prefix: str
    ) -> EffectForm: ...

    def preview(self, asked: Asked, *, taken: Taken, by: Acting) -> Preview:
        """Tell what would change and whom it touches; nothing is changed."""

    def verdict(self, asked: Asked, *, taken: Taken, by: Acting) -> Verdict:
        """Say whether the user may change what it names, for the body that decides it."""

    def carry_out(self, asked: Asked, *, decision: Decision, by: Acting, seen: str) -> Asked:
        """Do it and return what became of it; raise MoveNotAllowed if it is not as it was seen."""

    def can_take_back(self, effect: Effect, *, by: Acting) -> Verdict:
        """Say whether what it did can be undone with the decision, or why not."""

    def take_back(self, effect: Effect, *, by: Acting) -> None:
        """Undo what it did; raise MoveNotAllowed if others have built on it."""

    def areas(self, asked: Asked) -> frozenset[int]:
        """Return the ids of the areas that it is about."""

    def told(self, effects: Iterable[Effect], *, by: Acting) -> dict[int, tuple[Told, ...]]:
        """Return what each effect is about, by its id, as the user may know it."""


_KINDS: dict[str, EffectKind] = {}


def register(kind: EffectKind) -> None:
    """Let decisions have effects of the kind."""
    _KINDS[kind.kind] = kind


def kind_of(name: str) -> EffectKind:
    return _KINDS[name]


def kinds() -> tuple[EffectKind, ...]:
    return tuple(_KINDS.values())


def kind_for(deciding: str) -> EffectKind | None:
    """Return what such a decision does, if any context does anything at it."""
    return next((one for one in _KINDS.values() if one.deciding == deciding), None)

"""How rows are tied to a person, found by asking the models: those of later contexts too."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Field, ForeignKey, IntegerField, Model, Q, QuerySet

from samklang.accounts.erasure import goes_along
from samklang.accounts.models import User
from samklang.audit.api import Entry


@dataclass(frozen=True, slots=True)
class Tie:
    """The columns of one model that name a person.

    A row that would go with its person is *about* them, and theirs to have whole. In another it is
    only told who did it: the row itself belongs to an organization, behind its walls.
    """

    model: type[Model]
    fields: tuple[Field[Any, Any], ...]

    @property
    def is_about(self) -> bool:
        return any(_is_plain(one) or goes_along(one) for one in self.fields)

    def of(self, user: User) -> QuerySet[Model]:
        named = Q(pk__in=[])
        for field in self.fields:
            named |= Q(**{field.attname: user.pk})
        rows: QuerySet[Model] = QuerySet(self.model).filter(named).order_by("pk")
        return rows


def ties() -> list[Tie]:
    """Return those of every model, by the models’ names; the record has a place of its own."""
    found: dict[type[Model], list[Field[Any, Any]]] = defaultdict(list)
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            if model is not Entry and _names_a_person(field):
                found[model].append(field)
    ordered = sorted(found.items(), key=lambda pair: pair[0]._meta.label_lower)
    return [Tie(model, tuple(fields)) for model, fields in ordered]


def _names_a_person(field: Field[Any, Any]) -> bool:
    return _is_plain(field) or (isinstance(field, ForeignKey) and field.related_model is User)


def _is_plain(field: Field[Any, Any]) -> bool:
    """A plain number, as in contexts that stand below accounts."""
    return isinstance(field, IntegerField) and field.name == "user_id"

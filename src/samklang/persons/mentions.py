"""Where a person’s name, address or user name stands in text that is not tied to them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import CharField, Field, FileField, JSONField, Model, Q, QuerySet, TextField
from django.db.models.functions import Cast

from samklang.accounts.models import User
from samklang.persons.ties import ties

_SHORTEST = 3
_AT_A_TIME = 1000


@dataclass(frozen=True, slots=True)
class Mention:
    """In so many rows of one column; which rows they are stays behind the walls."""

    model: type[Model]
    field: Field[Any, Any]
    count: int


def mentions(user: User) -> list[Mention]:
    """Look through every text column, but for the rows that are about the person."""
    words = tuple(w for w in {user.name, user.username, user.email} if len(w) >= _SHORTEST)
    own = {tie.model for tie in ties() if tie.is_about} | {User}
    counted = (
        Mention(model, field, _count(model, field, words))
        for model in apps.get_models()
        for field in text_columns(model)
        if model not in own
    )
    return [one for one in counted if one.count]


def text_columns(model: type[Model]) -> Iterator[Field[Any, Any]]:
    for field in model._meta.concrete_fields:
        if isinstance(field, CharField | TextField | JSONField | FileField) and not field.choices:
            yield field


def _count(model: type[Model], field: Field[Any, Any], words: tuple[str, ...]) -> int:
    """Ask the database for what may name them, and see that it is the word and not part of one."""
    asked = Q(pk__in=[])
    for word in words:
        # In a JSON column SQLite keeps å as its number.
        for written in {word, json.dumps(word)[1:-1]}:
            asked |= Q(text_to_search__icontains=written)
    rows: QuerySet[Model] = QuerySet(model).annotate(text_to_search=Cast(field.name, TextField()))
    texts = rows.filter(asked).values_list("text_to_search", flat=True)
    return sum(_names(text, words) for text in texts.iterator(chunk_size=_AT_A_TIME))


def _names(text: str, words: tuple[str, ...]) -> bool:
    written = [re.escape(one) for word in words for one in (word, json.dumps(word)[1:-1])]
    return bool(re.search(rf"(?<!\w)(?:{'|'.join(written)})(?!\w)", text, re.IGNORECASE))

"""What a person’s answers about a meeting amount to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samklang.common.date_fields import WHOLE_DAY
from samklang.common.periods import Precision, StatedDate
from samklang.inventories.questions import Form, Question

Values = Mapping[str, Any]
_LONGEST_NAME, _LONGEST_LABEL = 200, 60


def written_people(name: str, cleaned: Values) -> list[dict[str, str]] | None:
    found = [_person(line) for line in lines(cleaned.get(f"{name}-value"))]
    return found or None


def _person(line: str) -> dict[str, str]:
    name, _comma, of = line.partition(",")
    return {"name": name.strip()[:_LONGEST_NAME], "organization": of.strip()[:_LONGEST_NAME]}


def written_item(question: Question, cleaned: Values) -> dict[str, Any]:
    """Return the item as it is written instead, nothing without a heading; its number stays."""
    name, read = question.name, question.value
    title = cleaned.get(f"{name}-title") or ""
    if not title:
        return {}
    labels = re.split(r"[;\n]", cleaned.get(f"{name}-attachments") or "")
    return {
        **read,
        "title": title,
        "kinds": list(cleaned.get(f"{name}-kinds") or ()),
        "minutes": cleaned.get(f"{name}-minutes"),
        "presenters": list(lines(cleaned.get(f"{name}-presenters"))),
        "attachments": [one.strip()[:_LONGEST_LABEL] for one in labels if one.strip()],
        "clauses": list(lines(cleaned.get(f"{name}-clauses"))),
    }


def lines(written: Any) -> Iterator[str]:
    return (line.strip() for line in str(written or "").splitlines() if line.strip())


def day_is_whole(
    values: Values, _questions: Sequence[Question], _today: date
) -> Iterator[tuple[str, str]]:
    """A meeting is on one day: a month or a span is no day."""
    said = values.get("day")
    if said and StatedDate.parse(str(said)).precision is not Precision.DAY:
        yield "day-value", str(WHOLE_DAY)


def items_have_headings(
    values: Values, questions: Sequence[Question], _today: date
) -> Iterator[tuple[str, str]]:
    """Whoever changes an item says what it is about; to be without it one leaves it out."""
    for question in questions:
        if question.form is Form.ITEM and values.get(question.name) == {}:
            yield f"{question.name}-title", _("Write a heading, or leave the item out.")

"""Two people decided about the same file: what each answered, side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from samklang.inventories.forms import ConfirmForm
from samklang.inventories.kinds import rejection_label
from samklang.inventories.models import Reading
from samklang.inventories.phrases import (
    adoption_phrase,
    item_phrase,
    people_phrase,
    review_phrase,
    until_phrase,
)
from samklang.inventories.questions import Form, Question

_PHRASES: dict[Form, Callable[[Any], str]] = {
    Form.REVIEW: review_phrase,
    Form.ADOPTION: adoption_phrase,
    Form.UNTIL: until_phrase,
    Form.PEOPLE: people_phrase,
    Form.ITEM: item_phrase,
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact that the two answered otherwise."""

    label: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class LateDecision:
    """Who decided first and what; and what the user had answered, which is not saved."""

    name: str
    at: datetime
    done: str
    differences: tuple[Difference, ...]


def late_decision(reading: Reading, form: ConfirmForm | None) -> LateDecision:
    """Set the user’s answers beside what already stands; `reading` is as it is now."""
    return LateDecision(
        name=str(reading.decided_by or _("Somebody")),
        at=reading.changed_at,
        done=_done(reading),
        differences=tuple(_differences(reading, form)) if form else (),
    )


def _done(reading: Reading) -> str:
    if not reading.rejected_as:
        return reading.get_state_display()
    said = (reading.get_state_display(), rejection_label(reading.rejected_as))
    return ": ".join(part for part in (*said, reading.rejected_note) if part)


def _differences(reading: Reading, form: ConfirmForm) -> list[Difference]:
    form.is_valid()
    found = []
    for question in form.questions:
        theirs = reading.answers.get(question.name, {}).get("value")
        mine = form.values.get(question.name)
        if mine != theirs:
            said = [value_words(question, value, form) for value in (mine, theirs)]
            found.append(Difference(question.label, *said))
    return found


def value_words(question: Question, value: Any, form: ConfirmForm) -> str:
    """Say an answer as the page would."""
    if value in (None, "", [], {}):
        return _("left out")
    if question.form in _PHRASES:
        return _PHRASES[question.form](value)
    if question.form is Form.STANDING:
        value = value["kind"]
    several = value if isinstance(value, list) else [value]
    return ", ".join(_chosen(question, one, form) for one in several)


def _chosen(question: Question, value: Any, form: ConfirmForm) -> str:
    """A choice has words; anything else is said as it was written."""
    field = form.fields.get(f"{question.name}-value")
    choices = {str(key): str(label) for key, label in getattr(field, "choices", ())}
    return choices.get(str(value), str(value))

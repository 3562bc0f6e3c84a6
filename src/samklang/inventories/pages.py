"""Everything that the confirm page shows, put together from the reading and the answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import ngettext

from samklang.agreements.api import Agreement, as_named
from samklang.inventories import kinds, proposal
from samklang.inventories.county import County, county
from samklang.inventories.forms import ConfirmForm
from samklang.inventories.forms.confirming import Row
from samklang.inventories.forms.meeting_fields import KIND_CHOICES
from samklang.inventories.forms.values import stated
from samklang.inventories.models import Reading
from samklang.inventories.phrases import CERTAINTY
from samklang.inventories.questions import Form, Question
from samklang.inventories.remarks import Remarks, cautions, others
from samklang.inventories.source import Source, source
from samklang.organizations.api import reader_in

# What only a person can answer is not among what Samklang looked for.
_NOT_LOOKED_FOR = (Form.NOTE, Form.STANDING)


@dataclass(frozen=True)
class ShownRow:
    """A question with the numbers of the quotes that it rests on."""

    row: Row
    numbers: list[int]
    options: list[tuple[Any, list[int]]]
    certainty: str
    remark: str

    @property
    def kind_labels(self) -> list[str]:
        """Say how an item of an agenda is dealt with."""
        labels = dict(KIND_CHOICES)
        return [str(labels[kind]) for kind in self.row.question.value["kinds"]]


class ConfirmPage:
    """A reading, its questions and the text that they are about."""

    asked = staticmethod(proposal.questions)

    def __init__(self, reading: Reading, *, today: date, sent: Any = None) -> None:
        self.reading, self.today = reading, today
        self.result: dict[str, Any] = reading.result or {}
        self.reader = reader_in(reading.organization, today=today)
        self.county: County = county(reading.organization.partnership, seen_by=self.reader)
        self.questions: list[Question] = self.asked(self.result, self.county)
        self.form = ConfirmForm(self.questions, self.county, sent, today=today)

    @property
    def kind(self) -> str:
        return kinds.kind_label(self.kind_code, self.county.words)

    @property
    def kind_code(self) -> str:
        return str(self.result["kind"]["value"])

    @property
    def is_agreement(self) -> bool:
        return self.kind_code in (*kinds.LEVELS, kinds.OTHER)

    @property
    def asked_count(self) -> int:
        return sum(one.form not in _NOT_LOOKED_FOR for one in self.questions)

    @property
    def found_count(self) -> int:
        return sum(one.found and one.form not in _NOT_LOOKED_FOR for one in self.questions)

    @property
    def clashes(self) -> list[Question]:
        return [
            one for one in self.questions if len(one.alternatives) > 1 and one.form is not Form.NOTE
        ]

    @cached_property
    def source(self) -> Source:
        file = self.reading.file
        text = getattr(file, "text", None) if file else None
        spans = [span for _text, span in (*cautions(self.result), *others(self.result))]
        return source(text, self.questions, spans)

    @cached_property
    def remarks(self) -> Remarks:
        return Remarks(self.reading, self.result, self.source)

    @cached_property
    def rows(self) -> list[ShownRow]:
        return [self._shown(row) for row in self.form.rows]

    def _shown(self, row: Row) -> ShownRow:
        question = row.question
        spans = question.all_spans
        options = [
            (button, self.source.numbers([side.span]) if side else [])
            for button, side in row.options
        ]
        return ShownRow(
            row,
            self.source.numbers(spans),
            options,
            _certainty(question),
            question.remark or _overdue(question, self.today),
        )

    @cached_property
    def known(self) -> Agreement | None:
        """Return the agreement in the register that this may be a new edition of.

        What is not answered yet is taken as read, so that the question does not come and go.
        """
        read = {one.name: one.value for one in self.questions}
        known = self.form.known or self.form.recognized({**read, **self.form.values})
        return as_named(self.reader, [known])[0] if known else None


def _certainty(question: Question) -> str:
    """Say how sure a single value is; where there are several, that is what is said."""
    if question.value is None or question.alternatives:
        return ""
    return str(CERTAINTY.get(question.certainty, ""))


def _overdue(question: Question, today: date) -> str:
    """Say so when the day for revision has passed."""
    if question.form is not Form.REVIEW or question.value["kind"] != "revise_by":
        return ""
    by = stated(question.value["value"])
    days = (today - by.last).days if by else 0
    if days <= 0:
        return ""
    return ngettext("That is %(days)s day ago.", "That is %(days)s days ago.", days) % {
        "days": days
    }

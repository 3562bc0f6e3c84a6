"""Parses a person’s answers to the questions about a reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samklang.agreements.api import Agreement, same_work
from samklang.common.written_dates import NotADate
from samklang.inventories import kinds
from samklang.inventories.county import County
from samklang.inventories.forms.fields import fields_for
from samklang.inventories.forms.values import CHECKS, written_value
from samklang.inventories.questions import Alternative, Answer, Form, Question

_CHOOSE = gettext_lazy("Choose whether this is right.")
_WHICH = gettext_lazy("Choose which of them holds, or that you do not know.")
NEW = "new"


@dataclass(frozen=True)
class Row:
    """A question with its fields, as the page shows it."""

    question: Question
    answer: BoundField | None
    fields: tuple[BoundField, ...]
    errors: tuple[str, ...]
    # Whether it is the fields that are wrong, so that they must be seen.
    fields_wrong: bool = False

    @property
    def options(self) -> list[tuple[Any, Alternative | None]]:
        """Return each radio button with what it stands for among the alternatives."""
        alternatives = self.question.alternatives
        buttons = self.answer.subwidgets if self.answer else []
        return [
            (button, alternatives[int(value)] if (value := _value_of(button)).isdigit() else None)
            for button in buttons
        ]


def _value_of(button: Any) -> str:
    return str(button.data["value"])


class ConfirmForm(forms.Form):
    """One answer for each question: it is right, it is otherwise, or leave it out."""

    def __init__(
        self,
        questions: Sequence[Question],
        county: County,
        *args: Any,
        today: date,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.questions, self.county, self.today = tuple(questions), county, today
        # What is confirmed, by question; None for what is left out.
        self.values: dict[str, Any] = {}
        self.known: Agreement | None = None
        for question in self.questions:
            self._add(question)
        self.fields["known"] = forms.CharField(required=False)

    def _add(self, question: Question) -> None:
        if question.found:
            self.fields[f"{question.name}-answer"] = _answer_field(question)
        for suffix, field in fields_for(question, self.county).items():
            self.fields[f"{question.name}-{suffix}"] = field

    def clean(self) -> dict[str, Any]:
        for question in self.questions:
            self._clean_question(question)
        self._check_together()
        return self.cleaned_data

    def _clean_question(self, question: Question) -> None:
        answer = self.cleaned_data.get(f"{question.name}-answer", Answer.CHANGE)
        if question.found and not answer:
            if question.form is not Form.NOTE:
                self._refuse(question, "answer", str(_WHICH if question.alternatives else _CHOOSE))
            return
        if answer != Answer.CHANGE:
            _forget_errors(self, question)
        try:
            self.values[question.name] = _value(question, answer, self.cleaned_data)
        except NotADate as wrong:
            self._refuse(question, "value", str(wrong.sentence))
            return
        if question.required and self.values[question.name] in (None, "", []):
            fill_in = _("Fill in: %(what)s.") % {"what": question.label}
            self._refuse(question, "value", question.missing or fill_in)

    def _check_together(self) -> None:
        for check in CHECKS:
            for name, message in check(self.values, self.questions, self.today):
                self._complain(name, message)
        if not self.errors:
            self._check_known()

    def _complain(self, name: str, message: str) -> None:
        """Say it once: a field that could not be read at all has said why already."""
        if name in self.fields and name not in self.errors:
            self.add_error(name, message)

    def _check_known(self) -> None:
        """An agreement that the register knows already: the person says which it is."""
        self.known = self.recognized(self.values)
        # Only what was recognised may be chosen: anything else is somebody else's agreement.
        offered = {NEW, str(self.known.pk)} if self.known else {NEW, ""}
        if self.cleaned_data.get("known", "") not in offered:
            self.add_error("known", _("Choose whether it is a new edition or another agreement."))

    def recognized(self, values: dict[str, Any]) -> Agreement | None:
        level = kinds.LEVELS.get(str(values.get("kind")))
        if not (level and values.get("area") and values.get("parties")):
            return None
        party_ids = [int(pk) for pk in values["parties"]]
        home, reader = self.county.partnership.pk, self.county.seen_by
        return same_work(reader, home, level, int(values["area"]), party_ids)

    @property
    def known_agreement_id(self) -> int | None:
        chosen = self.cleaned_data.get("known", "")
        return int(chosen) if chosen.isdigit() else None

    @property
    def answers(self) -> dict[str, Any]:
        """Return what the person answered, to be kept beside the register."""
        return {
            question.name: {
                "answer": self.cleaned_data.get(f"{question.name}-answer", ""),
                "value": self.values.get(question.name),
            }
            for question in self.questions
        }

    def _refuse(self, question: Question, suffix: str, message: str) -> None:
        name = f"{question.name}-{suffix}"
        self._complain(name if name in self.fields else f"{question.name}-answer", message)

    @property
    def rows(self) -> Iterator[Row]:
        for question in self.questions:
            bound = [self[name] for name in self.fields if name.startswith(f"{question.name}-")]
            answer = next((one for one in bound if one.name.endswith("-answer")), None)
            fields = tuple(one for one in bound if one is not answer)
            errors = tuple(str(error) for one in bound for error in one.errors)
            yield Row(question, answer, fields, errors, any(one.errors for one in fields))


def _value(question: Question, answer: str, cleaned: Mapping[str, Any]) -> Any:
    if answer == Answer.ACCEPT:
        return question.value
    if answer.isdigit():
        return question.alternatives[int(answer)].value
    if answer == Answer.CHANGE:
        return written_value(question, cleaned)
    return None


def _answer_field(question: Question) -> forms.ChoiceField:
    """Only what the text says in so many words is ticked beforehand."""
    if question.alternatives:
        choices = [(str(n), one.shown) for n, one in enumerate(question.alternatives)]
        if question.form is not Form.NOTE:
            choices.append((Answer.CHANGE.value, _("Something else")))
        if not question.required:
            choices.append((Answer.UNKNOWN.value, _("I do not know")))
        initial = None
    else:
        choices = [(Answer.ACCEPT.value, _("Right")), (Answer.CHANGE.value, _("Change"))]
        if not question.required:
            choices.append((Answer.LEAVE.value, _("Leave out")))
        if question.value is None:
            choices = choices[1:]
        initial = Answer.ACCEPT.value if question.certainty == "stated" else None
    return forms.ChoiceField(
        label=question.label,
        choices=choices,
        required=False,
        widget=forms.RadioSelect,
        initial=initial,
    )


def _forget_errors(form: forms.Form, question: Question) -> None:
    """What stands in the fields of another answer than the chosen one does not matter."""
    for name in [n for n in form.errors if n.startswith(f"{question.name}-")]:
        if not name.endswith("-answer"):
            del form.errors[name]

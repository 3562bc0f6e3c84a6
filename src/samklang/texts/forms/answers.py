"""A local answer: how, by whom and when, and what was considered on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samklang.common.forms import PlainForm, TextField
from samklang.library.api import Guidance, Question
from samklang.texts.forms.sections import YES
from samklang.texts.models import Answer

DONE: tuple[tuple[str, str | Promise], ...] = ((YES, _("Yes")), ("no", _("No, I will come back")))


class AnswerForm(PlainForm):
    """The four questions, and the pack's checklist as one box and one line for each question."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)
    how = TextField(
        label=_("How do you do it?"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_(
            "Describe what happens, in the order in which it happens. Write nothing about "
            "residents."
        ),
    )
    by_municipality = TextField(
        label=_("Who, at the local party?"),
        max_length=200,
        required=False,
        help_text=_("The service and the role, not the person."),
    )
    by_region = TextField(
        label=_("Who, at the regional party?"),
        max_length=200,
        required=False,
        help_text=_("The service and the role, not the person."),
    )
    when = TextField(
        label=_("When is it done?"),
        max_length=200,
        required=False,
        help_text=_("A time or an event, so that everybody knows when."),
    )
    is_done = forms.ChoiceField(
        label=_("Is the answer done?"), choices=DONE, widget=forms.RadioSelect, required=False
    )

    def __init__(
        self, *args: Any, advised: Guidance, sides: Mapping[str, str], **options: Any
    ) -> None:
        """Ask with the checklist of the country, by the names of the two sides."""
        super().__init__(*args, **options)
        self.advised = advised
        for side, name in sides.items():
            self.fields[f"by_{side}"].label = _("Who does it at %(name)s?") % {"name": name}
        for one in advised.checklist:
            self.fields[f"asked-{one.code}"] = forms.BooleanField(label=one.text, required=False)
            self.fields[f"comment-{one.code}"] = TextField(
                label=_("Comment"), max_length=500, required=False
            )

    @property
    def checklist(self) -> Iterator[tuple[forms.BoundField, forms.BoundField]]:
        for one in self.advised.checklist:
            yield self[f"asked-{one.code}"], self[f"comment-{one.code}"]

    @staticmethod
    def shown(answer: Answer | None, *, seen: str) -> dict[str, Any]:
        """Return what the form shows of an answer; `seen` is the state that it would replace."""
        if answer is None:
            return {"seen": seen, "is_done": "no"}
        asked = {
            f"{name}-{one['question']}": one[held]
            for one in answer.considered
            for name, held in (("asked", "considered"), ("comment", "comment"))
        }
        return {
            **asked,
            "seen": seen,
            "how": answer.how,
            "by_municipality": answer.by_municipality,
            "by_region": answer.by_region,
            "when": answer.when,
            "is_done": YES if answer.is_done else "no",
        }

    def into(self, answer: Answer) -> Answer:
        """Return the answer as it was written."""
        asked = self.cleaned_data
        answer.how, answer.when = asked["how"], asked["when"]
        answer.by_municipality, answer.by_region = asked["by_municipality"], asked["by_region"]
        answer.is_done = asked["is_done"] == YES
        answer.considered = [self._considered(one) for one in self.advised.checklist]
        return answer

    def _considered(self, question: Question) -> dict[str, Any]:
        return {
            "question": question.code,
            "considered": self.cleaned_data[f"asked-{question.code}"],
            "comment": self.cleaned_data[f"comment-{question.code}"],
        }

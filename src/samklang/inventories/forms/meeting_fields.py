"""The fields in which a person writes a meeting’s facts otherwise than they were read."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samklang.common.forms import refuse_personal_numbers
from samklang.common.minutes_field import MinutesField
from samklang.inventories.county import County
from samklang.inventories.questions import Question
from samklang.meetings.api import MOST_MINUTES

KIND_CHOICES = (
    ("in_writing", _("In writing")),
    ("for_information", _("Information")),
    ("for_dialogue", _("Dialogue")),
    ("for_decision", pgettext_lazy("kind of item", "Decision")),
)


def body_fields(question: Question, county: County) -> dict[str, forms.Field]:
    choices = [("", _("Choose")), *((str(one.pk), one.name) for one in county.bodies)]
    return {
        "value": forms.ChoiceField(label=question.label, choices=choices, initial=question.value)
    }


def people_fields(question: Question, _county: County) -> dict[str, forms.Field]:
    return {
        "value": _lines(
            question.label,
            "\n".join(map(written_person, question.value or ())),
            help_text=_("One on each line: the name, a comma, and where they come from."),
            rows=8,
        )
    }


def item_fields(question: Question, _county: County) -> dict[str, forms.Field]:
    item = question.value
    return {
        "title": _line(_("Heading"), item["title"]),
        "kinds": forms.MultipleChoiceField(
            label=_("How it is dealt with"),
            choices=KIND_CHOICES,
            initial=item["kinds"],
            widget=forms.CheckboxSelectMultiple,
        ),
        "minutes": MinutesField(most=MOST_MINUTES, initial=item.get("minutes")),
        "presenters": _lines(
            _("Who presents it"),
            "\n".join(item["presenters"]),
            help_text=_("One on each line: name, title, organization."),
        ),
        "attachments": _line(
            _("Attachments"),
            "; ".join(item["attachments"]),
            help_text=_("As they are numbered, with a semicolon between: 2; 3 A-B."),
        ),
        "clauses": _lines(
            _("Decided"),
            "\n".join(item["clauses"]),
            help_text=_("One decision on each line."),
            rows=4,
        ),
    }


def written_person(person: dict[str, Any]) -> str:
    return ", ".join(filter(None, (person["name"], person["organization"])))


def _line(label: Any, initial: str, *, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=300,
        initial=initial,
        validators=[refuse_personal_numbers],
        help_text=help_text,
    )


def _lines(label: Any, initial: str, *, help_text: Any, rows: int = 2) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=20_000,
        initial=initial,
        validators=[refuse_personal_numbers],
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )

"""The fields in which a person writes a fact otherwise than it was read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.common.date_fields import StatedDateField
from samklang.common.forms import refuse_personal_numbers
from samklang.common.periods import StatedDate
from samklang.inventories import kinds
from samklang.inventories.county import County
from samklang.inventories.forms.meeting_fields import body_fields, item_fields, people_fields
from samklang.inventories.phrases import period_phrase
from samklang.inventories.proposal.standing import ADOPTED, DRAFT, KNOWN_TO_HOLD
from samklang.inventories.questions import Form, Question

Fields = dict[str, forms.Field]
NOTHING_CHOSEN = ("", "–")


class WrittenDateField(StatedDateField):
    """A date as precisely as somebody knows it, kept as ISO writes it beside what was read."""

    widget = forms.TextInput(attrs={"autocomplete": "off", "class": "maxw-18rem"})

    def clean(self, value: Any) -> str:
        stated: StatedDate | None = super().clean(value)
        return stated.isoformat() if stated else ""


def fields_for(question: Question, county: County) -> Fields:
    """Return the fields of one question by their suffix; none of them is required by itself."""
    made = _MAKERS.get(question.form, _text)(question, county)
    for field in made.values():
        field.required = False
    return made


def _text(question: Question, _county: County) -> Fields:
    return {"value": _written(question, max_length=300)}


def _kind(question: Question, county: County) -> Fields:
    choices = [(kind, kinds.kind_label(kind, county.words)) for kind in kinds.LEVELS]
    return {"value": _choice(question, choices)}


def _area(question: Question, county: County) -> Fields:
    return {"value": _choice(question, [(area.pk, area.name) for area in county.areas])}


def _keeper(question: Question, county: County) -> Fields:
    return {"value": _choice(question, _organizations(county))}


def _parent(question: Question, county: County) -> Fields:
    return {"value": _choice(question, [(one.pk, one.title) for one in county.regional])}


def _parties(question: Question, county: County) -> Fields:
    return {"value": _party_boxes(question.label, county, question.value or ())}


def _date(question: Question, _county: County) -> Fields:
    return {"value": WrittenDateField(label=question.label, initial=question.value)}


def _until(question: Question, _county: County) -> Fields:
    written = "" if question.value == "until_further_notice" else question.value
    return {
        "value": WrittenDateField(label=_("Last day"), initial=written),
        "open": forms.BooleanField(
            label=_("Until further notice"), initial=question.value == "until_further_notice"
        ),
    }


REVIEW_KINDS = (
    ("yearly", _("Every year")),
    ("every_n_years", _("Every so many years")),
    ("when_regional_revised", _("When the regional one is revised")),
    ("revise_by", _("To be revised no later than")),
    ("follow_up_period", _("Followed up during")),
)


def _review(question: Question, _county: County) -> Fields:
    review = question.value or {"kind": "", "value": ""}
    value = review["value"]
    written = period_phrase(value) if value else value
    return {
        "kind": forms.ChoiceField(
            label=_("Kind of clause"), choices=REVIEW_KINDS, initial=review["kind"]
        ),
        "value": forms.CharField(
            label=_("Date, period or number of years"),
            max_length=60,
            initial=written,
            widget=forms.TextInput(attrs={"class": "maxw-18rem"}),
        ),
    }


ADOPTION_KINDS = (
    ("board_decision", _("A board’s decision")),
    ("signature", _("Signature")),
    ("e_signature", _("E-signature")),
)


STANDINGS = (
    (DRAFT, _("A draft or under way: not everybody has decided")),
    (ADOPTED, _("Decided or signed: by whom and when is written below")),
    (KNOWN_TO_HOLD, _("In force, but we do not know who has adopted it")),
)


def _standing(_question: Question, _county: County) -> Fields:
    """Nothing is chosen beforehand; the fields belong to one answer each."""
    return {
        "value": forms.ChoiceField(
            label=_("What standing the text has"), choices=STANDINGS, widget=forms.RadioSelect
        ),
        "stage": forms.CharField(
            label=_("How far it has come"),
            max_length=100,
            validators=[refuse_personal_numbers],
            help_text=_("For example draft or out for comment. Others see this, never the text."),
            widget=forms.TextInput(attrs={"data-only": DRAFT}),
        ),
        "since": WrittenDateField(
            label=_("Surely in force from"),
            help_text=_("Needed only when the start is not known."),
            widget=forms.TextInput(attrs={"data-only": KNOWN_TO_HOLD, "class": "maxw-18rem"}),
        ),
        "how": forms.CharField(
            label=_("How you know that it is in force"),
            max_length=200,
            validators=[refuse_personal_numbers],
            help_text=_("For example: the archive has it as valid. Kept as your statement."),
            widget=forms.TextInput(attrs={"data-only": KNOWN_TO_HOLD}),
        ),
    }


def _adoption(question: Question, _county: County) -> Fields:
    """A board answers for its own party only; what is signed is signed by all parties."""
    adoption = question.value or {"kind": "", "date": ""}
    initial = "keeper" if adoption["kind"] == "board_decision" else "all"
    return {
        "kind": forms.ChoiceField(
            label=_("How"), choices=[NOTHING_CHOSEN, *ADOPTION_KINDS], initial=adoption["kind"]
        ),
        "value": WrittenDateField(label=_("Day"), initial=adoption["date"]),
        "who": forms.ChoiceField(
            label=_("Which parties it holds for"),
            choices=[
                NOTHING_CHOSEN,
                ("all", _("All parties")),
                ("keeper", _("Only who keeps the agreement")),
            ],
            initial=initial if question.value else "",
        ),
    }


def _diary(question: Question, county: County) -> Fields:
    return {
        "value": _written(question, max_length=60),
        "organization": forms.ChoiceField(
            label=_("Whose diary"), choices=[("", _("Choose")), *_organizations(county)]
        ),
    }


def _written(question: Question, *, max_length: int) -> forms.CharField:
    return forms.CharField(
        label=question.label,
        max_length=max_length,
        initial=question.value,
        validators=[refuse_personal_numbers],
    )


def _choice(question: Question, choices: Sequence[tuple[Any, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=question.label, choices=[("", _("Choose")), *choices], initial=question.value
    )


def _party_boxes(label: str, county: County, initial: Sequence[int]) -> forms.Field:
    return forms.MultipleChoiceField(
        label=label,
        choices=_organizations(county),
        initial=[str(pk) for pk in initial],
        widget=forms.CheckboxSelectMultiple,
    )


def _organizations(county: County) -> list[tuple[str, str]]:
    return [(str(one.pk), one.name) for one in county.organizations]


_MAKERS: dict[Form, Callable[[Question, County], Fields]] = {
    Form.KIND: _kind,
    Form.TEXT: _text,
    Form.AREA: _area,
    Form.PARTIES: _parties,
    Form.KEEPER: _keeper,
    Form.DATE: _date,
    Form.UNTIL: _until,
    Form.REVIEW: _review,
    Form.ADOPTION: _adoption,
    Form.STANDING: _standing,
    Form.DIARY: _diary,
    Form.PARENT: _parent,
    Form.BODY: body_fields,
    Form.DAY: _date,
    Form.PEOPLE: people_fields,
    Form.ITEM: item_fields,
    Form.NOTE: lambda _question, _county: {},
}

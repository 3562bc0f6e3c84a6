"""A shared clause as a coordinator writes it, and what somebody asks of the list of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from samklang.common.date_fields import DayField, refuse_future
from samklang.common.forms import PlainForm, TextField
from samklang.library.api import Area, Clause, WrittenClause
from samklang.texts.plain_text import to_plain
from samklang.texts.wording_form import WordingForm


class ClauseForm(WordingForm):
    """The wording, what it is for, where it suits and where it is from."""

    purpose = TextField(
        label=_("What is it for?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Say when a text needs it. It stands in the list of shared wordings."),
    )
    areas = forms.TypedMultipleChoiceField(
        label=_("Areas that it suits"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick none if it suits all of them."),
    )
    from_date = DayField(
        label=_("Decided on"), help_text=_("The day from which the county uses the wording.")
    )
    source = TextField(
        label=_("Where is the wording from?"),
        max_length=300,
        required=False,
        help_text=_("For example an agreement and its section. It may be left empty."),
    )
    # The version that the writer saw; none of a clause that is not there yet.
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, areas: Iterable[Area], today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        self.there = {one.pk: one for one in areas}
        field: Any = self.fields["areas"]
        field.choices = [(one.pk, one.name) for one in self.there.values()]

    @classmethod
    def begun(cls, lent: Mapping[str, str], **options: Any) -> ClauseForm:
        """Begin with what stands in a text; nothing of it is saved."""
        shown = {"plain": to_plain(lent.get("body", "")), "from_date": options["today"]}
        return cls(initial={**lent, **shown}, **options)

    def kept(self, *, seen: int, **options: Any) -> ClauseForm:
        """Return the form with what was typed, to be sent over what is there now."""
        body = self.cleaned_data["body"]
        shown = {**self.cleaned_data, "plain": to_plain(body), "seen": seen}
        return ClauseForm(initial=shown, **options)

    @classmethod
    def of(cls, clause: Clause, **options: Any) -> ClauseForm:
        newest = clause.newest
        shown = {
            "heading": newest.heading,
            "body": newest.body,
            "plain": to_plain(newest.body),
            "purpose": clause.purpose,
            "areas": [one.pk for one in clause.areas.all()],
            "from_date": options["today"],
            "seen": newest.number,
        }
        return cls(initial=shown, **options)

    def clean_from_date(self) -> date:
        day: date = self.cleaned_data["from_date"]
        refuse_future(day, today=self.today)
        return day

    def clean(self) -> dict[str, Any]:
        asked = super().clean()
        if not asked["body"] and "plain" not in self.errors:
            self.add_error("plain", _now("Fill in “%(field)s”.") % {"field": _now("Text")})
        return asked

    def written(self) -> WrittenClause:
        said = self.cleaned_data
        return WrittenClause(
            heading=said["heading"],
            body=said["body"],
            purpose=said["purpose"],
            areas=tuple(self.there[pk] for pk in said["areas"]),
            from_date=said["from_date"],
            source=said["source"],
        )


class WithdrawForm(PlainForm):
    """Why the county does not offer a wording any longer."""

    reason = TextField(
        label=_("Why is it withdrawn?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It is told to those whose texts use it. Say what they may use in its place."),
    )


class ClauseSearchForm(PlainForm):
    """What is looked for; a question that makes no sense asks nothing."""

    words = forms.CharField(label=_("Search"), required=False, max_length=200)
    area = forms.ChoiceField(label=_("Area"), required=False)

    def __init__(self, *args: Any, areas: Iterable[Area], **options: Any) -> None:
        super().__init__(*args, **options)
        self.areas = {one.code: one for one in areas}
        field: Any = self.fields["area"]
        field.choices = [("", _("All")), *((one.code, one.name) for one in self.areas.values())]

    def terms(self) -> dict[str, Any]:
        self.is_valid()
        area = self.areas.get(self.cleaned_data.get("area", ""))
        return {
            "words": self.cleaned_data.get("words", ""),
            "area_id": area.pk if area else None,
        }

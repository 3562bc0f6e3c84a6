"""The guide's questions, one form for each; every one of them may be left as it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.common.date_fields import DayField, refuse_future
from samklang.common.forms import PlainForm, TextField
from samklang.texts.guide import EMPTY, TEMPLATE, Guide


class GuideForm(PlainForm):
    """One question; `answers` is what is remembered of it."""

    def __init__(self, *args: Any, guide: Guide, **options: Any) -> None:
        super().__init__(*args, **options)
        self.guide = guide
        self.offer()

    def offer(self) -> None:
        """Put in place what there is to choose."""

    def choose(self, name: str, choices: list[tuple[Any, Any]], chosen: Any) -> None:
        field: Any = self.fields[name]
        field.choices = choices
        field.initial = chosen

    @property
    def answers(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class AreaForm(GuideForm):
    area = forms.TypedChoiceField(label=_("Area"), coerce=int, widget=forms.RadioSelect)

    def offer(self) -> None:
        chosen = self.guide.area.pk if self.guide.area else None
        self.choose("area", [(one.pk, one.name) for one in self.guide.ground.areas], chosen)


class PartiesForm(GuideForm):
    keeper = forms.TypedChoiceField(
        label=_("Who keeps it?"),
        coerce=int,
        help_text=_("Its writers write the draft, and nobody else sees it until they share it."),
    )
    parties = forms.TypedMultipleChoiceField(
        label=_("Parties"), coerce=int, widget=forms.CheckboxSelectMultiple, required=False
    )

    def offer(self) -> None:
        guide = self.guide
        keeper = guide.keeper.pk if guide.keeper else None
        self.choose("keeper", [(one.pk, one.name) for one in guide.ground.keepers], keeper)
        everybody = [(one.pk, one.name) for one in guide.ground.organizations]
        self.choose("parties", everybody, [one.pk for one in guide.parties])


class BasisForm(GuideForm):
    parent = forms.TypedChoiceField(label=_("Built on"), coerce=int, widget=forms.RadioSelect)

    def offer(self) -> None:
        offered = [(one.pk, one.title) for one in self.guide.parents]
        chosen = self.guide.parent.pk if self.guide.parent else 0
        self.choose("parent", [*offered, (0, _("None"))], chosen)


class StartForm(GuideForm):
    start = forms.ChoiceField(
        label=_("Begin with"),
        widget=forms.RadioSelect,
        help_text=_("The text comes along, never comments or files."),
    )

    def offer(self) -> None:
        template = self.guide.ground.template
        offered: list[tuple[Any, Any]] = [
            (str(one.pk), name) for one, name in self.guide.beginning.editions
        ]
        if template:
            headings = ", ".join(one.heading for one in template.sections)
            said = _("The headings of the template: %(headings)s") % {"headings": headings}
            offered.insert(0, (TEMPLATE, said))
        self.choose("start", [*offered, (EMPTY, _("An empty text"))], self.guide.beginning.chosen)


class ResponsibleForm(GuideForm):
    responsible = TextField(
        label=_("Responsible for revision"),
        max_length=200,
        required=False,
        help_text=_("A role or a unit rather than a person."),
    )

    def offer(self) -> None:
        self.fields["responsible"].initial = self.guide.answers.get("responsible", "")


class PlanForm(GuideForm):
    begun = DayField(label=_("The work began"))

    def offer(self) -> None:
        self.fields["begun"].initial = self.guide.plan.begun

    def clean_begun(self) -> date:
        day: date = self.cleaned_data["begun"]
        refuse_future(day, today=self.guide.acting.today)
        return day

    @property
    def answers(self) -> dict[str, Any]:
        return {"begun": self.cleaned_data["begun"].isoformat()}


class BeginForm(GuideForm):
    """The last page: what it is to be called."""

    title = TextField(label=_("Title"), max_length=300)

    def offer(self) -> None:
        self.fields["title"].initial = self.guide.title

    def clean(self) -> dict[str, Any]:
        if self.guide.area is None:
            self.add_error(None, _("Choose an area first."))
        return super().clean() or {}


FORMS: dict[str, Callable[..., GuideForm]] = {
    "omrade": AreaForm,
    "parter": PartiesForm,
    "grund": BasisForm,
    "borja": StartForm,
    "personer": ResponsibleForm,
    "tidplan": PlanForm,
}

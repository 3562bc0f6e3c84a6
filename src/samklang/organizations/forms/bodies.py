"""Parses what is said of a body: what it is, whom it answers to, from and until when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samklang.common.date_fields import DayField
from samklang.common.forms import NOTHING_CHOSEN, PlainForm, TextField
from samklang.organizations.body_words import WHOSE
from samklang.organizations.models import Body, Organization
from samklang.organizations.recording import Described, Started

Choices = list[tuple[str, str | Promise]]
BACKWARDS = _("The last day is before the first. Choose a later one.")
# How the value of a choice begins, by what it is a choice of.
_KIND, _ORGANIZATION, _BODY = "kind-", "organization-", "body-"


@dataclass(frozen=True, slots=True)
class Around:
    """What is there to choose among: the county's levels, bodies and organizations.

    `own` are those that somebody who does not coordinate may start a body for; None is all.
    """

    levels: dict[str, str]
    bodies: tuple[Body, ...]
    organizations: tuple[Organization, ...]
    own: frozenset[int] | None = None

    def owners(self) -> Choices:
        """Whose a body can be: the structure's, all of one kind's, or one organization's."""
        kinds: Choices = [(f"{_KIND}{kind}", words) for kind, words in WHOSE.items()]
        chosen = self.organizations
        if self.own is not None:
            kinds, chosen = [], tuple(one for one in chosen if one.pk in self.own)
        return [NOTHING_CHOSEN, *kinds, *((f"{_ORGANIZATION}{o.pk}", o.name) for o in chosen)]

    def givers(self) -> Choices:
        bodies = [(f"{_BODY}{one.pk}", one.name) for one in self.bodies]
        organizations = [(f"{_ORGANIZATION}{one.pk}", one.name) for one in self.organizations]
        return [("", _("Not recorded")), *bodies, *organizations]

    def members(self) -> Choices:
        organizations = [(str(one.pk), one.name) for one in self.organizations]
        return [("", _("Nobody’s, or not recorded")), *organizations]

    def parents(self, *, but: Iterable[int] = ()) -> Choices:
        left_out = set(but)
        free = [(str(one.pk), one.name) for one in self.bodies if one.pk not in left_out]
        return [("", _("No body")), *free]

    def kind_of(self, organization_id: int) -> str:
        return next(one.kind for one in self.organizations if one.pk == organization_id)


def choose(form: forms.Form, name: str, choices: Choices) -> None:
    cast("forms.ChoiceField", form.fields[name]).choices = choices


def after(value: str, prefix: str) -> int | None:
    """Return the number that a choice ends with, if it begins with the prefix."""
    return int(value.removeprefix(prefix)) if value.startswith(prefix) else None


def given_by(value: str) -> tuple[int | None, int | None]:
    """Return which body, or which organization, a chosen giver is."""
    return after(value, _BODY), after(value, _ORGANIZATION)


class FromUntilForm(PlainForm):
    """A form with a first and a last day, of which the last does not come first."""

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or {}
        first, last = asked.get("from_date"), asked.get("until_date")
        if first and last and last < first:
            self.add_error("until_date", str(BACKWARDS))
        return asked


class DescribeForm(PlainForm):
    """What a body is called, whose it is and what it is for."""

    name = TextField(label=_("Name of the body"), max_length=200)
    short_name = TextField(
        label=_("Short name (optional)"),
        max_length=100,
        required=False,
        help_text=_("What it is called where there is little room, for example beside a decision."),
    )
    owner = forms.ChoiceField(
        label=_("Whose body is it?"),
        help_text=_("The body of one organization is kept by those who write for it."),
    )
    level = forms.ChoiceField(label=_("On which level does it meet?"))
    purpose = TextField(
        label=_("What is it for? (optional)"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, *args: Any, around: Around, body: Body | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.around, self.body = around, body
        choose(self, "owner", around.owners())
        choose(self, "level", [NOTHING_CHOSEN, *around.levels.items()])

    @classmethod
    def of(cls, body: Body, **options: Any) -> DescribeForm:
        owner = (
            f"{_ORGANIZATION}{body.organization_id}"
            if body.organization_id
            else f"{_KIND}{body.kind}"
        )
        shown = {name: getattr(body, name) for name in ("name", "short_name", "level", "purpose")}
        return cls(initial={**shown, "owner": owner}, body=body, **options)

    def clean_name(self) -> str:
        name = str(self.cleaned_data["name"])
        own = self.body.pk if self.body else None
        there = {one.name.casefold() for one in self.around.bodies if one.pk != own}
        if name.casefold() in there:
            raise forms.ValidationError(_("There is a body of that name already."))
        return name

    def described(self) -> Described:
        said = self.cleaned_data
        organization_id = after(said["owner"], _ORGANIZATION)
        kind = said["owner"].removeprefix(_KIND)
        return Described(
            name=said["name"],
            short_name=said["short_name"],
            level=said["level"],
            kind=self.around.kind_of(organization_id) if organization_id else kind,
            organization_id=organization_id,
            purpose=said["purpose"],
        )


class StartForm(DescribeForm):
    """A new body: also from when, by which decision, and whom it answers to."""

    parent = forms.ChoiceField(label=_("Which body does it answer to?"), required=False)
    from_date = DayField(label=_("First day"))
    decision = TextField(
        label=_("By which decision?"),
        max_length=500,
        help_text=_("Say who decided, when and under which number, for example “§ 12”."),
    )

    def __init__(self, *args: Any, around: Around, **options: Any) -> None:
        super().__init__(*args, around=around, **options)
        choose(self, "parent", around.parents())

    def started(self) -> Started:
        said = self.cleaned_data
        parent_id = int(said["parent"]) if said["parent"] else None
        return Started(said["from_date"], said["decision"], parent_id)


class MoveForm(PlainForm):
    """Whom a body answers to from now on."""

    parent = forms.ChoiceField(label=_("Which body does it answer to?"), required=False)
    from_date = DayField(
        label=_("From which day"),
        help_text=_("Until the day before it answers to the one it does now."),
    )

    def __init__(self, *args: Any, parents: Choices, latest: date | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.latest = latest
        choose(self, "parent", parents)

    def clean_from_date(self) -> date:
        day: date = self.cleaned_data["from_date"]
        if self.latest is not None and day <= self.latest:
            said = _("It has been said whom the body answers to from %(day)s. Choose a later day.")
            raise forms.ValidationError(said % {"day": self.latest.isoformat()})
        return day

    def moved(self) -> dict[str, Any]:
        said = self.cleaned_data
        parent_id = int(said["parent"]) if said["parent"] else None
        return {"parent_id": parent_id, "from_date": said["from_date"]}


class LastDayForm(PlainForm):
    """With which day something ends that began on a day, if that is known."""

    until_date = DayField(label=_("Last day"))

    def __init__(self, *args: Any, begun: date | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.begun = begun

    def clean_until_date(self) -> date:
        day: date = self.cleaned_data["until_date"]
        if self.begun is not None and day < self.begun:
            raise forms.ValidationError(BACKWARDS)
        return day


class EndForm(LastDayForm):
    """When a body ends, and by which decision."""

    until_decision = TextField(
        label=_("By which decision?"),
        max_length=500,
        help_text=_("Say who decided, when and under which number, for example “§ 12”."),
    )

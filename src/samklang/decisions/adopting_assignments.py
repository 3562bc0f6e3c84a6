"""What decisions themselves let a decision do: adopt an assignment description, for a body."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samklang.common.date_fields import DayField
from samklang.common.forms import PlainForm, TextField
from samklang.common.policy import ALLOWED, Verdict, denied
from samklang.decisions.models import Decision, Effect
from samklang.decisions.queries.named_bodies import named_bodies
from samklang.decisions.registry import (
    Asked,
    Change,
    Changed,
    EffectForm,
    Preview,
    Taken,
    Told,
    version_seen,
)
from samklang.organizations.api import (
    Acting,
    Body,
    Chartered,
    CharterKind,
    Deciding,
    as_seen,
    bodies,
    can_change_body,
    give_charter,
    version_of,
)

_GONE = _("The body is not in the register.")
_GIVEN = _("The body has the assignment. End it on the body's page, or by a new decision.")


class AssignmentForm(PlainForm):
    """The description itself, and which body it is for."""

    title = TextField(label=_("What is the assignment called?"), max_length=200)
    text = TextField(
        label=_("The description that is adopted"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Purpose, goals, time and who does what, as it was adopted."),
    )
    body = forms.TypedChoiceField(
        label=_("Which body gets the assignment? (optional)"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_("It then stands on the body's page, from the day of the decision."),
    )
    until_date = DayField(label=_("Until when? (optional)"), required=False)

    def __init__(self, *args: Any, offered: Sequence[Body], on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.on = on
        field: Any = self.fields["body"]
        field.choices = [("", _("None")), *((one.pk, one.name) for one in offered)]

    def clean_until_date(self) -> date | None:
        day: date | None = self.cleaned_data["until_date"]
        if day is not None and day < self.on:
            raise forms.ValidationError(_("Write a day after that of the decision."))
        return day

    def asked(self) -> dict[str, Any]:
        said = self.cleaned_data
        until = said["until_date"].isoformat() if said["until_date"] else ""
        return {"title": said["title"], "text": said["text"], "body": said["body"], "until": until}


class AdoptAssignment:
    """The kind of effect; what was asked holds the text, and the id of the body that it is for."""

    kind = "adopt-assignment"
    deciding = Deciding.ADOPT_ASSIGNMENT

    @property
    def label(self) -> str | Promise:
        return _("Adopt an assignment description")

    def form(self, sent: QueryDict | None, *, taken: Taken, by: Acting, prefix: str) -> EffectForm:
        there = bodies(taken.body.partnership_id, on=taken.on)
        offered = [one for one in there if can_change_body(by, one)]
        return cast("EffectForm", AssignmentForm(sent, prefix=prefix, offered=offered, on=taken.on))

    def preview(self, asked: Asked, *, taken: Taken, by: Acting) -> Preview:
        body = named_bodies(by).get(asked["body"])
        if asked["body"] and body is None:
            return Preview((), "", str(_GONE))
        if body is None:
            kept = gettext("Is kept with the decision")
            return Preview((Change(asked["title"], "", gettext("Is not there"), kept),), "text")
        after = gettext("Has the assignment “%(title)s” from %(day)s") % {
            "title": asked["title"],
            "day": taken.on.isoformat(),
        }
        before = gettext("Does not have the assignment")
        change = Change(body.name, body.get_absolute_url(), before, after)
        return Preview((change,), f"{body.pk}-{version_of(body)}")

    def verdict(self, asked: Asked, *, taken: Taken, by: Acting) -> Verdict:
        body = named_bodies(by).get(asked["body"])
        if asked["body"] and body is None:
            return denied(_GONE)
        return can_change_body(by, body) if body is not None else ALLOWED

    def carry_out(self, asked: Asked, *, decision: Decision, by: Acting, seen: str) -> Asked:
        body = named_bodies(by).get(asked["body"])
        if not asked["body"]:
            return {"kept": True}
        if body is None:
            raise Changed(f"body {asked['body']} is not as it was seen")
        said = Chartered(
            title=asked["title"],
            text=asked["text"],
            powers=(),
            given_by_body_id=decision.body_id,
            given_by_organization_id=None,
            from_date=decision.decided_date,
            until_date=date.fromisoformat(asked["until"]) if asked["until"] else None,
            diary_number="",
            source=decision.wording[:300],
        )
        version = version_seen(seen, body.pk)
        made = as_seen(
            body, version, lambda: give_charter(body, CharterKind.ASSIGNMENT, said, by=by)
        )
        return {"charter": made.pk}

    def can_take_back(self, effect: Effect, *, by: Acting) -> Verdict:
        """A text that is kept with the decision goes with it; what a body was given stays."""
        return denied(_GIVEN) if "charter" in effect.done else ALLOWED

    def take_back(self, effect: Effect, *, by: Acting) -> None:
        if "charter" in effect.done:
            raise Changed(str(_GIVEN))

    def areas(self, asked: Asked) -> frozenset[int]:
        """An assignment is of no area yet."""
        return frozenset()

    def told(self, effects: Iterable[Effect], *, by: Acting) -> dict[int, tuple[Told, ...]]:
        there = named_bodies(by)
        return {one.pk: (_told(one, there.get(one.asked["body"])),) for one in effects}


def _told(effect: Effect, body: Body | None) -> Told:
    asked = effect.asked
    if body is None:
        return Told(asked["title"], "", asked["text"])
    what = gettext("%(body)s has it from the day of the decision") % {"body": body.name}
    return Told(asked["title"], body.get_absolute_url(), f"{what}. {asked['text']}")

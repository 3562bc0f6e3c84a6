"""What decisions themselves let a decision do: end a body with a last day."""

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
from samklang.common.forms import PlainForm
from samklang.common.policy import Verdict, denied
from samklang.decisions.models import Decision, Effect
from samklang.decisions.registry import (
    Asked,
    Change,
    Changed,
    EffectForm,
    Preview,
    Taken,
    Told,
    Touched,
)
from samklang.organizations.api import (
    Acting,
    Body,
    Deciding,
    bodies,
    can_end_body,
    children,
    end_body,
)

_LONGEST = 500
_ENDED = _("The body has ended, or its last day is decided already.")


class EndBodyForm(PlainForm):
    """Which body ends; a decision that starts or changes one ends none."""

    body = forms.TypedChoiceField(
        label=_("Which body ends?"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_("Start or change a body on the pages of bodies: choose none here."),
    )
    until_date = DayField(label=_("Its last day"), required=False)

    def __init__(self, *args: Any, offered: Sequence[Body], **options: Any) -> None:
        super().__init__(*args, **options)
        self.offered = {one.pk: one for one in offered}
        field: Any = self.fields["body"]
        field.choices = [("", _("None ends")), *((one.pk, one.name) for one in offered)]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        body, day = self.offered.get(said.get("body") or 0), said.get("until_date")
        if body is not None and day is None and "until_date" not in self.errors:
            self.add_error("until_date", _("Write the last day of the body."))
        if body is not None and day is not None and body.is_to_come(day):
            self.add_error("until_date", _("The body starts after that day. Write a later day."))
        return said

    def asked(self) -> dict[str, Any]:
        said = self.cleaned_data
        if not said["body"]:
            return {}
        return {"body": said["body"], "until_date": said["until_date"].isoformat()}


class EndBody:
    """The kind of effect; what was asked for is the body's id and its last day."""

    kind = "end-body"
    deciding = Deciding.CHANGE_BODIES

    @property
    def label(self) -> str | Promise:
        return _("End a body")

    def form(self, sent: QueryDict | None, *, taken: Taken, by: Acting, prefix: str) -> EffectForm:
        there = bodies(taken.body.partnership_id)
        offered = [one for one in there if can_end_body(by, one)]
        return cast("EffectForm", EndBodyForm(sent, prefix=prefix, offered=offered))

    def preview(self, asked: Asked, *, taken: Taken, by: Acting) -> Preview:
        body = _found(asked, by)
        if body is None or body.until_date is not None:
            return Preview((), "", str(_ENDED))
        day = date.fromisoformat(asked["until_date"])
        change = Change(
            name=body.name,
            url=body.get_absolute_url(),
            before=gettext("Is there until further notice"),
            after=gettext("Ends on %(day)s") % {"day": day.isoformat()},
            touched=tuple(_touched(one) for one in children(body, on=day)),
        )
        return Preview((change,), f"{body.pk}")

    def verdict(self, asked: Asked, *, by: Acting) -> Verdict:
        body = _found(asked, by)
        return can_end_body(by, body) if body is not None else denied(_ENDED)

    def carry_out(self, asked: Asked, *, decision: Decision, by: Acting, seen: str) -> Asked:
        body = _found(asked, by)
        if body is None or f"{body.pk}" != seen:
            raise Changed(f"body {asked['body']} is not as it was seen")
        until = date.fromisoformat(asked["until_date"])
        end_body(body, until_date=until, until_decision=decision.wording[:_LONGEST], by=by)
        return {"body": body.pk}

    def areas(self, asked: Asked) -> frozenset[int]:
        """A body is of no area."""
        return frozenset()

    def told(self, effects: Iterable[Effect], *, by: Acting) -> dict[int, tuple[Told, ...]]:
        there = {pk: one for home in by.partnership_ids for pk, one in _by_pk(home).items()}
        return {one.pk: (_told(one, there.get(one.asked["body"])),) for one in effects}


def _by_pk(partnership_id: int) -> dict[int, Body]:
    return {one.pk: one for one in bodies(partnership_id)}


def _found(asked: Asked, by: Acting) -> Body | None:
    """Return the body, of those in the user's own county."""
    found = (_by_pk(home).get(asked["body"]) for home in by.partnership_ids)
    return next((one for one in found if one is not None), None)


def _touched(child: Body) -> Touched:
    answers = gettext("Answers to it")
    remark = gettext("Say whom it answers to after that, on its page.")
    return Touched(child.name, child.get_absolute_url(), answers, answers, remark)


def _told(effect: Effect, body: Body | None) -> Told:
    said = gettext("Ends on %(day)s") if effect.done else gettext("To end on %(day)s")
    what = said % {"day": effect.asked["until_date"]}
    if body is None:
        return Told(gettext("A body that is no longer in the register"), "", what)
    return Told(body.name, body.get_absolute_url(), what)

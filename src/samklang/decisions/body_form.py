"""What is asked of a decision that starts, changes or ends a body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.common.date_fields import DayField
from samklang.common.forms import PlainForm, TextField
from samklang.organizations.api import Body

START, CHANGE, END = "start", "change", "end"


class BodyForm(PlainForm):
    """Which of the three, of which body and from when; a decision may also do none of it."""

    what = forms.ChoiceField(
        label=_("What happens to a body?"),
        required=False,
        widget=forms.RadioSelect,
        choices=[
            ("", _("Nothing, the decision is only recorded")),
            (START, _("A new body starts")),
            (CHANGE, _("A body gets another name, another purpose, or answers to another body")),
            (END, _("A body ends")),
        ],
    )
    body = forms.TypedChoiceField(
        label=_("Which body is changed or ends?"), required=False, coerce=int, empty_value=None
    )
    day = DayField(label=_("From which day? For a body that ends: its last day"), required=False)
    name = TextField(
        label=_("What is it called? (a new body, or a new name)"), required=False, max_length=200
    )
    purpose = TextField(
        label=_("What is it for? (a new body, or a new purpose)"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    level = forms.ChoiceField(label=_("On which level does a new body meet?"), required=False)
    parent = forms.TypedChoiceField(
        label=_("Which body does it answer to? (optional)"),
        required=False,
        coerce=int,
        empty_value=None,
    )

    def __init__(
        self,
        *args: Any,
        there: Sequence[Body],
        own: Sequence[Body],
        levels: Mapping[str, str],
        **options: Any,
    ) -> None:
        """`own` are those of the bodies that the user may change or end."""
        super().__init__(*args, **options)
        self.there, self.own = there, {one.pk: one for one in own}
        self._offer("body", [(one.pk, one.name) for one in own])
        self._offer("parent", [(one.pk, one.name) for one in there if one.until_date is None])
        self._offer("level", list(levels.items()))

    def _offer(self, name: str, choices: Sequence[tuple[int | str, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = [("", _("None")), *choices]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        what = said.get("what")
        if not what:
            return said
        if not said.get("day") and "day" not in self.errors:
            last = _("Write the last day of the body.")
            self.add_error("day", last if what == END else _("Write from which day."))
        if what == START:
            self._check_new(said)
        else:
            self._check_known(said, what)
        return said

    def _check_new(self, said: Mapping[str, Any]) -> None:
        if not said.get("name") and "name" not in self.errors:
            self.add_error("name", _("Write what the new body is called."))
        if not said.get("level"):
            self.add_error("level", _("Choose on which level the new body meets."))
        self._check_name(said, own=None)

    def _check_known(self, said: Mapping[str, Any], what: str) -> None:
        body, day = self.own.get(said.get("body") or 0), said.get("day")
        if body is None:
            self.add_error("body", _("Choose the body."))
            return
        if day is not None and body.is_to_come(day):
            self.add_error("day", _("The body starts after that day. Write a later day."))
        if what == CHANGE:
            if not any(said.get(name) for name in ("name", "purpose", "parent")):
                self.add_error(
                    "name", _("Write what is changed: the name, the purpose or whom it answers to.")
                )
            self._check_name(said, own=body.pk)

    def _check_name(self, said: Mapping[str, Any], *, own: int | None) -> None:
        name = str(said.get("name") or "").casefold()
        if name and any(one.name.casefold() == name for one in self.there if one.pk != own):
            self.add_error("name", _("There is a body of that name already."))

    def asked(self) -> dict[str, Any]:
        said = self.cleaned_data
        if not said["what"]:
            return {}
        kept = ("what", "name", "purpose", "level", "parent")
        body = None if said["what"] == START else said["body"]
        return {
            **{name: said[name] for name in kept},
            "day": said["day"].isoformat(),
            "body": body,
        }

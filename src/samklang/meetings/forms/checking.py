"""Parses who is asked to check the minutes of a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samklang.accounts.models import User
from samklang.common.forms import PlainForm
from samklang.meetings.models import Minutes
from samklang.meetings.queries import Candidate


class AdjustersForm(PlainForm):
    """Whom; somebody from another organization only when the sharing is confirmed."""

    people = forms.MultipleChoiceField(
        label=_("Who checks the minutes"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Those who are written down as present, and have an account. One is enough."),
    )
    confirmed = forms.BooleanField(
        label=_("I know that the draft is shared with those who sit for another organization"),
        required=False,
    )

    def __init__(
        self, *args: Any, minutes: Minutes, candidates: Sequence[Candidate], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self._keeper_id = minutes.meeting.keeper_id
        self._offered = {str(one.user.pk): one for one in candidates}
        people: Any = self.fields["people"]
        people.choices = [(pk, str(one)) for pk, one in self._offered.items()]
        asked = {str(one.user_id) for one in minutes.adjusters.all()}
        people.initial = sorted(asked & self._offered.keys())
        self._asked = asked

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        new = [self._offered[pk] for pk in said.get("people", ()) if pk not in self._asked]
        outside = [str(one.user) for one in new if not one.sits_for(self._keeper_id)]
        if outside and not said.get("confirmed"):
            wrong = gettext("Tick that the draft is shared: %(names)s sit for others than you.")
            self.add_error("confirmed", wrong % {"names": ", ".join(outside)})
        return said

    def users(self) -> list[User]:
        return [self._offered[pk].user for pk in self.cleaned_data["people"]]

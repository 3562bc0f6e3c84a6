"""One commitment: its words as the text has them, whose it is, and what it asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samklang.common.forms import NOTHING_CHOSEN, PlainForm, TextField
from samklang.texts.models import Actor, Commitment, Scope, Section
from samklang.texts.same_words import place_in, words_of

NEEDS: tuple[tuple[str, str | Promise], ...] = (
    ("yes", _("Yes")),
    ("no", _("No")),
    ("", _("I do not know")),
)
_SAID = {True: "yes", False: "no", None: ""}
MEANT = {said: needed for needed, said in _SAID.items()}


class CommitmentForm(PlainForm):
    """A commitment as somebody marks it in the text of one of the sections."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)
    section = forms.ChoiceField(label=_("Section"))
    wording = TextField(
        label=_("What is undertaken"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Copy the words as they stand in the section."),
    )
    actor = forms.ChoiceField(
        label=_("Who undertakes it?"), choices=Actor.choices, widget=forms.RadioSelect
    )
    actor_words = TextField(
        label=_("As the text says it"),
        max_length=200,
        required=False,
        help_text=_("For instance a board or a service. Leave it empty if the text names none."),
    )
    scope = forms.ChoiceField(
        label=_("Is it the same in the whole county?"),
        choices=(*Scope.choices, ("", _("I do not know"))),
        widget=forms.RadioSelect,
        required=False,
    )
    needs_local_answer = forms.ChoiceField(
        label=_("Must each municipality say how it does it?"),
        choices=NEEDS,
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, *args: Any, sections: Sequence[tuple[str, Section]], **options: Any) -> None:
        super().__init__(*args, **options)
        self._bodies = {one.key: one.body for _number, one in sections}
        named = [(one.key, f"{number} {one.heading}".strip()) for number, one in sections]
        choice: Any = self.fields["section"]
        choice.choices = [NOTHING_CHOSEN, *named]

    @staticmethod
    def shown(commitment: Commitment) -> dict[str, str]:
        """Return what the form shows of a commitment that stands."""
        return {
            "seen": commitment.seen,
            "section": commitment.section_key,
            "wording": commitment.wording,
            "actor": commitment.actor,
            "actor_words": commitment.actor_words,
            "scope": commitment.scope,
            "needs_local_answer": _SAID[commitment.needs_local_answer],
        }

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or {}
        if "wording" in asked and "section" in asked:
            words = words_of(self._bodies[asked["section"]])
            asked["position"] = place_in(words, asked["wording"])
            if asked["position"] is None:
                self.add_error(
                    "wording",
                    _("The words do not stand in the section. Copy them as they are there."),
                )
        return asked

    def into(self, commitment: Commitment) -> Commitment:
        """Return the commitment as it was marked."""
        asked = self.cleaned_data
        commitment.section_key = asked["section"]
        commitment.position = asked["position"]
        commitment.wording = asked["wording"]
        commitment.actor, commitment.actor_words = asked["actor"], asked["actor_words"]
        commitment.scope = asked["scope"]
        commitment.needs_local_answer = MEANT[asked["needs_local_answer"]]
        return commitment

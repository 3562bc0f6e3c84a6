"""Which edition a decision adopts, and for which parties."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.agreements.queries.adopting_editions import Adoptable
from samklang.common.forms import PlainForm


class AdoptForm(PlainForm):
    """The edition's own text, unchanged; another wording is recorded on the agreement's page."""

    edition = forms.TypedChoiceField(
        label=_("Which edition is adopted?"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_(
            "Its text as it stands. If something was changed, record it on the agreement's page "
            "instead."
        ),
    )
    parties = forms.TypedMultipleChoiceField(
        label=_("For which parties does the body decide?"),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, *args: Any, offered: Sequence[Adoptable], own: int | None, **options: Any
    ) -> None:
        """`own` is the organization that the deciding body belongs to, where it is one."""
        super().__init__(*args, **options)
        self.waiting = {one.edition.pk: dict(one.waiting) for one in offered}
        names = {pk: name for one in offered for pk, name in one.waiting}
        field: Any = self.fields["edition"]
        field.choices = [
            ("", _("None, the decision is only recorded")),
            *((one.edition.pk, str(one.edition)) for one in offered),
        ]
        shown: Any = self.fields["parties"]
        shown.choices = sorted(names.items(), key=lambda one: one[1])
        self.initial.setdefault("parties", [own] if own in names else [])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not said.get("edition"):
            return said
        waiting, chosen = self.waiting[said["edition"]], said.get("parties") or []
        if not chosen:
            self.add_error("parties", _("Tick at least one party."))
        elif others := [one for one in chosen if one not in waiting]:
            names = {pk: name for own in self.waiting.values() for pk, name in own.items()}
            told = ", ".join(names[one] for one in others)
            sentence = _("No party to the edition, or has adopted it already: %(names)s.")
            self.add_error("parties", sentence % {"names": told})
        return said

    def asked(self) -> dict[str, Any]:
        said = self.cleaned_data
        if not said["edition"]:
            return {}
        return {"edition": said["edition"], "parties": sorted(set(said["parties"]))}

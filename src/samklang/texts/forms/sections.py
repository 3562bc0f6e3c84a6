"""One section: its heading, its text and whether it is done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.common.forms import PlainForm, TextField
from samklang.documents.api import clean_markup
from samklang.library.api import ClauseVersion, clause_versions
from samklang.texts.clause_words import with_clause
from samklang.texts.models import Section
from samklang.texts.plain_text import from_plain, to_plain
from samklang.texts.wording_form import WordingForm

YES = "yes"
DONE = ((YES, _("Yes")), ("no", _("No, I will come back")))


class SectionForm(WordingForm):
    """A section as its writer sees it."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=40)
    is_done = forms.ChoiceField(
        label=_("Is the section done?"), choices=DONE, widget=forms.RadioSelect, required=False
    )

    # Ticked as long as the section is said to be begun with the shared wording.
    clause_version = forms.ModelChoiceField(
        label=_("Begun with a shared wording"),
        queryset=ClauseVersion.objects.none(),
        required=False,
        error_messages={"invalid_choice": _("The shared wording is not there any more.")},
    )

    def __init__(self, *args: Any, within: int, **options: Any) -> None:
        """`within` is the partnership whose wordings may be named."""
        super().__init__(*args, **options)
        field: Any = self.fields["clause_version"]
        field.queryset = clause_versions(within)

    @classmethod
    def of(cls, section: Section, *, clause: ClauseVersion | None = None) -> SectionForm:
        """Show the section; with a clause, its wording too, which is not saved by that."""
        body = section.body
        if clause is not None:
            body = with_clause(body, clause, earlier=section.clause_version)
        tied = clause.pk if clause else section.clause_version_id
        shown = {
            "seen": section.seen,
            "heading": section.heading,
            "body": body,
            "plain": to_plain(body),
            "is_done": YES if section.is_done else "no",
            "clause_version": tied,
        }
        return cls(initial=shown, within=section.edition.agreement.partnership_id)

    @classmethod
    def typed(
        cls, sent: Mapping[str, str], clause: ClauseVersion, *, section: Section
    ) -> SectionForm:
        """Show what somebody has typed, with the clause after it; nothing of it is saved."""
        said = sent.get("body") or from_plain(sent.get("plain", ""))
        body = with_clause(clean_markup(said), clause, earlier=section.clause_version)
        done = sent.get("is_done", "")
        shown = {
            "seen": sent.get("seen", ""),
            "heading": sent.get("heading", ""),
            "body": body,
            "plain": to_plain(body),
            "is_done": done if done == YES else "no",
            "clause_version": clause.pk,
        }
        return cls(initial=shown, within=section.edition.agreement.partnership_id)

    def into(self, section: Section) -> Section:
        """Return the section as it was written."""
        section.heading, section.body = self.cleaned_data["heading"], self.cleaned_data["body"]
        section.is_done = self.cleaned_data["is_done"] == YES
        section.clause_version = self.cleaned_data["clause_version"]
        return section


class NewSectionForm(PlainForm):
    heading = TextField(label=_("Heading"), max_length=300)
    level = forms.TypedChoiceField(
        label=_("Level"),
        coerce=int,
        choices=((1, _("A section")), (2, _("A part of a section")), (3, _("A part of a part"))),
    )

    def section(self) -> Section:
        return Section(heading=self.cleaned_data["heading"], level=self.cleaned_data["level"])

"""One section: its heading, its text and whether it is done."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.common.forms import PlainForm, TextField
from samklang.texts.models import Section
from samklang.texts.plain_text import to_plain
from samklang.texts.wording_form import WordingForm

YES = "yes"
DONE = ((YES, _("Yes")), ("no", _("No, I will come back")))


class SectionForm(WordingForm):
    """A section as its writer sees it."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=40)
    is_done = forms.ChoiceField(
        label=_("Is the section done?"), choices=DONE, widget=forms.RadioSelect, required=False
    )

    @classmethod
    def of(cls, section: Section) -> SectionForm:
        return cls(
            initial={
                "seen": section.seen,
                "heading": section.heading,
                "body": section.body,
                "plain": to_plain(section.body),
                "is_done": YES if section.is_done else "no",
            }
        )

    def into(self, section: Section) -> Section:
        """Return the section as it was written."""
        section.heading, section.body = self.cleaned_data["heading"], self.cleaned_data["body"]
        section.is_done = self.cleaned_data["is_done"] == YES
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

"""One section: its heading, its text and whether it is done."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.common.forms import PlainForm, TextField, refuse_personal_numbers
from samklang.documents.api import clean_markup, passages, plain
from samklang.texts.models import Section
from samklang.texts.plain_text import from_plain, to_plain

LONGEST = 200_000
YES = "yes"
DONE = ((YES, _("Yes")), ("no", _("No, I will come back")))


class SectionForm(PlainForm):
    """A section as its writer sees it.

    The editor sends `body` as HTML. Without scripts the same text is written as plain lines.
    """

    seen = forms.CharField(widget=forms.HiddenInput, max_length=40)
    heading = TextField(label=_("Heading"), max_length=300)
    body = TextField(widget=forms.HiddenInput, required=False, max_length=LONGEST)
    plain = TextField(
        label=_("Text"),
        required=False,
        max_length=LONGEST,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "data-editor": ""}),
        help_text=_(
            "An empty line begins a new paragraph. Begin a line with “- ” for a list, with “1. ” "
            "for a numbered list, with “## ” for a heading."
        ),
    )
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

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or {}
        written = asked.get("body") or from_plain(asked.get("plain", ""))
        asked["body"] = clean_markup(written)
        self._refuse_numbers(asked["body"])
        return asked

    def _refuse_numbers(self, body: str) -> None:
        """A number that markup divides is read as one by whoever reads the page."""
        try:
            refuse_personal_numbers(plain(passages(body)))
        except forms.ValidationError as refused:
            self.add_error("plain", refused)

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

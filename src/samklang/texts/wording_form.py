"""The form in which the wording of a section is written; other contexts’ forms build on it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.common.forms import PlainForm, TextField, refuse_personal_numbers
from samklang.documents.api import clean_markup, passages, plain
from samklang.texts.plain_text import from_plain

LONGEST = 200_000


class MarkupInput(forms.HiddenInput):
    """Where the editor finds the text and leaves it.

    It is sent empty unless the editor has filled it, so that plain lines count without scripts.
    """

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        return super().get_context(name, None, {**(attrs or {}), "data-markup": value or ""})


class WordingForm(PlainForm):
    """A heading and a text.

    The editor sends `body` as HTML. Without scripts the same text is written as plain lines.
    """

    heading = TextField(label=_("Heading"), max_length=300)
    body = TextField(widget=MarkupInput, required=False, max_length=LONGEST)
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

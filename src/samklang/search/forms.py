"""Parses what is searched for: nothing is an error, except what is about a resident."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.common.forms import PlainForm, TextField
from samklang.search.models import Kind


class SearchForm(PlainForm):
    text = TextField(
        label=_("What are you looking for?"),
        required=False,
        max_length=200,
        widget=forms.TextInput(
            attrs={"type": "search", "autocomplete": "off", "data-search": "yes"}
        ),
        help_text=_(
            "Write words, a diary number, or words in quotes that shall follow each other."
        ),
    )

    @property
    def asked(self) -> str:
        return str(self.cleaned_data.get("text", ""))


# More than there are pages.
_DIGITS = 4


def kind_and_page(asked: Any) -> tuple[str, int]:
    """Return which kind and page is asked for; what makes no sense asks for all, from the top."""
    kind = asked.get("kind", "")
    page = asked.get("page", "")
    number = int(page) if page.isascii() and page.isdigit() and len(page) <= _DIGITS else 1
    return (kind if kind in Kind.values else ""), number

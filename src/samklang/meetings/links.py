"""The address of a page in Samklang, as somebody copies it from the browser."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from samklang.common.forms import TextField

# What an attachment can be, of all that has an address: not what a form or a file lies at.
_PAGES = frozenset(
    {
        "agreements:detail",
        "agreements:adoption",
        "texts:read",
        "texts:commitments",
        "decisions:detail",
        "consultations:opinions",
        "consultations:consultation",
        "meetings:detail",
        "meetings:matter",
        "clauses:detail",
        "reporting:report",
        "bodies:detail",
    }
)


class LinkField(TextField):
    """Takes the whole address or what comes after the host, and keeps the latter.

    Whoever follows it meets the page’s own wall.
    """

    def clean(self, value: object) -> str:
        typed = str(super().clean(value))
        if not typed:
            return ""
        parts = urlsplit(typed)
        try:
            found = resolve(parts.path)
        except Resolver404:
            found = None
        if found is None or found.view_name not in _PAGES:
            raise ValidationError(
                _("Copy the address of an agreement, a text, a decision or a meeting in Samklang.")
            )
        return parts.path

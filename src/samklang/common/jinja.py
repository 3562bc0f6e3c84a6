"""The Jinja2 environment for tables and pictures of hundreds of cells (ADR 0011)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext
from jinja2 import Environment


def environment(**options: Any) -> Environment:
    """Build it with translations, `url` and `static`; everything is escaped."""
    made = Environment(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        loader=options["loader"],
        auto_reload=options["auto_reload"],
    )
    made.globals.update(static=static, url=reverse)
    made.install_gettext_callables(  # type: ignore[attr-defined]  # added by the extension
        gettext=gettext, ngettext=ngettext, newstyle=True
    )
    return made


def part(template: str, context: Mapping[str, Any]) -> SafeString:
    """Render a part that a page of Django’s own templates includes as it is."""
    # The environment has escaped everything that came from outside.
    return mark_safe(render_to_string(template, dict(context), using="jinja2"))  # noqa: S308

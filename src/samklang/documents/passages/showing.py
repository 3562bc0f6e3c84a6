"""Shows a section's markup: once more through a sieve, whoever put it in the database."""

from __future__ import annotations

import nh3
from django.utils.safestring import SafeString, mark_safe

_TAGS = "p h1 h2 h3 h4 h5 h6 ul ol li table thead tbody tr th td strong em br a"
# An address with a scheme of its own: two slashes alone would lead to another host too.
_WHOLE = ("http://", "https://", "mailto:")


def _kept(_tag: str, _name: str, value: str) -> str | None:
    return value if value.lower().startswith(_WHOLE) else None


_SIEVE = nh3.Cleaner(
    tags=set(_TAGS.split()),
    # Nothing for every tag: left out, a title and a language would come through.
    attributes={"*": set(), "a": {"href"}},
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
    attribute_filter=_kept,
)


def shown(markup: str) -> SafeString:
    """Return the markup for a page; of what `clean` has written nothing is changed."""
    # The sieve lets nothing through but the allow-list.
    return mark_safe(_SIEVE.clean(markup))  # noqa: S308

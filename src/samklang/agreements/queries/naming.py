"""What an agreement is called to somebody who may not read any of its texts."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from samklang.agreements.models import Agreement
from samklang.organizations.api import Acting


def under_way() -> str:
    """Return what everybody may call a text that is being written: its title is part of it."""
    return _("Agreement under way")


def nameless(agreement: Agreement) -> None:
    agreement.title = under_way()


def is_named(acting: Acting, agreement: Agreement) -> bool:
    """Whether the user may know the agreement’s title."""
    return Agreement.objects.filter(pk=agreement.pk).named_to(acting).exists()


def as_named(acting: Acting, found: Iterable[Agreement]) -> list[Agreement]:
    """Return them as the user may call them; one statement. They are for showing, not saving."""
    agreements = list(found)
    asked = Agreement.objects.filter(pk__in=[one.pk for one in agreements])
    named = set(asked.named_to(acting).values_list("pk", flat=True))
    for one in agreements:
        if one.pk not in named:
            nameless(one)
    return agreements

"""Why a suggestion cannot be accepted as it is: pure rules, each with what to do."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

Wording = tuple[str, str]


class Refusal(TextChoices):
    CLOSED = "closed", _("It is closed: the text is adopted, or the consultation is over.")
    GONE = "gone", _("The section is no longer in the text.")
    ALREADY_APPLIED = "already_applied", _("The section reads like this already.")
    OVERLAPPING = (
        "overlapping",
        _("Another suggestion for the section has been accepted since this one was made."),
    )
    OUTDATED = "outdated", _("The section has been changed since the suggestion was made.")


# Whoever has looked at it against today's wording may accept these all the same.
MAY_BE_LOOKED_OVER = (Refusal.OVERLAPPING, Refusal.OUTDATED)


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand with the section that a suggestion is about."""

    # None when it has been taken out.
    wording: Wording | None
    is_closed: bool = False
    # Another suggestion has been accepted since this one was made.
    is_overtaken: bool = False


def refusal(before: Wording, suggested: Wording, standing: Standing) -> Refusal | None:
    """Return why the words cannot be put in place of `before`, or None."""
    if standing.is_closed:
        return Refusal.CLOSED
    if standing.wording is None:
        return Refusal.GONE
    if standing.wording == suggested:
        return Refusal.ALREADY_APPLIED
    if standing.wording == before:
        return None
    return Refusal.OVERLAPPING if standing.is_overtaken else Refusal.OUTDATED

"""Verdicts combine with plain words, and the first reason is what the user reads."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy, override

from samklang.common.policy import ALLOWED, Verdict, denied, require

LATE = denied("It is too late.")
STRANGER = denied("You do not belong here.")


@pytest.mark.parametrize(
    ("verdict", "allowed", "reason"),
    [
        (ALLOWED, True, ""),
        (LATE, False, "It is too late."),
        (ALLOWED and ALLOWED, True, ""),
        (ALLOWED and LATE, False, "It is too late."),
        (LATE and STRANGER, False, "It is too late."),
        (STRANGER and LATE, False, "You do not belong here."),
        (LATE or ALLOWED, True, ""),
        (LATE or STRANGER, False, "You do not belong here."),
    ],
)
def test_verdicts_combine_with_and_and_or(verdict: Verdict, allowed: bool, reason: str) -> None:
    assert bool(verdict) is allowed
    assert verdict.reason == reason


def test_what_is_allowed_goes_on_and_what_is_denied_stops_with_its_reason() -> None:
    require(ALLOWED)

    with pytest.raises(PermissionDenied, match=r"It is too late\."):
        require(LATE)


def test_a_reason_is_said_in_the_language_of_whoever_reads_it() -> None:
    verdict = denied(gettext_lazy("The county"))

    with override("sv"):
        swedish = str(verdict.reason)
    with override("en"):
        english = str(verdict.reason)

    assert (swedish, english) == ("Länet", "The county")


def test_a_verdict_cannot_be_changed_after_it_was_given() -> None:
    with pytest.raises(AttributeError):
        LATE.allowed = True  # type: ignore[misc]

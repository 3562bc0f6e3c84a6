"""Which text a party decides on: whoever keeps texts in sections says it, as a fingerprint."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.utils.crypto import constant_time_compare, get_random_string, salted_hmac

from samklang.agreements.models import Edition
from samklang.sharing.api import WHOLE

# Of an edition’s text as it stood at a moment; empty while it is not in sections.
Fingerprint = Callable[[Edition, datetime], str]
SALT = 12
_TOLD: list[Fingerprint] = []


def tell_fingerprint(of: Fingerprint) -> None:
    """Let the context above say which text an edition has."""
    _TOLD.append(of)


def fingerprint_of(edition: Edition, *, until: datetime = WHOLE) -> str:
    return next(filter(None, (one(edition, until) for one in _TOLD)), "")


def mark_of(edition: Edition) -> str:
    """Name the text as it reads now; no two marks are alike, so that they tell nobody anything."""
    salt = get_random_string(SALT)
    return salt + _marked(edition, salt)


def is_marked(edition: Edition, mark: str) -> bool:
    """Whether the text reads as it did when it was given the mark."""
    return constant_time_compare(mark[SALT:], _marked(edition, mark[:SALT]))


def _marked(edition: Edition, salt: str) -> str:
    named = f"{salt} {edition.pk} {fingerprint_of(edition)}"
    return salted_hmac("samklang.agreements.adopting", named).hexdigest()

"""What comes of asking an identity provider."""

from __future__ import annotations

from dataclasses import dataclass


class Unreachable(Exception):
    """The provider does not answer, or not as one."""


class Cancelled(Exception):
    """Whoever was asked for said no at the provider, or the provider did."""


class NotBelieved(Exception):
    """What came back cannot be checked, is not for us, or is too weak."""


@dataclass(frozen=True, slots=True)
class Claims:
    """What a provider says about somebody, checked."""

    subject: str
    name: str
    email: str
    strong: bool

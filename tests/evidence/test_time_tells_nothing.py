"""Check 48, by the clock: how long an answer takes does not tell who has an account.

Two hundred tries of each, in turns so that the machine's moods fall on both alike and in an order
drawn for each turn (who always comes second is a few microseconds slower), with the product's own
hashing of passwords; Mann and Whitney's test must find no difference (p > 0.01). Seen red: with a
backend that hashes nothing for a name that nobody has, and with allauth's own look for the account
when a password is forgotten.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from statistics import NormalDist, median
from time import perf_counter
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse

from samklang.config.identity import PASSWORD_HASHERS
from tests import cast

pytestmark = pytest.mark.django_db
SAMPLES, LEAST = 200, 0.01
PASSWORD = "fyra stilla björkar vid ån"  # noqa: S105  # an invented person's


@pytest.fixture(autouse=True)
def people(settings: Any) -> None:
    settings.PASSWORD_HASHERS = PASSWORD_HASHERS
    for name, is_active in (("siri", True), ("bo", False)):
        user = cast.person(name)
        user.email, user.is_active = f"{name}@kommunen.example", is_active
        user.set_password(PASSWORD)
        user.save()


def differ(one: list[float], other: list[float]) -> float:
    """Return how likely so large a difference is by chance: Mann and Whitney, two-sided."""
    ranked = sorted([(at, 0) for at in one] + [(at, 1) for at in other])
    ranks = sum(rank for rank, (_at, whose) in enumerate(ranked, 1) if whose == 0)
    count = len(one) * len(other)
    above = ranks - len(one) * (len(one) + 1) / 2
    spread = (count * (len(one) + len(other) + 1) / 12) ** 0.5
    return 2 * (1 - NormalDist().cdf(abs(above - count / 2) / spread))


def taken(*ways: Callable[[], object]) -> list[list[float]]:
    """Go each way so many times, in turns, and return how long each took."""
    found: list[list[float]] = [[] for _way in ways]
    order = list(range(len(ways)))
    drawn = Random(48)  # no secret: an order
    for _turn in range(SAMPLES):
        drawn.shuffle(order)
        for place in order:
            caches["default"].clear()
            begun = perf_counter()
            ways[place]()
            found[place].append(perf_counter() - begun)
    return found


def sign_in(name: str) -> Callable[[], object]:
    sent = {"login": name, "password": "fel lösenord helt och hållet"}
    return lambda: Client().post(reverse("accounts:sign_in"), sent)


def forget(address: str) -> Callable[[], object]:
    return lambda: Client().post(reverse("account_reset_password"), {"email": address})


@pytest.mark.parametrize(
    ("way", "there", "others"),
    [
        (sign_in, "siri", ("nobody", "bo")),
        (forget, "siri@kommunen.example", ("nobody@kommunen.example", "bo@kommunen.example")),
    ],
    ids=["signing in", "a forgotten password"],
)
def test_time_does_not_tell_who_has_an_account(
    way: Callable[[str], Callable[[], object]],
    there: str,
    others: tuple[str, ...],
    figures: dict[str, Any],
) -> None:
    known, *unknown = taken(way(there), *map(way, others))

    likely = {name: differ(known, one) for name, one in zip(others, unknown, strict=True)}
    figures["samples"] = SAMPLES
    figures["median_ms"] = [round(median(one) * 1000, 1) for one in (known, *unknown)]
    figures["p"] = {name: round(one, 3) for name, one in likely.items()}
    assert all(one > LEAST for one in likely.values()), figures

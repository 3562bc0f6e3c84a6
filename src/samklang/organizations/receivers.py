"""What we do at the news that somebody is vouched for by their provider, or is taken away."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from django.utils import timezone

from samklang.accounts.signals import person_admitted, person_erased
from samklang.organizations import actions


@receiver(person_admitted)
def place_the_person(*, user_id: int, county: str, organization: str, **_: Any) -> None:
    actions.admit_member(
        user_id=user_id, county=county, organization=organization, today=timezone.localdate()
    )


@receiver(person_erased)
def forget_the_person(*, user_id: int, name: str, email: str, **_: Any) -> None:
    actions.forget_address(email)
    actions.forget_addresses(user_id)
    actions.forget_invited(user_id=user_id, name=name, email=email, now=timezone.now())
